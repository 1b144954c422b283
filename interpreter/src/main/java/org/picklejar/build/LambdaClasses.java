package org.picklejar.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Makes classes of the lambdas and method references in compiled classes, as javac does with anonymous classes. The JVM makes those
 * of lambdas when they are first met, and a start meets a thousand: this took half of its time, even where the classes were in the
 * class-data archive.
 */
final class LambdaClasses {
    private static final String FACTORY = "java/lang/invoke/LambdaMetafactory";
    private static final String MARK = "$$Lambda";
    private static final String ONLY = "ONLY";
    private static final String MAKE = "make";

    /** What a method of an interface is to do: call {@code target} with what was captured and its own arguments. */
    private record Lambda(String type, String method, Type declared, Type actual, Handle target, Type[] captured) {}

    private final Map<String, byte[]> written;
    /** Names of new classes by the class in whose nest they are, so that they may call its private methods. */
    private final Map<String, List<String>> nests = new HashMap<>();

    private LambdaClasses(Map<String, byte[]> classes) {
        written = new LinkedHashMap<>(classes);
    }

    /**
     * @param classes class files by name
     * @return the same and the new ones
     */
    static Map<String, byte[]> convert(Map<String, byte[]> classes) {
        LambdaClasses all = new LambdaClasses(classes);
        classes.forEach(all::convert);
        all.nests.forEach(
                (host, members) -> all.written.computeIfPresent(host, (n, bytes) -> withMembers(bytes, members)));
        return all.written;
    }

    private void convert(String name, byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(0);
        int[] count = {0};
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    private String host = name;

                    @Override
                    public void visitNestHost(String nestHost) {
                        host = nestHost;
                        super.visitNestHost(nestHost);
                    }

                    @Override
                    public MethodVisitor visitMethod(int access, String n, String d, String s, String[] e) {
                        return new MethodVisitor(Opcodes.ASM9, super.visitMethod(access, n, d, s, e)) {
                            @Override
                            public void visitInvokeDynamicInsn(String n, String d, Handle maker, Object... given) {
                                boolean plain = maker.getOwner().equals(FACTORY)
                                        && maker.getName().equals("metafactory");
                                Type site = Type.getMethodType(d);
                                Lambda lambda = !plain
                                        ? null
                                        : new Lambda(
                                                site.getReturnType().getInternalName(),
                                                n,
                                                (Type) given[0],
                                                (Type) given[2],
                                                (Handle) given[1],
                                                site.getArgumentTypes());
                                if (lambda == null || !fits(lambda)) {
                                    super.visitInvokeDynamicInsn(n, d, maker, given);
                                    return;
                                }
                                String made = name + MARK + count[0]++;
                                written.put(made, write(made, host, lambda));
                                nests.computeIfAbsent(host, k -> new ArrayList<>())
                                        .add(made);
                                if (lambda.captured.length == 0) {
                                    super.visitFieldInsn(Opcodes.GETSTATIC, made, ONLY, "L" + made + ";");
                                } else {
                                    String to = Type.getMethodDescriptor(Type.getObjectType(made), lambda.captured);
                                    super.visitMethodInsn(Opcodes.INVOKESTATIC, made, MAKE, to, false);
                                }
                            }
                        };
                    }
                },
                0);
        if (count[0] > 0) {
            written.put(name, writer.toByteArray());
        }
    }

    /** Parameters of the target, its object included. */
    private static List<Type> wanted(Handle target) {
        List<Type> types = new ArrayList<>(List.of(Type.getArgumentTypes(target.getDesc())));
        if (target.getTag() != Opcodes.H_INVOKESTATIC && target.getTag() != Opcodes.H_NEWINVOKESPECIAL) {
            types.add(0, Type.getObjectType(target.getOwner()));
        }
        return types;
    }

    private static Type result(Handle target) {
        return target.getTag() == Opcodes.H_NEWINVOKESPECIAL
                ? Type.getObjectType(target.getOwner())
                : Type.getReturnType(target.getDesc());
    }

    /** Whether nothing is boxed or widened on the way. */
    private static boolean fits(Lambda lambda) {
        List<Type> wanted = wanted(lambda.target);
        List<Type> given = new ArrayList<>(List.of(lambda.captured));
        given.addAll(List.of(lambda.actual.getArgumentTypes()));
        Type[] declared = lambda.declared.getArgumentTypes();
        Type result = lambda.declared.getReturnType();
        boolean fits = wanted.size() == given.size()
                && (result.getSort() == Type.VOID || alike(result(lambda.target), result));
        for (int i = 0; fits && i < wanted.size(); i++) {
            int own = i - lambda.captured.length;
            fits = alike(wanted.get(i), given.get(i)) && (own < 0 || alike(given.get(i), declared[own]));
        }
        return fits && lambda.target.getTag() != Opcodes.H_INVOKESPECIAL;
    }

    private static boolean alike(Type a, Type b) {
        return a.equals(b) || isReference(a) && isReference(b);
    }

    private static boolean isReference(Type t) {
        return t.getSort() == Type.OBJECT || t.getSort() == Type.ARRAY;
    }

    private static byte[] write(String name, String host, Lambda lambda) {
        ClassWriter w = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        w.visit(Opcodes.V17, Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC, name, null, "java/lang/Object", new String[] {
            lambda.type
        });
        w.visitNestHost(host);
        String own = "L" + name + ";";
        Type[] captured = lambda.captured;
        String constructor = Type.getMethodDescriptor(Type.VOID_TYPE, captured);
        for (int i = 0; i < captured.length; i++) {
            w.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, "c" + i, captured[i].getDescriptor(), null, null);
        }
        MethodVisitor m = w.visitMethod(Opcodes.ACC_PRIVATE, "<init>", constructor, null, null);
        m.visitVarInsn(Opcodes.ALOAD, 0);
        m.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        for (int i = 0, local = 1; i < captured.length; local += captured[i++].getSize()) {
            m.visitVarInsn(Opcodes.ALOAD, 0);
            m.visitVarInsn(captured[i].getOpcode(Opcodes.ILOAD), local);
            m.visitFieldInsn(Opcodes.PUTFIELD, name, "c" + i, captured[i].getDescriptor());
        }
        end(m, Opcodes.RETURN);
        boolean one = captured.length == 0;
        if (one) {
            w.visitField(Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, ONLY, own, null, null);
        }
        m = w.visitMethod(
                Opcodes.ACC_STATIC,
                one ? "<clinit>" : MAKE,
                one ? "()V" : Type.getMethodDescriptor(Type.getType(own), captured),
                null,
                null);
        m.visitTypeInsn(Opcodes.NEW, name);
        m.visitInsn(Opcodes.DUP);
        for (int i = 0, local = 0; i < captured.length; local += captured[i++].getSize()) {
            m.visitVarInsn(captured[i].getOpcode(Opcodes.ILOAD), local);
        }
        m.visitMethodInsn(Opcodes.INVOKESPECIAL, name, "<init>", constructor, false);
        if (one) {
            m.visitFieldInsn(Opcodes.PUTSTATIC, name, ONLY, own);
        }
        end(m, one ? Opcodes.RETURN : Opcodes.ARETURN);
        call(
                w.visitMethod(Opcodes.ACC_PUBLIC, lambda.method, lambda.declared.getDescriptor(), null, null),
                name,
                lambda);
        w.visitEnd();
        return w.toByteArray();
    }

    private static void call(MethodVisitor m, String name, Lambda lambda) {
        Handle target = lambda.target;
        if (target.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
            m.visitTypeInsn(Opcodes.NEW, target.getOwner());
            m.visitInsn(Opcodes.DUP);
        }
        List<Type> wanted = wanted(target);
        Type[] captured = lambda.captured;
        Type[] declared = lambda.declared.getArgumentTypes();
        for (int i = 0; i < captured.length; i++) {
            m.visitVarInsn(Opcodes.ALOAD, 0);
            m.visitFieldInsn(Opcodes.GETFIELD, name, "c" + i, captured[i].getDescriptor());
            cast(m, captured[i], wanted.get(i));
        }
        for (int i = 0, local = 1; i < declared.length; local += declared[i++].getSize()) {
            m.visitVarInsn(declared[i].getOpcode(Opcodes.ILOAD), local);
            cast(m, declared[i], wanted.get(captured.length + i));
        }
        int opcode = switch (target.getTag()) {
            case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
            case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
            case Opcodes.H_INVOKEVIRTUAL -> Opcodes.INVOKEVIRTUAL;
            default -> Opcodes.INVOKESPECIAL;
        };
        m.visitMethodInsn(opcode, target.getOwner(), target.getName(), target.getDesc(), target.isInterface());
        Type has = result(target);
        Type result = lambda.declared.getReturnType();
        if (result.getSort() != Type.VOID) {
            cast(m, has, result);
        } else if (has.getSize() > 0) {
            m.visitInsn(has.getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
        }
        end(m, result.getOpcode(Opcodes.IRETURN));
    }

    private static void cast(MethodVisitor m, Type from, Type to) {
        if (isReference(to) && !from.equals(to) && !to.getInternalName().equals("java/lang/Object")) {
            m.visitTypeInsn(Opcodes.CHECKCAST, to.getInternalName());
        }
    }

    private static void end(MethodVisitor m, int opcode) {
        m.visitInsn(opcode);
        m.visitMaxs(0, 0);
        m.visitEnd();
    }

    private static byte[] withMembers(byte[] host, List<String> members) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(host)
                .accept(
                        new ClassVisitor(Opcodes.ASM9, writer) {
                            @Override
                            public void visitEnd() {
                                members.forEach(this::visitNestMember);
                                super.visitEnd();
                            }
                        },
                        0);
        return writer.toByteArray();
    }
}
