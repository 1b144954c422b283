package org.picklejar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Which method of the project calls which, by the bytecode. A method is named such as {@code ops.Values.toInt} with its descriptor
 * behind it. Calls through an interface or an abstract method lead to that, not to what implements it; the body of a lambda is a method of its own.
 */
final class CallGraph {
    private static final String PACKAGE = "org/picklejar/";

    /** The calls in each method, one entry for each place. */
    private final Map<String, List<String>> calls = new TreeMap<>();

    static CallGraph of(Path classes) throws IOException {
        CallGraph g = new CallGraph();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path p : (Iterable<Path>) files.filter(f -> f.toString().endsWith(".class"))::iterator) {
                g.add(new ClassReader(Files.readAllBytes(p)));
            }
        }
        return g;
    }

    private void add(ClassReader reader) {
        String owner = reader.getClassName();
        reader.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] exceptions) {
                        List<String> out =
                                calls.computeIfAbsent(method(owner, name, descriptor), k -> new ArrayList<>());
                        return new MethodVisitor(Opcodes.ASM9) {
                            @Override
                            public void visitMethodInsn(
                                    int opcode, String target, String called, String type, boolean isInterface) {
                                if (target.startsWith(PACKAGE)) {
                                    out.add(method(target, called, type));
                                }
                            }
                        };
                    }
                },
                ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    }

    private static String method(String owner, String name, String descriptor) {
        return owner.substring(PACKAGE.length()).replace('/', '.') + "." + name + descriptor;
    }

    /** Without the descriptor. */
    static String name(String method) {
        return method.substring(0, method.indexOf('('));
    }

    static String className(String method) {
        String name = name(method);
        return name.substring(0, name.lastIndexOf('.')).split("\\$")[0];
    }

    Set<String> methods() {
        return calls.keySet();
    }

    List<String> callsIn(String method) {
        return calls.get(method);
    }

    /** For each method that leads to one of the doors, itself included: to which. */
    Map<String, Set<String>> leadingTo(Collection<String> doors) {
        Map<String, Set<String>> callers = new HashMap<>();
        calls.forEach((m, called) -> called.forEach(
                c -> callers.computeIfAbsent(c, k -> new TreeSet<>()).add(m)));
        Map<String, Set<String>> out = new TreeMap<>();
        for (String door : doors) {
            Deque<String> todo = new ArrayDeque<>(List.of(door));
            while (!todo.isEmpty()) {
                String m = todo.pop();
                if (out.computeIfAbsent(m, k -> new TreeSet<>()).add(door)) {
                    todo.addAll(callers.getOrDefault(m, Set.of()));
                }
            }
        }
        return out;
    }
}
