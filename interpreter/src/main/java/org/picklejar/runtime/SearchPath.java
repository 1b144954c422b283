package org.picklejar.runtime;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.picklejar.code.LibraryFiles;

/**
 * What of the environment goes into {@code sys.path}, by the options of the command {@code python}; each is a flag of {@code sys.flags}.
 *
 * @param ignoreEnvironment {@code -E}: no variables {@code PYTHON...}
 * @param safePath {@code -P}: without the folder of the program
 * @param noUserSite {@code -s}: without the packages of the user
 * @param noSite {@code -S}: without installed packages
 * @param isolated {@code -I}: {@code -E}, {@code -P} and {@code -s}
 */
public record SearchPath(
        boolean ignoreEnvironment, boolean safePath, boolean noUserSite, boolean noSite, boolean isolated) {
    /** Only the library: what a program finds does not depend on the machine. */
    public static final SearchPath LIBRARY = new SearchPath(false, false, true, true, false);

    private static final String SITE_PACKAGES = "/" + LibraryFiles.FOLDER + "/site-packages";

    /** @param options letters of options */
    public static SearchPath of(String options) {
        boolean isolated = options.indexOf('I') >= 0;
        boolean ignores = isolated || options.indexOf('E') >= 0;
        return new SearchPath(
                ignores,
                isolated || options.indexOf('P') >= 0 || !ignores && isSet("PYTHONSAFEPATH"),
                isolated || options.indexOf('s') >= 0 || !ignores && isSet("PYTHONNOUSERSITE"),
                options.indexOf('S') >= 0,
                isolated);
    }

    private static boolean isSet(String variable) {
        return !variable(variable).isEmpty();
    }

    private static String variable(String name) {
        String value = System.getenv(name);
        return value == null ? "" : value;
    }

    /** Folders that the user names, and the library. */
    List<String> entries() {
        Set<String> all = new LinkedHashSet<>();
        if (readsEnvironment() && isSet("PYTHONPATH")) {
            for (String entry : variable("PYTHONPATH").split(File.pathSeparator, -1)) {
                all.add(Path.of(entry).toAbsolutePath().normalize().toString());
            }
        }
        all.add(LibraryFiles.folder());
        return new ArrayList<>(all);
    }

    private boolean readsEnvironment() {
        // Not equals(): a record's costs a start 30 ms.
        return !ignoreEnvironment && this != LIBRARY;
    }

    /** The folders of installed packages that there are. */
    List<String> sites() {
        List<String> found = new ArrayList<>();
        if (noSite) {
            return found;
        }
        if (!noUserSite) {
            String base = variable("PYTHONUSERBASE");
            found.add((base.isEmpty() ? System.getProperty("user.home") + "/.local" : base) + SITE_PACKAGES);
        }
        if (LibraryFiles.home() != null) {
            found.add(LibraryFiles.home() + SITE_PACKAGES);
        }
        found.removeIf(f -> !new File(f).isDirectory());
        return found;
    }

    /** Whether the library's site.py has more to do than to add these folders: it would cost each start its time. */
    boolean needsSite(List<String> sites) {
        if (noSite) {
            return false;
        }
        List<String> places = entries();
        places.remove(LibraryFiles.folder());
        places.addAll(sites);
        for (String place : places) {
            for (String name : new String[] {"sitecustomize", "usercustomize"}) {
                if (new File(place, name).exists() || new File(place, name + ".py").exists()) {
                    return true;
                }
            }
        }
        for (String site : sites) {
            String[] names = new File(site).list((folder, name) -> name.endsWith(".pth"));
            if (names != null && names.length > 0) {
                return true;
            }
        }
        return false;
    }
}
