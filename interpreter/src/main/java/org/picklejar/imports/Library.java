package org.picklejar.imports;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.picklejar.code.LibraryFiles;

/** Python sources that come with the program: our own first, then the standard library. */
public final class Library {
    /** The part of the core that is written in Python. */
    public static final String BOOTSTRAP = "org/picklejar/bootstrap/";
    /** Modules that CPython has in C. */
    static final String BUILTIN_MODULES = "org/picklejar/builtin_modules/";

    private static final String OURS = "org/picklejar/python/";
    private static final String STANDARD = "picklejar-lib/";
    /** What is appended to modules of the standard library: Python that changes what they have defined. */
    private static final String ADDITIONS = "org/picklejar/library_additions/";

    private static final String PACKAGE = "/__init__.py";

    private final List<String> roots = new ArrayList<>();

    /**
     * Where a module's source is on the class path.
     *
     * @param path below its root
     */
    record Source(String root, String path) {
        String resource() {
            return root + path;
        }

        boolean isPackage() {
            return path.endsWith(PACKAGE);
        }

        /** What its module is told of its place. Only of packages of a host it is not known whether they have files. */
        String fileName() {
            String portable = Library.fileName(root, path);
            String file = LibraryFiles.current(portable);
            return root.equals(OURS) || root.equals(STANDARD) || new File(file).isFile() ? file : portable;
        }

        /** The text with our addition to it; null when there is none. */
        byte[] bytes() {
            byte[] text = Library.bytes(resource());
            byte[] more = text == null || !root.equals(STANDARD) ? null : Library.bytes(ADDITIONS + path);
            if (more == null) {
                return text;
            }
            byte[] all = Arrays.copyOf(text, text.length + more.length);
            System.arraycopy(more, 0, all, text.length, more.length);
            return all;
        }
    }

    /** @param folders on the class path that hold more packages */
    public Library(List<String> folders) {
        roots.add(OURS);
        folders.forEach(f -> roots.add(f + "/"));
        roots.add(STANDARD);
    }

    /**
     * The source of a package or module; null when there is none.
     *
     * @param path of the module below a root, without an ending
     */
    Source find(String path) {
        for (String root : roots) {
            for (String end : new String[] {PACKAGE, ".py"}) {
                if (Library.class.getClassLoader().getResource(root + path + end) != null) {
                    return new Source(root, path + end);
                }
            }
        }
        return null;
    }

    /** The bytes of a source by one of its file names, or null when there is none. */
    public byte[] read(String fileName) {
        String path = LibraryFiles.below(fileName);
        if (path == null) {
            return null;
        }
        for (String root : roots) {
            byte[] source = new Source(root, path).bytes();
            if (source != null) {
                return source;
            }
        }
        return null;
    }

    /** The contents of a file on the class path, or null when there is none. */
    public static byte[] bytes(String resource) {
        byte[] embedded = Embedded.bytes(resource);
        if (embedded != null) {
            return embedded;
        }
        try (InputStream in = Library.class.getClassLoader().getResourceAsStream(resource)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of a source in its code. */
    static String fileName(String root, String path) {
        boolean hidden = root.equals(BOOTSTRAP) || root.equals(BUILTIN_MODULES);
        return (hidden ? LibraryFiles.HIDDEN : LibraryFiles.PREFIX) + path;
    }
}
