package org.picklejar.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What goes into the jars does the same as what was compiled. */
class PackagedClassesTest {
    /** Uses lambdas of all kinds; run in the form that the build makes of it. */
    public static final class Sample implements Supplier<List<Object>> {
        private final String name = "sample";

        private static String joined(Object a, Object b) {
            return a + "+" + b;
        }

        private String greet(String other) {
            return name + " " + other;
        }

        @Override
        public List<Object> get() {
            List<Object> out = new ArrayList<>();
            long big = 1L << 40;
            double half = 0.5;
            int three = 3;
            IntBinaryOperator plus = (a, b) -> a + b + three;
            LongUnaryOperator more = n -> n + big + (long) half;
            Supplier<List<String>> maker = ArrayList::new;
            Function<String, String> own = this::greet;
            BiFunction<String, Object, String> joiner = Sample::joined;
            Function<List<String>, Integer> size = List::size;
            Runnable adds = () -> out.add("added");
            Function<Integer, Function<Integer, Integer>> nested = a -> b -> a * 10 + b;
            adds.run();
            out.add(plus.applyAsInt(1, 2));
            out.add(more.applyAsLong(2));
            out.add(maker.get());
            out.add(own.apply("one"));
            out.add(joiner.apply("a", null));
            out.add(size.apply(List.of("x")));
            out.add(nested.apply(4).apply(2));
            return out;
        }
    }

    @TempDir
    Path folder;

    private static String file(Class<?> c) {
        return c.getName().replace('.', '/') + ".class";
    }

    @Test
    void lambdasBecomeClassesThatDoTheSame() throws Exception {
        Path from = folder.resolve("from");
        Path to = folder.resolve("to");
        for (Class<?> c : List.of(PackagedClassesTest.class, Sample.class)) {
            Files.createDirectories(from.resolve(file(c)).getParent());
            Files.copy(Path.of("target/test-classes", file(c)), from.resolve(file(c)));
        }
        PackagedClasses.main(new String[] {from.toString(), to.toString()});
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {to.toUri().toURL()}, getClass().getClassLoader().getParent())) {
            Class<?> converted = loader.loadClass(Sample.class.getName());
            Supplier<?> sample = (Supplier<?>) converted.getConstructor().newInstance();
            assertEquals(new Sample().get(), sample.get());
        }
        assertEquals(List.of("size"), lambdasIn(Files.readAllBytes(to.resolve(file(Sample.class)))));
        // A second run does not find what the first has made.
        Files.delete(from.resolve(file(Sample.class)));
        PackagedClasses.main(new String[] {from.toString(), to.toString()});
        try (Stream<Path> files = Files.walk(to)) {
            assertFalse(files.anyMatch(
                    f -> f.toString().contains("Lambda") && f.toString().contains("Sample")));
        }
    }

    /** The methods that still are made at run time: here one whose result is boxed on the way. */
    private static List<String> lambdasIn(byte[] classFile) {
        List<String> found = new ArrayList<>();
        new ClassReader(classFile)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(int access, String n, String d, String s, String[] e) {
                                return new MethodVisitor(Opcodes.ASM9) {
                                    @Override
                                    public void visitInvokeDynamicInsn(String n, String d, Handle m, Object... given) {
                                        found.add(((Handle) given[1]).getName());
                                    }
                                };
                            }
                        },
                        0);
        return found;
    }

    @Test
    void whatEveryStartReadsIsEmbedded() throws Exception {
        Path to = folder.resolve("to");
        PackagedClasses.main(new String[] {"target/classes", to.toString()});
        assertFalse(Files.exists(to.resolve("org/picklejar/bootstrap/specs.code")));
        assertTrue(Files.exists(to.resolve("org/picklejar/bootstrap/specs.py")));
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {to.toUri().toURL()}, getClass().getClassLoader().getParent())) {
            Class<?> library = loader.loadClass("org.picklejar.imports.Library");
            String name = "org/picklejar/bootstrap/specs.code";
            byte[] found = (byte[]) library.getMethod("bytes", String.class).invoke(null, name);
            assertEquals(-1, Arrays.mismatch(Files.readAllBytes(Path.of("target/classes", name)), found));
        }
    }
}
