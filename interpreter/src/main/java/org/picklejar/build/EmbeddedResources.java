package org.picklejar.build;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Puts resources into class {@link org.picklejar.imports.Embedded}. */
final class EmbeddedResources {
    /** A constant has at most 65,535 bytes, and a character two. */
    private static final int PART = 32_000;

    private static final String METHOD = "parts";

    private EmbeddedResources() {}

    /** @param resources the contents by name */
    static byte[] fill(byte[] classFile, Map<String, byte[]> resources) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(int access, String name, String d, String s, String[] e) {
                        MethodVisitor m = super.visitMethod(access, name, d, s, e);
                        if (!name.equals(METHOD)) {
                            return m;
                        }
                        m.visitCode();
                        resources.forEach((resource, bytes) ->
                                answer(m, resource, new String(bytes, StandardCharsets.ISO_8859_1)));
                        m.visitInsn(Opcodes.ACONST_NULL);
                        m.visitInsn(Opcodes.ARETURN);
                        m.visitMaxs(0, 0);
                        m.visitEnd();
                        return null;
                    }
                },
                ClassReader.SKIP_DEBUG);
        return writer.toByteArray();
    }

    private static void answer(MethodVisitor m, String resource, String text) {
        Label other = new Label();
        m.visitVarInsn(Opcodes.ALOAD, 0);
        m.visitLdcInsn(resource);
        m.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/lang/String", "equals", "(Ljava/lang/Object;)Z", false);
        m.visitJumpInsn(Opcodes.IFEQ, other);
        m.visitIntInsn(Opcodes.BIPUSH, (text.length() + PART - 1) / PART);
        m.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/String");
        for (int i = 0; i * PART < text.length(); i++) {
            m.visitInsn(Opcodes.DUP);
            m.visitIntInsn(Opcodes.BIPUSH, i);
            m.visitLdcInsn(text.substring(i * PART, Math.min(text.length(), (i + 1) * PART)));
            m.visitInsn(Opcodes.AASTORE);
        }
        m.visitInsn(Opcodes.ARETURN);
        m.visitLabel(other);
        m.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    }
}
