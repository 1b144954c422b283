package org.picklejar.jit;

import static org.objectweb.asm.Opcodes.AALOAD;
import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ARETURN;
import static org.objectweb.asm.Opcodes.ARRAYLENGTH;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.BIPUSH;
import static org.objectweb.asm.Opcodes.CHECKCAST;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.F_SAME;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.IADD;
import static org.objectweb.asm.Opcodes.ICONST_1;
import static org.objectweb.asm.Opcodes.IFNE;
import static org.objectweb.asm.Opcodes.IF_ICMPNE;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.ISUB;
import static org.objectweb.asm.Opcodes.POP;
import static org.objectweb.asm.Opcodes.PUTFIELD;
import static org.objectweb.asm.Opcodes.PUTSTATIC;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.SIPUSH;
import static org.objectweb.asm.Opcodes.V17;

import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;
import org.picklejar.code.CodeObject;
import org.picklejar.code.LiveRegisters;
import org.picklejar.code.Opcode;
import org.picklejar.core.DirectCall;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.PyCell;
import org.picklejar.core.PyCode;
import org.picklejar.core.PyFunction;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.interp.Compiled;
import org.picklejar.interp.CompiledBody;

/** Makes the class of a region: its body, how that is called and gone on with, and what it refers to. */
final class UnitWriter {
    static final String CODE_TYPE = Type.getDescriptor(PyCode.class);
    /** HotSpot compiles no larger methods, unless it is told to ({@code -XX:-DontCompileHugeMethods}), which the launcher says so here. */
    static final int MOST_BYTES = Integer.getInteger("picklejar.jit.bytes", 8000);
    /** More never fit, so that trying is a waste of time. */
    private static final int MOST_INSTRUCTIONS = MOST_BYTES / 5;
    /** A method has at most 255 parameters. */
    private static final int MOST_PARAMETERS = 250;

    private static final String SUPER = Type.getInternalName(CompiledBody.class);
    private static final String CODE = Type.getInternalName(PyCode.class);
    private static final String DATA = Type.getInternalName(UnitData.class);
    private static final Class<?>[] CALL = {Execution.class, PyFunction.class};

    private final PyCode linked;
    private final CodeObject code;
    private final Region region;
    private final Numbers numbers;
    private final ClassWriter cw = new ClassWriter(0);
    private final String name;
    private final TreeSet<Integer> constants = new TreeSet<>();
    private final TreeSet<Integer> names = new TreeSet<>();

    /** As {@link Unit#calls}. */
    private final List<Integer> calls = new ArrayList<>();

    private UnitWriter(PyCode linked, Region region, Numbers numbers) {
        this.numbers = numbers;
        this.linked = linked;
        this.code = linked.code;
        this.region = region;
        this.name = Type.getInternalName(UnitWriter.class).replace("UnitWriter", "Unit$" + printable(code.name));
    }

    private static String printable(String name) {
        return name.replaceAll("[^A-Za-z0-9_]", "_");
    }

    /**
     * Compiles a region.
     *
     * @param numbers what is done on numbers; null: nothing
     * @return null when it is too large
     */
    static Unit write(PyCode code, Region region, Numbers numbers) {
        if (region.size() > MOST_INSTRUCTIONS) {
            return null;
        }
        UnitWriter writer = new UnitWriter(code, region, numbers);
        byte[] bytes = writer.write();
        return bytes == null
                ? null
                : new Unit(bytes, writer.calls.stream().mapToInt(i -> i).toArray());
    }

    private byte[] write() {
        boolean isFunction = region.entry == Opcode.WIDTH && !code.isGeneratorLike();
        int[] parameters = parameters();
        if (parameters.length > MOST_PARAMETERS) {
            return null;
        }
        cw.visit(V17, ACC_PUBLIC | ACC_FINAL, name, null, SUPER, null);
        MethodVisitor init = cw.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null);
        init.visitCode();
        init.visitVarInsn(ALOAD, 0);
        init.visitMethodInsn(INVOKESPECIAL, SUPER, "<init>", "()V", false);
        init.visitInsn(RETURN);
        init.visitMaxs(1, 1);
        init.visitEnd();
        String descriptor = bodyDescriptor(parameters.length);
        MethodVisitor mv = cw.visitMethod(ACC_PRIVATE | ACC_STATIC, "body", descriptor, null, null);
        Body body = new Body(mv, name, code, region, new LiveRegisters(code), parameters, numbers);
        if (!body.write(new InstructionWriter(body, this, numbers), MOST_BYTES)) {
            return null;
        }
        writeResume(parameters, descriptor);
        if (isFunction && linked.simpleArity >= 0) {
            writeCall(descriptor);
        }
        writeStatics();
        cw.visitEnd();
        return cw.toByteArray();
    }

    /** The registers that have values when the region is entered. */
    private int[] parameters() {
        BitSet b = new BitSet();
        int variables = code.firstFree() + code.freeNames.length;
        if (region.entry == Opcode.WIDTH) {
            b.set(0, code.parameterCount());
            b.set(code.firstFree(), variables);
        } else {
            b.or(new LiveRegisters(code).before(region.entry));
            b.set(0, variables);
            for (CodeObject.InlinedVariable v : code.inlined) {
                b.set(v.register());
            }
        }
        return b.stream().toArray();
    }

    private static String bodyDescriptor(int parameters) {
        return "(" + Type.getDescriptor(Execution.class) + "L" + Body.FRAME + ";" + Body.OBJECT_TYPE.repeat(parameters)
                + ")" + Body.OBJECT_TYPE;
    }

    private void writeResume(int[] parameters, String descriptor) {
        String d = MethodType.methodType(PyObject.class, Execution.class, Frame.class)
                .toMethodDescriptorString();
        MethodVisitor mv = cw.visitMethod(ACC_PUBLIC | ACC_FINAL, "resume", d, null, null);
        mv.visitCode();
        mv.visitVarInsn(ALOAD, 2);
        mv.visitTypeInsn(CHECKCAST, Body.FRAME);
        mv.visitInsn(DUP);
        mv.visitVarInsn(ASTORE, 3);
        invoke(mv, Compiled.class, "take");
        mv.visitVarInsn(ASTORE, 4);
        count(mv, IADD);
        mv.visitVarInsn(ALOAD, 1);
        mv.visitVarInsn(ALOAD, 3);
        for (int r : parameters) {
            mv.visitVarInsn(ALOAD, 4);
            push(mv, r);
            mv.visitInsn(AALOAD);
        }
        mv.visitMethodInsn(INVOKESTATIC, name, "body", descriptor, false);
        count(mv, ISUB);
        mv.visitInsn(ARETURN);
        mv.visitMaxs(parameters.length + 8, 5);
        mv.visitEnd();
    }

    /** {@code x.compiledDepth} is one more or less. */
    private static void count(MethodVisitor mv, int operation) {
        mv.visitVarInsn(ALOAD, 1);
        mv.visitInsn(DUP);
        mv.visitFieldInsn(GETFIELD, Body.EXECUTION, "compiledDepth", "I");
        mv.visitInsn(ICONST_1);
        mv.visitInsn(operation);
        mv.visitFieldInsn(PUTFIELD, Body.EXECUTION, "compiledDepth", "I");
    }

    /** The method that takes as many arguments as the function has parameters. */
    private void writeCall(String descriptor) {
        int n = code.parameterCount();
        boolean isArray = n > 3;
        List<Class<?>> types = new ArrayList<>(List.of(CALL));
        for (int i = 0; i < (isArray ? 1 : n); i++) {
            types.add(isArray ? PyObject[].class : PyObject.class);
        }
        String d = MethodType.methodType(PyObject.class, types).toMethodDescriptorString();
        MethodVisitor mv = cw.visitMethod(ACC_PUBLIC | ACC_FINAL, "call", d, null, null);
        mv.visitCode();
        Label refused = new Label();
        if (isArray) {
            mv.visitVarInsn(ALOAD, 3);
            mv.visitInsn(ARRAYLENGTH);
            push(mv, n);
            mv.visitJumpInsn(IF_ICMPNE, refused);
        }
        mv.visitVarInsn(ALOAD, 1);
        invoke(mv, Compiled.class, "refuses");
        mv.visitJumpInsn(IFNE, refused);
        mv.visitVarInsn(ALOAD, 1);
        mv.visitVarInsn(ALOAD, 2);
        invoke(mv, Compiled.class, "push");
        int frame = 3 + types.size() - 2;
        mv.visitVarInsn(ASTORE, frame);
        count(mv, IADD);
        mv.visitVarInsn(ALOAD, 1);
        mv.visitVarInsn(ALOAD, frame);
        for (int i = 0; i < n; i++) {
            if (isArray) {
                mv.visitVarInsn(ALOAD, 3);
                push(mv, i);
                mv.visitInsn(AALOAD);
            } else {
                mv.visitVarInsn(ALOAD, 3 + i);
            }
        }
        for (int i = 0; i < code.freeNames.length; i++) {
            mv.visitVarInsn(ALOAD, 2);
            mv.visitFieldInsn(GETFIELD, Body.FUNCTION, "closure", Type.getDescriptor(PyCell[].class));
            push(mv, i);
            mv.visitInsn(AALOAD);
        }
        mv.visitMethodInsn(INVOKESTATIC, name, "body", descriptor, false);
        count(mv, ISUB);
        mv.visitInsn(ARETURN);
        mv.visitLabel(refused);
        mv.visitFrame(F_SAME, 0, null, 0, null);
        for (int i = 0; i <= types.size(); i++) {
            mv.visitVarInsn(ALOAD, i);
        }
        mv.visitMethodInsn(INVOKESPECIAL, SUPER, "call", d, false);
        mv.visitInsn(ARETURN);
        mv.visitMaxs(n + code.freeNames.length + 8, frame + 1);
        mv.visitEnd();
    }

    // ---- what the code refers to

    void pushConstant(Body body, int index) {
        constants.add(index);
        body.mv.visitFieldInsn(GETSTATIC, name, "k" + index, Body.OBJECT_TYPE);
    }

    void pushName(Body body, int index) {
        names.add(index);
        body.mv.visitFieldInsn(GETSTATIC, name, "n" + index, Type.getDescriptor(PyStr.class));
    }

    PyCode linked() {
        return linked;
    }

    /** Notes a call of a builtin. Returns the number by which its parts are pushed. */
    int noteCall(int pc, int arguments) {
        calls.add(pc);
        calls.add(arguments);
        return calls.size() / 2 - 1;
    }

    /** Pushes the builtin of a call. */
    void pushBuiltin(Body body, int call) {
        body.mv.visitFieldInsn(GETSTATIC, name, "b" + call, Body.OBJECT_TYPE);
    }

    /** Pushes what is called instead of it. */
    void pushDirect(Body body, int call) {
        body.mv.visitFieldInsn(GETSTATIC, name, "d" + call, directType(call));
    }

    private String directType(int call) {
        return Type.getDescriptor(DirectCall.KINDS[calls.get(2 * call + 1)]);
    }

    private void writeStatics() {
        MethodVisitor mv = cw.visitMethod(ACC_STATIC, "<clinit>", "()V", null, null);
        mv.visitCode();
        mv.visitMethodInsn(
                INVOKESTATIC,
                "java/lang/invoke/MethodHandles",
                "lookup",
                "()Ljava/lang/invoke/MethodHandles$Lookup;",
                false);
        mv.visitLdcInsn("_");
        mv.visitLdcInsn(Type.getType(UnitData.class));
        mv.visitMethodInsn(
                INVOKESTATIC,
                "java/lang/invoke/MethodHandles",
                "classData",
                "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;)Ljava/lang/Object;",
                false);
        mv.visitTypeInsn(CHECKCAST, DATA);
        for (int i = 0; i < calls.size() / 2; i++) {
            object(mv, 2 * i, Body.OBJECT_TYPE);
            putStatic(mv, "b" + i, Body.OBJECT_TYPE);
            object(mv, 2 * i + 1, directType(i));
            putStatic(mv, "d" + i, directType(i));
        }
        mv.visitFieldInsn(GETFIELD, DATA, "code", CODE_TYPE);
        mv.visitInsn(DUP);
        putStatic(mv, "CODE", CODE_TYPE);
        for (int i : constants) {
            element(mv, "constants", Type.getDescriptor(PyObject[].class), i);
            putStatic(mv, "k" + i, Body.OBJECT_TYPE);
        }
        for (int i : names) {
            element(mv, "names", Type.getDescriptor(PyStr[].class), i);
            putStatic(mv, "n" + i, Type.getDescriptor(PyStr.class));
        }
        mv.visitInsn(POP);
        mv.visitInsn(RETURN);
        mv.visitMaxs(6, 0);
        mv.visitEnd();
    }

    private static void object(MethodVisitor mv, int index, String type) {
        mv.visitInsn(DUP);
        mv.visitFieldInsn(GETFIELD, DATA, "objects", Type.getDescriptor(Object[].class));
        push(mv, index);
        mv.visitInsn(AALOAD);
        mv.visitTypeInsn(CHECKCAST, Type.getType(type).getInternalName());
    }

    private static void element(MethodVisitor mv, String array, String type, int index) {
        mv.visitInsn(DUP);
        mv.visitFieldInsn(GETFIELD, CODE, array, type);
        push(mv, index);
        mv.visitInsn(AALOAD);
    }

    private void putStatic(MethodVisitor mv, String field, String type) {
        cw.visitField(ACC_PRIVATE | ACC_STATIC | ACC_FINAL, field, type, null, null)
                .visitEnd();
        mv.visitFieldInsn(PUTSTATIC, name, field, type);
    }

    private static void push(MethodVisitor mv, int value) {
        if (value == (byte) value) {
            mv.visitIntInsn(BIPUSH, value);
        } else if (value == (short) value) {
            mv.visitIntInsn(SIPUSH, value);
        } else {
            mv.visitLdcInsn(value);
        }
    }

    private static void invoke(MethodVisitor mv, Class<?> c, String method) {
        mv.visitMethodInsn(
                INVOKESTATIC,
                Type.getInternalName(c),
                method,
                Type.getMethodDescriptor(Methods.find(c, method)),
                false);
    }
}
