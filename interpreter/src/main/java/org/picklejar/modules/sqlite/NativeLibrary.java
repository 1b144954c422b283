package org.picklejar.modules.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import org.picklejar.code.CacheFolder;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.core.NativeDB;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite itself, which is loaded from a file. The driver takes it out of its jar anew in each process, and compares it byte by byte, which
 * takes a third of a second; here it is kept in the folder of what can be made again.
 */
final class NativeLibrary {
    private static final String PATH = "org.sqlite.lib.path";
    private static final String NAME = "org.sqlite.lib.name";

    private NativeLibrary() {}

    /** @throws org.picklejar.core.PyException ImportError when there is none for this system */
    static synchronized void load() {
        try {
            if (System.getProperty(PATH) == null && System.getProperty(NAME) == null) {
                useKept();
            }
            NativeDB.load();
        } catch (Exception | LinkageError e) {
            throw Errors.of(ExceptionTypes.IMPORT_ERROR, "cannot load SQLite: %s", String.valueOf(e.getMessage()));
        }
    }

    /** The version of SQLite. The driver's has one more number. */
    static String version() {
        String driver = SQLiteJDBCLoader.getVersion();
        return driver.substring(0, driver.lastIndexOf('.'));
    }

    private static void useKept() throws IOException {
        String place = LibraryLoaderUtil.getNativeLibResourcePath();
        String name = LibraryLoaderUtil.getNativeLibName();
        URL library = NativeDB.class.getResource(place + "/" + name);
        if (library == null) {
            // The driver says what it has looked for.
            return;
        }
        CacheFolder folder = CacheFolder.named("sqlite-" + SQLiteJDBCLoader.getVersion() + place.replace('/', '-'));
        try (InputStream in = library.openStream()) {
            Path kept = folder.path().resolve(name);
            // What is there was made of this very version, so its size says whether it is whole.
            if (!Files.isReadable(kept)
                    || Files.size(kept) != library.openConnection().getContentLengthLong()) {
                folder.put(name, in.readAllBytes());
            }
            if (Files.isReadable(kept)) {
                System.setProperty(PATH, folder.path().toString());
                System.setProperty(NAME, name);
            }
        }
    }
}
