package org.picklejar.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.picklejar.imports.Embedded;
import org.picklejar.imports.Library;
import org.picklejar.runtime.Versions;

/** What goes into a jar: the compiled classes and resources, prepared for a quick start. */
public final class PackagedClasses {
    private static final String CLASS = ".class";
    private static final String EMBEDDED = Embedded.class.getName().replace('.', '/');

    private PackagedClasses() {}

    /** @param arguments the directory of the class path, and an absent or earlier one for the result */
    public static void main(String[] arguments) throws IOException {
        Path from = Path.of(arguments[0]);
        Path to = Path.of(arguments[1]);
        delete(to);
        Map<String, byte[]> classes = new LinkedHashMap<>();
        Map<String, byte[]> embedded = new LinkedHashMap<>();
        for (Path file : files(from)) {
            String name = from.relativize(file).toString().replace('\\', '/');
            byte[] bytes = Files.readAllBytes(file);
            if (name.endsWith(CLASS)) {
                classes.put(new ClassReader(bytes).getClassName(), bytes);
            } else if (name.equals(Versions.RESOURCE) || name.startsWith(Library.BOOTSTRAP) && name.endsWith(".code")) {
                embedded.put(name, bytes);
            } else {
                write(to.resolve(name), bytes);
            }
        }
        if (!embedded.isEmpty()) {
            classes.computeIfPresent(EMBEDDED, (n, bytes) -> EmbeddedResources.fill(bytes, embedded));
        }
        for (Map.Entry<String, byte[]> e : LambdaClasses.convert(classes).entrySet()) {
            write(to.resolve(e.getKey() + CLASS), e.getValue());
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> found = Files.walk(folder)) {
                for (Path file : found.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
