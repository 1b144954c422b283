package org.picklejar.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;

/** Python sources that come with the program: our own first, then the standard library. */
public final class Library {
    /** What their file names begin with, in tracebacks and {@code __file__}. */
    public static final String PREFIX = "<picklejar>/";
    /** What the file names of code begin with that tracebacks do not show. */
    public static final String HIDDEN = "<hidden>/";

    private final List<String> roots = new ArrayList<>();

    /** @param folders on the class path that hold more packages */
    public Library(List<String> folders) {
        roots.add("org/picklejar/python/");
        folders.forEach(f -> roots.add(f + "/"));
        roots.add("picklejar-lib/");
    }

    /** Path of a package's or module's source under the roots, or null. */
    String find(String dottedName) {
        String path = dottedName.replace('.', '/');
        for (String root : roots) {
            for (String end : new String[] {"/__init__.py", ".py"}) {
                if (resource(root + path + end) != null) {
                    return path + end;
                }
            }
        }
        return null;
    }

    private static URL resource(String name) {
        return Library.class.getClassLoader().getResource(name);
    }

    /** The bytes of a source, or null when there is none.
     * @param path as {@link #find} gave it */
    public byte[] read(String path) {
        for (String root : roots) {
            try (InputStream in = Library.class.getClassLoader().getResourceAsStream(root + path)) {
                if (in != null) {
                    return in.readAllBytes();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return null;
    }
}
