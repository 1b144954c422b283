package org.picklejar.jit;

import static org.objectweb.asm.Opcodes.AALOAD;
import static org.objectweb.asm.Opcodes.AASTORE;
import static org.objectweb.asm.Opcodes.ACONST_NULL;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ARETURN;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.BIPUSH;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.F_FULL;
import static org.objectweb.asm.Opcodes.F_SAME;
import static org.objectweb.asm.Opcodes.F_SAME1;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.ICONST_0;
import static org.objectweb.asm.Opcodes.IFEQ;
import static org.objectweb.asm.Opcodes.IFNONNULL;
import static org.objectweb.asm.Opcodes.IF_ACMPEQ;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.POP;
import static org.objectweb.asm.Opcodes.PUTFIELD;
import static org.objectweb.asm.Opcodes.SIPUSH;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;
import org.picklejar.code.CodeObject;
import org.picklejar.code.LiveRegisters;
import org.picklejar.code.Op;
import org.picklejar.core.CompiledCode;
import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyException;
import org.picklejar.core.PyFunction;
import org.picklejar.core.PyObject;
import org.picklejar.interp.Compiled;
import org.picklejar.interp.PythonFrame;

/**
 * Writes the JVM method that a region becomes: registers are its local variables, all of them set from the beginning, so that the
 * verifier sees the same at each label. Here is how it is entered and left; what instructions do is in {@link InstructionWriter}.
 */
final class Body {
    static final String OBJECT = Type.getInternalName(PyObject.class);
    static final String EXECUTION = Type.getInternalName(Execution.class);
    static final String FRAME = Type.getInternalName(PythonFrame.class);
    static final String FUNCTION = Type.getInternalName(PyFunction.class);
    static final String COMPILED = Type.getInternalName(CompiledCode.class);
    private static final String THROWABLE = Type.getInternalName(Throwable.class);
    static final String OBJECT_TYPE = Type.getDescriptor(PyObject.class);
    static final String ARRAY_TYPE = Type.getDescriptor(PyObject[].class);

    /** The parameters before the registers. */
    static final int EXECUTION_SLOT = 0;

    static final int FRAME_SLOT = 1;
    private static final int FIRST_REGISTER = 2;
    /** What instructions need on the JVM's stack beside their arguments. */
    private static final int STACK = 40;

    final MethodVisitor mv;
    final CodeObject code;
    final Region region;
    final LiveRegisters live;
    /** The class that is written. */
    final String owner;

    private final int[] slots;
    /** The registers that are parameters, in their order. */
    private final int[] parameters;
    /** Registers that programs see as variables: they are written whenever anything is. */
    private final BitSet variables = new BitSet();

    private final List<Integer> used = new ArrayList<>();
    final int functionSlot;
    final int entrySlot;
    final int valueSlot;
    private final int thrownSlot;
    private final int locals;
    private final Map<Integer, Label> labels = new HashMap<>();
    private final Label raised = new Label();
    private final Label caughtThrown = new Label();
    private final Label caught = new Label();
    private final Label last = new Label();
    /** Leaves with the result that is on the stack. */
    final Label returning = new Label();

    private boolean hasFrame;

    /** A way out: the frame gets registers and goes on in the interpreter. */
    private record Exit(BitSet registers, int pc, int dropped) {}

    private final Map<Exit, Label> exits = new LinkedHashMap<>();

    Body(MethodVisitor mv, String owner, CodeObject code, Region region, LiveRegisters live, int[] parameters) {
        this.mv = mv;
        this.owner = owner;
        this.code = code;
        this.region = region;
        this.live = live;
        this.parameters = parameters;
        this.slots = new int[code.registers];
        int next = FIRST_REGISTER;
        for (int r : parameters) {
            slots[r] = next++;
            used.add(r);
        }
        for (int r = 0; r < code.registers; r++) {
            if (slots[r] == 0) {
                slots[r] = next++;
                used.add(r);
            }
        }
        variables.set(0, code.firstFree() + code.freeNames.length);
        functionSlot = next++;
        entrySlot = next++;
        valueSlot = next++;
        thrownSlot = next++;
        locals = next;
    }

    // ---- the whole

    void write(InstructionWriter instructions) {
        mv.visitCode();
        Label start = new Label();
        Label end = new Label();
        for (int r : used.subList(parameters.length, used.size())) {
            setNull(slots[r]);
        }
        for (int slot = functionSlot; slot < locals; slot++) {
            setNull(slot);
        }
        int[] pcs = region.instructions();
        if (pcs[0] != region.entry) {
            mv.visitJumpInsn(GOTO, label(region.entry));
        }
        mv.visitLabel(start);
        for (int i = 0; i < pcs.length; i++) {
            int pc = pcs[i];
            if (region.isTarget(pc)) {
                place(label(pc));
            }
            instructions.write(pc);
            if (Region.goesOn(code.code[pc]) && (i + 1 == pcs.length || pcs[i + 1] != pc + 4)) {
                mv.visitJumpInsn(GOTO, target(pc + 4));
            }
        }
        mv.visitLabel(end);
        mv.visitTryCatchBlock(start, end, caughtThrown, THROWABLE);
        // Exits may make others.
        writeReturning();
        writeCaught();
        for (Map.Entry<Exit, Label> e : exits.entrySet()) {
            place(e.getValue(), e.getKey().dropped());
            writeExit(e.getKey());
        }
        mv.visitLabel(last);
        mv.visitMaxs(STACK, locals);
        mv.visitEnd();
    }

    /** In bytes, when it has been written. */
    int length() {
        return last.getOffset();
    }

    private void setNull(int slot) {
        mv.visitInsn(ACONST_NULL);
        mv.visitVarInsn(ASTORE, slot);
    }

    // ---- labels

    private Label label(int pc) {
        return labels.computeIfAbsent(pc, k -> new Label());
    }

    /** Where a jump to an instruction goes: out of the compiled code when it is not part of it. */
    Label target(int pc) {
        return region.contains(pc) ? label(pc) : leaving(pc);
    }

    /** Leaves to the interpreter before an instruction. */
    Label leaving(int pc) {
        return exit(live.before(pc), pc, 0);
    }

    /** Leaves to the interpreter, which delivers the result of an instruction; PENDING is on the stack. */
    Label waiting(int pc) {
        return exit(live.during(pc), -1, 1);
    }

    /** As {@link #waiting} for a conditional jump, whose operand is to be replaced. */
    Label waitingBefore(int pc, int operand) {
        BitSet b = (BitSet) live.before(pc).clone();
        b.clear(operand);
        return exit(b, -1, 1);
    }

    private Label exit(BitSet registers, int pc, int dropped) {
        return exits.computeIfAbsent(new Exit(withVariables(registers), pc, dropped), k -> new Label());
    }

    private BitSet withVariables(BitSet registers) {
        BitSet b = (BitSet) registers.clone();
        b.or(variables);
        for (CodeObject.InlinedVariable v : code.inlined) {
            b.set(v.register());
        }
        return b;
    }

    /** Puts a label at which nothing is on the stack. */
    void place(Label l) {
        place(l, 0);
    }

    void place(Label l, int onStack) {
        mv.visitLabel(l);
        if (!hasFrame) {
            hasFrame = true;
            Object[] types = new Object[locals];
            Arrays.fill(types, OBJECT);
            types[EXECUTION_SLOT] = EXECUTION;
            types[FRAME_SLOT] = FRAME;
            types[functionSlot] = FUNCTION;
            types[entrySlot] = COMPILED;
            types[thrownSlot] = THROWABLE;
            mv.visitFrame(F_FULL, locals, types, onStack, onStack == 0 ? new Object[0] : new Object[] {OBJECT});
        } else if (onStack == 0) {
            mv.visitFrame(F_SAME, 0, null, 0, null);
        } else {
            mv.visitFrame(F_SAME1, 0, null, 1, new Object[] {OBJECT});
        }
    }

    // ---- ways out

    private void writeExit(Exit e) {
        if (e.dropped() > 0) {
            mv.visitInsn(POP);
            execution();
            mv.visitFieldInsn(GETFIELD, EXECUTION, "raised", Type.getDescriptor(PyException.class));
            mv.visitJumpInsn(IFNONNULL, raised);
        }
        if (e.pc() >= 0) {
            setPc(e.pc());
            frame();
            push(1);
            mv.visitFieldInsn(PUTFIELD, FRAME, "interrupted", "Z");
        }
        writeRegisters(e.registers());
        pending();
        mv.visitInsn(ARETURN);
    }

    /** Gives registers to the frame. */
    void writeRegisters(BitSet registers) {
        frame();
        invoke(Compiled.class, "registers");
        registers.stream().forEach(r -> {
            mv.visitInsn(DUP);
            push(r);
            load(r);
            mv.visitInsn(AASTORE);
        });
        mv.visitInsn(POP);
    }

    /** Those that are given to the frame while the instruction at pc is a way out with a value. */
    BitSet during(int pc) {
        return withVariables(live.during(pc));
    }

    private void writeReturning() {
        Label hidden = new Label();
        place(returning, 1);
        mv.visitVarInsn(ASTORE, valueSlot);
        frame();
        mv.visitFieldInsn(GETFIELD, FRAME, "exposed", "Z");
        mv.visitJumpInsn(IFEQ, hidden);
        writeRegisters(variables);
        place(hidden);
        execution();
        frame();
        mv.visitVarInsn(ALOAD, valueSlot);
        invoke(Compiled.class, code.isGeneratorLike() ? "ends" : "returns");
        mv.visitInsn(ARETURN);
    }

    private void writeCaught() {
        place(raised);
        execution();
        mv.visitFieldInsn(GETFIELD, EXECUTION, "raised", Type.getDescriptor(PyException.class));
        mv.visitVarInsn(ASTORE, thrownSlot);
        execution();
        mv.visitInsn(ACONST_NULL);
        mv.visitFieldInsn(PUTFIELD, EXECUTION, "raised", Type.getDescriptor(PyException.class));
        mv.visitJumpInsn(GOTO, caught);
        mv.visitLabel(caughtThrown);
        mv.visitFrame(F_SAME1, 0, null, 1, new Object[] {THROWABLE});
        mv.visitVarInsn(ASTORE, thrownSlot);
        place(caught);
        Map<Integer, List<Integer>> resumed = resumed();
        BitSet registers = new BitSet();
        resumed.keySet().forEach(pc -> registers.or(live.before(pc)));
        writeRegisters(withVariables(registers));
        execution();
        frame();
        mv.visitVarInsn(ALOAD, thrownSlot);
        invoke(Compiled.class, "caught");
        Label out = new Label();
        if (resumed.isEmpty()) {
            mv.visitInsn(POP);
        } else {
            int[] keys = resumed.keySet().stream().mapToInt(i -> i).toArray();
            Label[] at = new Label[keys.length];
            for (int i = 0; i < at.length; i++) {
                at[i] = new Label();
            }
            mv.visitLookupSwitchInsn(out, keys, at);
            for (int i = 0; i < at.length; i++) {
                place(at[i]);
                for (int r : resumed.get(keys[i])) {
                    frame();
                    mv.visitFieldInsn(GETFIELD, FRAME, "registers", ARRAY_TYPE);
                    push(r);
                    mv.visitInsn(AALOAD);
                    store(r);
                }
                frame();
                mv.visitInsn(ACONST_NULL);
                mv.visitFieldInsn(PUTFIELD, FRAME, "registers", ARRAY_TYPE);
                mv.visitJumpInsn(GOTO, target(keys[i]));
            }
            place(out);
        }
        pending();
        mv.visitInsn(ARETURN);
    }

    /** Where an exception can make it go on, and which registers are other ones then. */
    private Map<Integer, List<Integer>> resumed() {
        Map<Integer, List<Integer>> out = new TreeMap<>();
        for (int pc : region.instructions()) {
            CodeObject.Handler h = code.handlerAt(pc);
            if (h != null && region.contains(h.handler())) {
                note(out, h.handler(), h.register());
            }
            int op = code.code[pc];
            if ((op == Op.FOR_ITER || op == Op.SEND) && region.contains(code.code[pc + 3])) {
                note(out, code.code[pc + 3], op == Op.SEND ? code.code[pc + 1] : -1);
            }
        }
        return out;
    }

    private static void note(Map<Integer, List<Integer>> out, int pc, int register) {
        List<Integer> registers = out.computeIfAbsent(pc, k -> new ArrayList<>());
        if (register >= 0 && !registers.contains(register)) {
            registers.add(register);
        }
    }

    /** Goes where exceptions are dealt with, unless null is on the stack instead of one. */
    void raiseUnlessNull() {
        mv.visitVarInsn(ASTORE, thrownSlot);
        mv.visitVarInsn(ALOAD, thrownSlot);
        mv.visitJumpInsn(IFNONNULL, caught);
    }

    /** Goes where exceptions are dealt with; one is on the stack. */
    void raise() {
        mv.visitVarInsn(ASTORE, thrownSlot);
        mv.visitJumpInsn(GOTO, caught);
    }

    // ---- pieces

    void execution() {
        mv.visitVarInsn(ALOAD, EXECUTION_SLOT);
    }

    void frame() {
        mv.visitVarInsn(ALOAD, FRAME_SLOT);
    }

    void load(int register) {
        mv.visitVarInsn(ALOAD, slots[register]);
    }

    void store(int register) {
        mv.visitVarInsn(ASTORE, slots[register]);
    }

    void pending() {
        mv.visitFieldInsn(GETSTATIC, Type.getInternalName(Pending.class), "PENDING", Type.getDescriptor(Pending.class));
    }

    /** Leaves when PENDING is on the stack, where it stays otherwise. */
    void checkPending(Label waiting) {
        mv.visitInsn(DUP);
        pending();
        mv.visitJumpInsn(IF_ACMPEQ, waiting);
    }

    void setPc(int pc) {
        frame();
        push(pc);
        mv.visitFieldInsn(PUTFIELD, FRAME, "pc", "I");
    }

    void push(int value) {
        if (value >= -1 && value <= 5) {
            mv.visitInsn(ICONST_0 + value);
        } else if (value == (byte) value) {
            mv.visitIntInsn(BIPUSH, value);
        } else if (value == (short) value) {
            mv.visitIntInsn(SIPUSH, value);
        } else {
            mv.visitLdcInsn(value);
        }
    }

    void pushCode() {
        mv.visitFieldInsn(GETSTATIC, owner, "CODE", UnitWriter.CODE_TYPE);
    }

    /** Calls the only method of a class with that name. */
    void invoke(Class<?> c, String name) {
        Method m = Methods.find(c, name);
        mv.visitMethodInsn(INVOKESTATIC, Type.getInternalName(c), name, Type.getMethodDescriptor(m), false);
    }

    void invokeVirtual(String type, String name, String descriptor) {
        mv.visitMethodInsn(INVOKEVIRTUAL, type, name, descriptor, false);
    }
}
