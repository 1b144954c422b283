package org.picklejar.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.Stream;
import org.picklejar.builtins.CompileBuiltins;
import org.picklejar.builtins.SourceDecoder;
import org.picklejar.code.CodeFormat;
import org.picklejar.code.CodeObject;
import org.picklejar.compile.Compilation;

/**
 * The code of Python sources on the class path. The build compiles them ({@link #main}), so that a start only has to read it: beside
 * {@code x.py} lies {@code x.code}.
 */
public final class PrebuiltCode {
    private static final String SOURCE = ".py";
    private static final String CODE = ".code";

    private PrebuiltCode() {}

    /** @return null when the build has not prepared it, or for another format of code */
    static CodeObject find(String resource) {
        byte[] bytes = Library.bytes(beside(resource));
        return bytes == null ? null : CodeFormat.read(bytes);
    }

    /**
     * The code of one of our own sources, prepared or compiled now.
     *
     * @param path below the root
     */
    public static CodeObject of(String root, String path) {
        return LibraryCode.get(root + path, () -> {
            CodeObject prepared = find(root + path);
            return prepared != null ? prepared : compile(root, path, Library.bytes(root + path));
        });
    }

    private static CodeObject compile(String root, String path, byte[] source) {
        return CompileBuiltins.compile(
                SourceDecoder.decode(source),
                Library.fileName(root, path),
                "exec",
                Compilation.Options.DEFAULT,
                false,
                new ArrayList<>());
    }

    private static String beside(String source) {
        return source.substring(0, source.length() - SOURCE.length()) + CODE;
    }

    /**
     * Prepares the code of all sources in some folders.
     *
     * @param arguments the directory of the class path, then the folders in it, each a root of modules and ending with a slash
     */
    public static void main(String[] arguments) throws IOException {
        for (String root : Arrays.asList(arguments).subList(1, arguments.length)) {
            Path folder = Path.of(arguments[0]).resolve(root);
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(SOURCE)).toList()) {
                    String path = folder.relativize(file).toString().replace('\\', '/');
                    byte[] code = CodeFormat.write(compile(root, path, Files.readAllBytes(file)));
                    Files.write(folder.resolve(beside(path)), code);
                }
            }
        }
    }
}
