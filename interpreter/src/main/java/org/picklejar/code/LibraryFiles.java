package org.picklejar.code;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;

/**
 * Names of the library's Python files. Each has two: the portable one, which begins with {@link #PREFIX} and stands in prepared code and
 * in pickles, and the one of the file on this machine, which programs see. Without files on this machine they see the portable one.
 */
public final class LibraryFiles {
    /** What portable names begin with. */
    public static final String PREFIX = "<picklejar>/";
    /** What the names of hidden code begin with; it has no files. */
    public static final String HIDDEN = PREFIX + "builtin/";

    /** Where modules lie below a home, as in CPython. */
    public static final String FOLDER = "lib/python3.13";

    private static final String INSTALLED = "site-packages";

    private static final String HOME = findHome();
    /** With a slash. */
    private static final String ROOT = HOME == null ? PREFIX : HOME + "/" + FOLDER + "/";

    private LibraryFiles() {}

    /** The folder whose {@link #FOLDER} holds the library: {@code sys.prefix}; null when the library is in no files. */
    public static String home() {
        return HOME;
    }

    /** The entry of {@code sys.path} under which the library is found. */
    public static String folder() {
        return ROOT.substring(0, ROOT.length() - 1);
    }

    /** The name on this machine of what may be a file of the library under its portable name. */
    public static String current(String fileName) {
        return HOME == null || !fileName.startsWith(PREFIX) || fileName.startsWith(HIDDEN)
                ? fileName
                : ROOT + fileName.substring(PREFIX.length());
    }

    /** The portable name of what may be a file of the library on this machine. */
    public static String portable(String fileName) {
        String path = below(fileName);
        return path == null || path.isEmpty() ? fileName : PREFIX + path;
    }

    /** Whether a file is one of the library, under either name. */
    public static boolean isOurs(String fileName) {
        return below(fileName) != null;
    }

    /** The path of a file or folder below that of the library; null when it is elsewhere, or was installed there. */
    public static String below(String name) {
        String path = null;
        if (name.startsWith(ROOT)) {
            path = name.substring(ROOT.length());
        } else if (name.startsWith(PREFIX)) {
            path = name.substring(PREFIX.length());
        } else if (name.length() == ROOT.length() - 1 && ROOT.startsWith(name)) {
            path = "";
        }
        return path != null && path.startsWith(INSTALLED) ? null : path;
    }

    /** One that is told, or made by the build beside the classes, or unpacked from the jar. */
    private static String findHome() {
        String given = System.getProperty("picklejar.home");
        if (given != null && isHome(Path.of(given))) {
            return given;
        }
        try {
            CodeSource source = LibraryFiles.class.getProtectionDomain().getCodeSource();
            if (source == null) {
                return null;
            }
            Path place = Path.of(source.getLocation().toURI());
            Path beside = place.resolveSibling("python");
            if (isHome(beside)) {
                return beside.toString();
            }
            return Files.isRegularFile(place) ? LibraryUnpacking.unpack(place) : null;
        } catch (URISyntaxException | IllegalArgumentException | SecurityException e) {
            // Classes that come from something else than files.
            return null;
        }
    }

    static boolean isHome(Path home) {
        return new File(home.toString(), FOLDER + "/os.py").isFile();
    }
}
