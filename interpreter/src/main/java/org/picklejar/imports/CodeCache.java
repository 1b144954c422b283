package org.picklejar.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.picklejar.code.CodeFormat;
import org.picklejar.code.CodeObject;

/**
 * Compiled modules of earlier runs, in files named by what they were made of: the source, its file name, the code's format. The folder is
 * {@code $PICKLEJAR_CACHE}, else {@code ~/.cache/picklejar}; when it cannot be written, nothing is kept.
 */
final class CodeCache {
    private final Path folder;

    CodeCache() {
        String given = System.getenv("PICKLEJAR_CACHE");
        Path base =
                given != null ? Path.of(given) : Path.of(System.getProperty("user.home", "."), ".cache", "picklejar");
        folder = base.resolve("code-" + Integer.toHexString(CodeObject.MAGIC));
    }

    private Path file(String name, byte[] source) {
        try {
            MessageDigest d = MessageDigest.getInstance("SHA-256");
            d.update(name.getBytes(StandardCharsets.UTF_8));
            d.update((byte) 0);
            return folder.resolve(HexFormat.of().formatHex(d.digest(source), 0, 16) + ".code");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The code of a module, or null when it must be compiled. */
    CodeObject get(String fileName, byte[] source) {
        try {
            Path p = file(fileName, source);
            return Files.isReadable(p) ? CodeFormat.read(Files.readAllBytes(p)) : null;
        } catch (IOException e) {
            return null;
        }
    }

    void put(String fileName, byte[] source, CodeObject code) {
        try {
            Files.createDirectories(folder);
            Path aside = Files.createTempFile(folder, "new", null);
            Files.write(aside, CodeFormat.write(code));
            Files.move(
                    aside, file(fileName, source), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            System.getLogger("org.picklejar").log(System.Logger.Level.DEBUG, "no code cache", e);
        }
    }
}
