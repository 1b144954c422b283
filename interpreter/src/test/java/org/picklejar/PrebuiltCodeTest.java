package org.picklejar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.picklejar.imports.BuiltinModules;
import org.picklejar.imports.PrebuiltCode;

/** The code that the build has prepared is that of the sources. */
class PrebuiltCodeTest {
    private static final Path CLASSES = Path.of("target/classes");
    private static final List<String> FOLDERS =
            List.of("org/picklejar/bootstrap/", "org/picklejar/builtin_modules/", "org/picklejar/python/");

    @TempDir
    Path fresh;

    private static List<String> sources() throws IOException {
        List<String> found = new ArrayList<>();
        for (String folder : FOLDERS) {
            try (Stream<Path> files = Files.walk(CLASSES.resolve(folder))) {
                files.map(f -> CLASSES.relativize(f).toString())
                        .filter(f -> f.endsWith(".py"))
                        .forEach(found::add);
            }
        }
        return found;
    }

    @Test
    void preparedCodeIsWhatTheSourceCompilesTo() throws IOException {
        List<String> sources = sources();
        assertTrue(sources.size() > 30, "the sources were not found");
        for (String s : sources) {
            Path copy = fresh.resolve(s);
            Files.createDirectories(copy.getParent());
            Files.copy(CLASSES.resolve(s), copy);
        }
        PrebuiltCode.main(
                Stream.concat(Stream.of(fresh.toString()), FOLDERS.stream()).toArray(String[]::new));
        for (String s : sources) {
            String code = s.replaceFirst("\\.py$", ".code");
            assertArrayEquals(Files.readAllBytes(fresh.resolve(code)), Files.readAllBytes(CLASSES.resolve(code)), code);
        }
    }

    @Test
    void codeOfAnotherFormatIsNotUsed() throws IOException {
        String folder = "prebuilt-code-test/";
        Path place = Files.createDirectories(Path.of("target/test-classes", folder));
        for (String module : new String[] {"prepared", "of_another_format"}) {
            Files.writeString(place.resolve(module + ".py"), "first = 1\n");
        }
        PrebuiltCode.main(new String[] {"target/test-classes", folder});
        for (String module : new String[] {"prepared", "of_another_format"}) {
            Files.writeString(place.resolve(module + ".py"), "second = 2\n");
        }
        assertArrayEquals(new String[] {"first"}, PrebuiltCode.of(folder, "prepared.py").names);
        Path prepared = place.resolve("of_another_format.code");
        byte[] code = Files.readAllBytes(prepared);
        code[0]++;
        Files.write(prepared, code);
        assertArrayEquals(new String[] {"second"}, PrebuiltCode.of(folder, "of_another_format.py").names);
    }

    @Test
    void namesOfBuiltinModulesAreThoseOfTheFiles() throws IOException {
        TreeSet<String> files = new TreeSet<>();
        for (String s : sources()) {
            if (s.startsWith(FOLDERS.get(1))) {
                files.add(s.substring(FOLDERS.get(1).length()).replaceFirst("\\.py$", ""));
            }
        }
        assertEquals(files, new TreeSet<>(BuiltinModules.NAMES));
    }
}
