package org.picklejar.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** Puts the Python files of a class path into a folder, where programs and tools can read them. */
public final class LibraryUnpacking {
    private static final String STANDARD = "picklejar-lib/";
    private static final String OURS = "org/picklejar/python/";
    private static final String ADDITIONS = "org/picklejar/library_additions/";
    private static final String SOURCE = ".py";

    private LibraryUnpacking() {}

    /**
     * The home made of a jar, now or by an earlier run: a folder in the user's cache.
     *
     * @return null when it cannot be written
     */
    static String unpack(Path jar) {
        try {
            String version = jar.toAbsolutePath() + "\0" + Files.size(jar) + "\0" + Files.getLastModifiedTime(jar);
            String name = CacheFolder.nameFor(version.getBytes(StandardCharsets.UTF_8));
            Path home = CacheFolder.named("python-" + name).path();
            if (LibraryFiles.isHome(home)) {
                return home.toString();
            }
            Files.createDirectories(home.getParent());
            // Nobody sees it half-written: it gets its name when it is whole.
            Path aside = Files.createTempDirectory(home.getParent(), "python-new");
            try (FileSystem inside = FileSystems.newFileSystem(jar)) {
                copy(inside.getPath("/"), aside.resolve(LibraryFiles.FOLDER));
                Files.move(aside, home, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                // Another process may have been quicker.
                if (!LibraryFiles.isHome(home)) {
                    throw e;
                }
            } finally {
                remove(aside);
            }
            return home.toString();
        } catch (IOException | UncheckedIOException e) {
            System.getLogger("org.picklejar").log(System.Logger.Level.DEBUG, "the library is not unpacked", e);
            return null;
        }
    }

    private static void copy(Path classes, Path folder) throws IOException {
        copy(classes.resolve(STANDARD), folder, false);
        copy(classes.resolve(ADDITIONS), folder, true);
        copy(classes.resolve(OURS), folder, false);
    }

    private static void copy(Path from, Path to, boolean append) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(f -> f.toString().endsWith(SOURCE)).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                if (append) {
                    Files.write(target, Files.readAllBytes(file), StandardOpenOption.APPEND);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /**
     * Makes a home in the build. What is installed in it stays.
     *
     * @param arguments the home, the directory of the class path with the library, another one, and a root of modules in it
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0], LibraryFiles.FOLDER);
        Files.createDirectories(folder);
        try (Stream<Path> there = Files.list(folder)) {
            for (Path old : there.filter(f -> !f.endsWith("site-packages")).toList()) {
                remove(old);
            }
        }
        copy(Path.of(arguments[1]), folder);
        copy(Path.of(arguments[2], arguments[3]), folder, false);
    }
}
