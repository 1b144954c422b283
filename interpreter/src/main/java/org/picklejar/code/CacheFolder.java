package org.picklejar.code;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A folder of what earlier runs have made and this one can make again: files whose names say what they were made of. When it cannot be
 * read or written, nothing is kept.
 */
public final class CacheFolder {
    private final Path folder;

    public CacheFolder(Path folder) {
        this.folder = folder;
    }

    /** One in {@code $PICKLEJAR_CACHE}, else in {@code ~/.cache/picklejar}. */
    public static CacheFolder named(String name) {
        String given = System.getenv("PICKLEJAR_CACHE");
        Path base =
                given != null ? Path.of(given) : Path.of(System.getProperty("user.home", "."), ".cache", "picklejar");
        return new CacheFolder(base.resolve(name));
    }

    public Path path() {
        return folder;
    }

    /** The name of a file that is made of some data. */
    public static String nameFor(byte[]... data) {
        try {
            MessageDigest d = MessageDigest.getInstance("SHA-256");
            for (byte[] part : data) {
                d.update(part);
            }
            return HexFormat.of().formatHex(d.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is in a file; null when it is not there. */
    public byte[] get(String name) {
        Path file = folder.resolve(name);
        try {
            return Files.isReadable(file) ? Files.readAllBytes(file) : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** Writes a file, which nobody sees half-written. */
    public void put(String name, byte[] content) {
        try {
            Files.createDirectories(folder);
            Path aside = Files.createTempFile(folder, "new", null);
            Files.write(aside, content);
            Files.move(
                    aside, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            System.getLogger("org.picklejar").log(System.Logger.Level.DEBUG, "nothing is kept", e);
        }
    }
}
