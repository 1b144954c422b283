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
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Which method of the project calls which, by the bytecode. A method is named such as {@code ops.Values.toInt} with its descriptor
 * behind it. Calls through an interface or an abstract method lead to that, not to what implements it; the body of a lambda is a method of its own.
 */
final class CallGraph {
    private static final String PACKAGE = "org/picklejar/";

    /** The calls in each method, one entry for each place. */
    private final Map<String, List<String>> calls = new TreeMap<>();

    /** By method: as what it is used (as a lambda or by reference): a functional interface, and the method that gets it. */
    private final Map<String, Set<String>> uses = new TreeMap<>();

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
                            /** Lambdas that no call has got yet, with their functional interfaces. */
                            private final Map<String, String> made = new TreeMap<>();

                            @Override
                            public void visitMethodInsn(
                                    int opcode, String target, String called, String type, boolean isInterface) {
                                String to = target.startsWith(PACKAGE) ? method(target, called, type) : null;
                                if (to != null) {
                                    out.add(to);
                                }
                                made.forEach((body, as) -> uses.computeIfAbsent(body, k -> new TreeSet<>())
                                        .add(to == null ? as : as + " of " + name(to)));
                                made.clear();
                            }

                            @Override
                            public void visitInvokeDynamicInsn(
                                    String called, String returned, Handle bootstrap, Object... arguments) {
                                if (arguments.length > 1
                                        && arguments[1] instanceof Handle h
                                        && h.getOwner().startsWith(PACKAGE)) {
                                    String body = method(h.getOwner(), h.getName(), h.getDesc());
                                    String type = Type.getReturnType(returned).getClassName();
                                    if (type.startsWith("java.")) {
                                        // What the library gets it runs at once, or nobody does.
                                        out.add(body);
                                    } else {
                                        made.put(body, type.substring(type.lastIndexOf('.') + 1));
                                    }
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

    /** As what a method is used, such as {@code NativeCode$X2 of core.TypeBuilder.tail}. */
    Set<String> usesOf(String method) {
        return uses.getOrDefault(method, Set.of());
    }

    /** The methods that call a method. */
    Map<String, Set<String>> callers() {
        Map<String, Set<String>> out = new HashMap<>();
        calls.forEach((m, called) ->
                called.forEach(c -> out.computeIfAbsent(c, k -> new TreeSet<>()).add(m)));
        return out;
    }

    /** For each method that leads to one of the doors, itself included: to which. */
    Map<String, Set<String>> leadingTo(Collection<String> doors) {
        Map<String, Set<String>> callers = callers();
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
