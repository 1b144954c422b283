package org.picklejar.jit;

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
import static org.objectweb.asm.Opcodes.LADD;
import static org.objectweb.asm.Opcodes.POP;
import static org.objectweb.asm.Opcodes.PUTFIELD;
import static org.objectweb.asm.Opcodes.SIPUSH;

import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;
import org.picklejar.code.CodeObject;
import org.picklejar.code.LiveRegisters;
import org.picklejar.code.Op;
import org.picklejar.code.RegisterUse;
import org.picklejar.core.CompiledCode;
import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyFunction;
import org.picklejar.core.PyObject;
import org.picklejar.interp.Compiled;
import org.picklejar.interp.PythonFrame;
import org.picklejar.interp.RegisterArrays;

/**
 * Writes the JVM method that a region becomes: registers are its local variables, all of them set from the beginning, so that the
 * verifier sees the same at each label. What instructions do is in {@link InstructionWriter}, the ways out in {@link Exits}.
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

    /** The registers that are parameters, in their order. */
    private final int[] parameters;

    final Forms forms;
    final RegisterFile file;
    /** Ticks of the instructions that were written last, which nobody has counted yet. */
    int ticks;
    /** Registers that programs see as variables: they are written whenever anything is. */
    final BitSet variables = new BitSet();

    final int functionSlot;
    final int entrySlot;
    final int valueSlot;
    final int thrownSlot;
    /** The number of slots for objects. */
    private final int objects;

    private final int[] slots;
    private final Map<Integer, Label> labels = new HashMap<>();
    private final Map<Landing.Places, Landing> landings = new LinkedHashMap<>();
    /** Where the exceptions of the instruction that is being written are dealt with. */
    Landing landing;
    /** Leaves with the result that is in its slot. */
    final Label returning = new Label();

    private boolean hasFrame;
    /** What catches exceptions of what is being written, and from where on. */
    private Label catcher;

    private Label caughtFrom;

    /** A jump to an instruction where registers have other forms. */
    private record Edge(Label from, int to, byte[] forms) {}

    final Exits exits;
    private final Deque<Edge> edges = new ArrayDeque<>();

    /** @param numbers what is done on numbers; null: nothing */
    Body(
            MethodVisitor mv,
            String owner,
            CodeObject code,
            Region region,
            LiveRegisters live,
            int[] parameters,
            Numbers numbers) {
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
        }
        for (int r = 0; r < code.registers; r++) {
            if (slots[r] == 0) {
                slots[r] = next++;
            }
        }
        variables.set(0, code.firstFree() + code.freeNames.length);
        for (CodeObject.InlinedVariable v : code.inlined) {
            variables.set(v.register());
        }
        functionSlot = next++;
        entrySlot = next++;
        valueSlot = next++;
        thrownSlot = next++;
        objects = next;
        forms = new Forms(code, region, live, variables, numbers);
        file = new RegisterFile(this, slots, next, forms, region.instructions());
        exits = new Exits(this);
    }

    // ---- the whole

    /** @return false when it becomes larger than that many bytes */
    boolean write(InstructionWriter instructions, int most) {
        mv.visitCode();
        BitSet given = new BitSet();
        Arrays.stream(parameters).forEach(r -> given.set(slots[r]));
        for (int slot = FIRST_REGISTER; slot < objects; slot++) {
            if (!given.get(slot)) {
                mv.visitInsn(ACONST_NULL);
                mv.visitVarInsn(ASTORE, slot);
            }
        }
        file.initialize();
        int[] pcs = region.instructions();
        file.state = forms.allBoxed();
        mv.visitJumpInsn(GOTO, target(region.entry));
        for (int i = 0; i < pcs.length; i++) {
            if (length() > most) {
                return false;
            }
            writeAt(pcs[i], instructions);
            if (Region.goesOn(code.code[pcs[i]]) && (i + 1 == pcs.length || pcs[i + 1] != pcs[i] + 4)) {
                countTicks();
                mv.visitJumpInsn(GOTO, target(pcs[i] + 4));
            }
        }
        catchWith(null);
        writeEdges();
        // Exits may make others.
        writeReturning();
        exits.writeCatching();
        landings.values().forEach(Landing::write);
        if (!exits.write(most)) {
            return false;
        }
        mv.visitMaxs(STACK, file.end());
        mv.visitEnd();
        return length() <= most;
    }

    private void writeAt(int pc, InstructionWriter instructions) {
        byte[] wanted = forms.before(pc);
        boolean isTarget = region.isTarget(pc);
        if (isTarget) {
            countTicks();
        }
        if (hasFallenTo(pc)) {
            become(pc, wanted);
        }
        if (isTarget) {
            place(label(pc));
        }
        file.state = wanted;
        if (forms.step(pc, wanted.clone())) {
            instructions.write(pc, true);
            return;
        }
        landing = landings.computeIfAbsent(Landing.Places.of(code, pc), p -> new Landing(this, p));
        countTicks();
        catchWith(exits.catching(wanted));
        needOperands(pc);
        instructions.write(pc, false);
    }

    /** From here on exceptions go to a handler; null: nothing throws. */
    private void catchWith(Label handler) {
        if (handler != catcher) {
            Label here = new Label();
            mv.visitLabel(here);
            if (catcher != null && caughtFrom.getOffset() < here.getOffset()) {
                mv.visitTryCatchBlock(caughtFrom, here, catcher, THROWABLE);
            }
            caughtFrom = here;
            catcher = handler;
        }
    }

    /** Whether the instruction before the one at pc, which was written last, goes on there. */
    private boolean hasFallenTo(int pc) {
        return pc > 0 && region.contains(pc - 4) && Region.goesOn(code.code[pc - 4]);
    }

    /** Makes the objects that an instruction takes. */
    private void needOperands(int pc) {
        byte[] before = file.state.clone();
        RegisterUse.visit(code.code, pc, new RegisterUse.Visitor() {
            @Override
            public void set(int from, int count) {}

            @Override
            public void read(int from, int count) {
                for (int r = from; r < from + count; r++) {
                    if (!leavesNumber(pc, r, before)) {
                        file.needBoxed(r);
                    }
                }
            }
        });
    }

    /** Whether an instruction that is not done on numbers takes this operand as one. */
    private boolean leavesNumber(int pc, int r, byte[] before) {
        int op = code.code[pc];
        return (op == Op.SUBSCRIPT || op == Op.STORE_SUBSCRIPT)
                && r == code.code[pc + 3]
                && r != code.code[pc + 2]
                && (op == Op.SUBSCRIPT || r != code.code[pc + 1])
                && (before[r] & Forms.LONG) != 0;
    }

    /** In bytes, so far. */
    int length() {
        Label here = new Label();
        mv.visitLabel(here);
        return here.getOffset();
    }

    // ---- labels

    private Label label(int pc) {
        return labels.computeIfAbsent(pc, k -> new Label());
    }

    /** Where a jump from here to an instruction goes: out of the compiled code when it is not part of it. */
    Label target(int pc) {
        if (!region.contains(pc)) {
            return exits.leaving(pc);
        } else if (!file.differs(forms.before(pc))) {
            return label(pc);
        }
        Label from = new Label();
        edges.add(new Edge(from, pc, file.state.clone()));
        return from;
    }

    // ---- registers in other forms

    /** Gives the registers the forms that they have before an instruction. */
    private void become(int pc, byte[] wanted) {
        if (file.differs(wanted)) {
            file.become(wanted, exits.wrong(pc));
        }
    }

    private void writeEdges() {
        while (!edges.isEmpty()) {
            Edge e = edges.remove();
            place(e.from());
            file.state = e.forms();
            become(e.to(), forms.before(e.to()));
            mv.visitJumpInsn(GOTO, label(e.to()));
        }
    }

    /** Returns the value on the stack. */
    void goReturning() {
        mv.visitVarInsn(ASTORE, valueSlot);
        mv.visitJumpInsn(GOTO, exits.boxing(returning, variables));
    }

    // ---- ticks

    /** The instruction that was just written has ticks. */
    void tick(int n) {
        ticks += n;
    }

    /** Counts what is not counted yet. */
    void countTicks() {
        addTicks(ticks);
        ticks = 0;
    }

    void addTicks(int n) {
        if (n > 0) {
            execution();
            mv.visitInsn(DUP);
            mv.visitFieldInsn(GETFIELD, EXECUTION, "ticks", "J");
            mv.visitLdcInsn((long) n);
            mv.visitInsn(LADD);
            mv.visitFieldInsn(PUTFIELD, EXECUTION, "ticks", "J");
        }
    }

    /** Puts a label at which nothing is on the stack. */
    void place(Label l) {
        place(l, 0);
    }

    void place(Label l, int onStack) {
        mv.visitLabel(l);
        if (!hasFrame) {
            hasFrame = true;
            Object[] numbers = file.numberTypes();
            Object[] types = new Object[objects + numbers.length];
            Arrays.fill(types, 0, objects, OBJECT);
            System.arraycopy(numbers, 0, types, objects, numbers.length);
            types[EXECUTION_SLOT] = EXECUTION;
            types[FRAME_SLOT] = FRAME;
            types[functionSlot] = FUNCTION;
            types[entrySlot] = COMPILED;
            types[thrownSlot] = THROWABLE;
            mv.visitFrame(F_FULL, types.length, types, onStack, onStack == 0 ? new Object[0] : new Object[] {OBJECT});
        } else if (onStack == 0) {
            mv.visitFrame(F_SAME, 0, null, 0, null);
        } else {
            mv.visitFrame(F_SAME1, 0, null, 1, new Object[] {OBJECT});
        }
    }

    // ---- ways out

    /** Gives registers to the frame. */
    void writeRegisters(BitSet registers) {
        frame();
        invoke(Compiled.class, "registers");
        for (int from = registers.nextSetBit(0); from >= 0; ) {
            int to = Math.min(registers.nextClearBit(from), from + RegisterArrays.MOST);
            push(from);
            for (int r = from; r < to; r++) {
                load(r);
            }
            invoke(RegisterArrays.class, "put" + (to - from));
            from = registers.nextSetBit(to);
        }
        mv.visitInsn(POP);
    }

    /** Those that are given to the frame while the instruction at pc is a way out with a value. */
    BitSet during(int pc) {
        return exits.withVariables(live.during(pc));
    }

    private void writeReturning() {
        Label hidden = new Label();
        place(returning);
        file.state = forms.allBoxed();
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

    void placeCatching(Label l) {
        mv.visitLabel(l);
        mv.visitFrame(F_SAME1, 0, null, 1, new Object[] {THROWABLE});
        mv.visitVarInsn(ASTORE, thrownSlot);
    }

    /** Goes where exceptions are dealt with, unless null is on the stack instead of one. */
    void raiseUnlessNull() {
        mv.visitVarInsn(ASTORE, thrownSlot);
        mv.visitVarInsn(ALOAD, thrownSlot);
        mv.visitJumpInsn(IFNONNULL, exits.boxing(landing.caught, landing.shown));
    }

    /** Goes where exceptions are dealt with; one is on the stack. */
    void raise() {
        mv.visitVarInsn(ASTORE, thrownSlot);
        mv.visitJumpInsn(GOTO, exits.boxing(landing.caught, landing.shown));
    }

    // ---- pieces

    void execution() {
        mv.visitVarInsn(ALOAD, EXECUTION_SLOT);
    }

    void frame() {
        mv.visitVarInsn(ALOAD, FRAME_SLOT);
    }

    void load(int register) {
        file.load(register);
    }

    void store(int register) {
        file.store(register);
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
