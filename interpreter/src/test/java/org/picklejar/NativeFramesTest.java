package org.picklejar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.pickle.NativeFrames;

/** Every builtin in progress has a name of its own in pickles, or a reason why it cannot be in one. */
class NativeFramesTest {
    private static final Path CLASSES = Path.of("target/classes");
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
    void eachNameIsInTheTableOnce() throws IOException {
        List<String> names = table().stream()
                .filter(l -> !l.startsWith("-"))
                .map(l -> l.split("\\s+")[0])
                .toList();
        assertEquals(new TreeSet<>(names).size(), names.size());
        names.forEach(n -> assertEquals(true, n.matches("[\\w.]+/\\d+"), n));
    }

    @Test
    void framesWithNamesSaveTheirFieldsAndTakeThemBack() throws IOException, ReflectiveOperationException {
        List<String> wrong = new ArrayList<>();
        int checked = 0;
        for (Class<?> c : frames()) {
            if (NativeFrames.nameOf(c) == null) {
                continue;
            }
            for (String method : List.of("save", "restore")) {
                Method m = method.equals("save") ? c.getMethod("save") : c.getMethod("restore", PyObject[].class);
                if (m.getDeclaringClass() == NativeFrame.class) {
                    wrong.add(c.getName() + " has no " + method);
                }
            }
            Constructor<?> maker = c.getDeclaredConstructor();
            maker.setAccessible(true);
            PyObject[] state;
            NativeFrame copy;
            try {
                state = ((NativeFrame) maker.newInstance()).save();
            } catch (NullPointerException | PyException e) {
                continue; // Its fields are set when it begins, or it cannot be saved before; programs check that.
            }
            try {
                copy = (NativeFrame) maker.newInstance();
                copy.restore(state);
                assertEquals(describe(state), describe(copy.save()), c.getName());
                checked++;
            } catch (RuntimeException e) {
                wrong.add(c.getName() + " " + e);
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(true, checked > 20, checked + " round trips");
    }

    private static String describe(PyObject[] state) {
        StringBuilder out = new StringBuilder("(");
        for (PyObject o : state) {
            out.append(
                            o instanceof PyTuple t
                                    ? describe(t.items)
                                    : o instanceof PyInt || o instanceof PyStr
                                            ? o.toString()
                                            : o == null ? "null" : o.type().name())
                    .append(' ');
        }
        return out.append(')').toString();
    }
}
