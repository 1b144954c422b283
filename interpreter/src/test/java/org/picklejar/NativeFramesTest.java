package org.picklejar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.picklejar.core.NativeFrame;
import org.picklejar.pickle.NativeFrames;

/** Every builtin in progress has a name of its own in pickles, and goes on from one; or it has a reason why it cannot be in one. */
class NativeFramesTest {
    private static final Path CLASSES = Path.of("target/classes");
    private static final Path PROGRAMS = Path.of("src/test/resources/native_frames");
    private static final String PACKAGE = "org.picklejar.";

    private static List<String> table() throws IOException {
        try (var in = NativeFrames.class.getResourceAsStream("native-frames.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .toList();
        }
    }

    private static Set<Class<?>> frames() throws IOException, ClassNotFoundException {
        Set<Class<?>> found = new HashSet<>();
        try (Stream<Path> files = Files.walk(CLASSES)) {
            for (Path p : (Iterable<Path>) files.filter(f -> f.toString().endsWith(".class"))::iterator) {
                String name =
                        CLASSES.relativize(p).toString().replace(".class", "").replace('/', '.');
                if (name.startsWith(PACKAGE)) {
                    Class<?> c = Class.forName(name, false, NativeFramesTest.class.getClassLoader());
                    if (NativeFrame.class.isAssignableFrom(c) && !Modifier.isAbstract(c.getModifiers())) {
                        found.add(c);
                    }
                }
            }
        }
        return found;
    }

    @Test
    void eachFrameIsInTheTableOnce() throws IOException, ClassNotFoundException {
        List<String> listed = new ArrayList<>();
        for (String line : table()) {
            String[] words = line.split("\\s+");
            if (line.startsWith("-")) {
                assertEquals(true, line.matches("- \\S+: \\S.*"), "no reason in: " + line);
                listed.add(words[1].replace(":", ""));
            } else {
                listed.add(words.length > 1 ? words[1] : words[0].substring(0, words[0].indexOf('/')));
            }
        }
        Set<String> found = new TreeSet<>();
        frames().forEach(c -> found.add(c.getName().substring(PACKAGE.length())));
        assertEquals(
                String.join("\n", found),
                String.join("\n", listed.stream().sorted().toList()));
    }

    @Test
    void whatBeginsAgainCanBeMadeAgain() throws IOException, ClassNotFoundException, NoSuchMethodException {
        int found = 0;
        for (Class<?> c : frames()) {
            if (c.getMethod("beginsAgain").getDeclaringClass() != NativeFrame.class) {
                assertNotNull(NativeFrames.nameOf(c), c.getName());
                assertTrue(Modifier.isPublic(c.getConstructor().getModifiers()), c.getName());
                found++;
            }
        }
        assertTrue(found > 0);
    }

    @Test
    void eachNameIsInTheTableOnce() throws IOException {
        List<String> names = table().stream()
                .filter(l -> !l.startsWith("-"))
                .map(l -> l.split("\\s+")[0])
                .toList();
        assertEquals(new TreeSet<>(names).size(), names.size());
        names.forEach(n -> assertEquals(true, n.matches("[\\w.]+/\\d+"), n));
    }

    @Tag("slow")
    @TestFactory
    Stream<DynamicTest> eachFrameGoesOnInAFreshRuntime() throws IOException, ClassNotFoundException {
        Map<String, StoppedProgram> programs = StoppedProgram.readAll(PROGRAMS, "frame");
        Set<String> names = new TreeSet<>(programs.keySet());
        for (Class<?> c : frames()) {
            if (NativeFrames.nameOf(c) != null) {
                names.add(NativeFrames.nameOf(c));
            }
        }
        return names.stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    assertNotNull(programs.get(name), "no program in " + PROGRAMS + " waits inside " + name);
                    Set<String> seen = programs.get(name).check(StoppedProgram.Way.PAUSE);
                    assertTrue(seen.contains(name), () -> "it never waited inside " + name + ", only inside " + seen);
                }));
    }
}
