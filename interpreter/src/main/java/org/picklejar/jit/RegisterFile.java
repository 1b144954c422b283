package org.picklejar.jit;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.CHECKCAST;
import static org.objectweb.asm.Opcodes.DCONST_0;
import static org.objectweb.asm.Opcodes.DLOAD;
import static org.objectweb.asm.Opcodes.DSTORE;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.IFEQ;
import static org.objectweb.asm.Opcodes.IFNE;
import static org.objectweb.asm.Opcodes.INSTANCEOF;
import static org.objectweb.asm.Opcodes.LCONST_0;
import static org.objectweb.asm.Opcodes.LLOAD;
import static org.objectweb.asm.Opcodes.LSTORE;

import java.util.Arrays;
import java.util.BitSet;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInt;
import org.picklejar.core.Unboxed;
import org.picklejar.interp.CompiledOps;

/** The JVM's local variables that registers are, and in which of its forms each has its value where the method is being written. */
final class RegisterFile {
    private static final String INT = Type.getInternalName(PyInt.class);
    private static final String FLOAT = Type.getInternalName(PyFloat.class);
    private static final String UNBOXED = Type.getInternalName(Unboxed.class);

    private final Body body;
    private final MethodVisitor mv;
    /** Slots by register; -1: it is never a number of that kind. */
    private final int[] boxed;

    private final int[] longs;
    private final int[] doubles;
    /** Where a result is until it is known to be right. */
    final int scratch;

    private final int end;
    /** The forms of the registers here. */
    byte[] state;

    /**
     * @param boxed the slots of the objects, which are given
     * @param first the first slot that is free for numbers
     */
    RegisterFile(Body body, int[] boxed, int first, Forms forms, int[] pcs) {
        this.body = body;
        this.mv = body.mv;
        this.boxed = boxed;
        this.state = forms.allBoxed();
        int n = boxed.length;
        byte[] ever = new byte[n];
        for (int pc : pcs) {
            byte[] within = forms.within(pc);
            byte[] behind = forms.before(pc);
            forms.step(pc, behind);
            for (int r = 0; r < n; r++) {
                ever[r] |= (byte) (within[r] | behind[r]);
            }
        }
        longs = new int[n];
        doubles = new int[n];
        int next = first;
        for (int r = 0; r < n; r++) {
            longs[r] = (ever[r] & Forms.LONG) != 0 ? next : -1;
            next += longs[r] < 0 ? 0 : 2;
            doubles[r] = (ever[r] & Forms.DOUBLE) != 0 ? next : -1;
            next += doubles[r] < 0 ? 0 : 2;
        }
        scratch = next;
        end = next + 2;
    }

    /** The number of slots. */
    int end() {
        return end;
    }

    /** Gives the slots of numbers their first values, for the verifier. */
    void initialize() {
        for (int r = 0; r < boxed.length; r++) {
            if (longs[r] >= 0) {
                mv.visitInsn(LCONST_0);
                mv.visitVarInsn(LSTORE, longs[r]);
            }
            if (doubles[r] >= 0) {
                mv.visitInsn(DCONST_0);
                mv.visitVarInsn(DSTORE, doubles[r]);
            }
        }
        mv.visitInsn(LCONST_0);
        mv.visitVarInsn(LSTORE, scratch);
    }

    /** The types of the slots of numbers, in their order. */
    Object[] numberTypes() {
        int n = 0;
        Object[] out = new Object[2 * boxed.length + 1];
        for (int r = 0; r < boxed.length; r++) {
            if (longs[r] >= 0) {
                out[n++] = Opcodes.LONG;
            }
            if (doubles[r] >= 0) {
                out[n++] = Opcodes.DOUBLE;
            }
        }
        out[n++] = Opcodes.LONG;
        return Arrays.copyOf(out, n);
    }

    boolean is(int register, int form) {
        return (state[register] & form) != 0;
    }

    // ---- objects

    /** Pushes the object that a register has, made for this if it is a number. */
    void load(int register) {
        if (is(register, Forms.BOXED) || state[register] == 0) {
            mv.visitVarInsn(ALOAD, boxed[register]);
        } else if (is(register, Forms.LONG)) {
            mv.visitVarInsn(LLOAD, longs[register]);
            body.invoke(PyInt.class, "of");
        } else if (is(register, Forms.DOUBLE)) {
            mv.visitVarInsn(DLOAD, doubles[register]);
            body.invoke(CompiledOps.class, "box");
        } else {
            mv.visitVarInsn(ALOAD, boxed[register]);
            loadOr0(LLOAD, longs[register], LCONST_0);
            loadOr0(DLOAD, doubles[register], DCONST_0);
            body.invoke(CompiledOps.class, "untag");
        }
    }

    private void loadOr0(int load, int slot, int zero) {
        if (slot < 0) {
            mv.visitInsn(zero);
        } else {
            mv.visitVarInsn(load, slot);
        }
    }

    /** Sets a register to the object on the stack. */
    void store(int register) {
        mv.visitVarInsn(ASTORE, boxed[register]);
        state[register] = Forms.BOXED;
    }

    /** Makes the objects of registers that are only numbers. */
    void needBoxed(BitSet registers) {
        registers.stream().forEach(this::needBoxed);
    }

    void needBoxed(int register) {
        if (!is(register, Forms.BOXED) && state[register] != 0) {
            load(register);
            mv.visitVarInsn(ASTORE, boxed[register]);
            state[register] = (byte) (state[register] & ~Forms.TAGGED | Forms.BOXED);
        }
    }

    /** Those of some registers that have no object. */
    BitSet unboxed(BitSet registers) {
        BitSet out = new BitSet();
        registers.stream().filter(r -> state[r] != 0 && !is(r, Forms.BOXED)).forEach(out::set);
        return out;
    }

    // ---- numbers

    void loadLong(int register) {
        mv.visitVarInsn(LLOAD, longs[register]);
    }

    void loadDouble(int register) {
        mv.visitVarInsn(DLOAD, doubles[register]);
    }

    void storeLong(int register) {
        mv.visitVarInsn(LSTORE, longs[register]);
        state[register] = Forms.LONG;
    }

    void storeDouble(int register) {
        mv.visitVarInsn(DSTORE, doubles[register]);
        state[register] = Forms.DOUBLE;
    }

    /** Adds a form that a register has, its number being on the stack. */
    void alsoStore(int register, int form) {
        mv.visitVarInsn(form == Forms.LONG ? LSTORE : DSTORE, form == Forms.LONG ? longs[register] : doubles[register]);
        state[register] |= (byte) form;
    }

    /** Copies a register in all of its forms. */
    void move(int to, int from) {
        byte forms = state[from];
        if ((forms & (Forms.BOXED | Forms.TAGGED)) != 0) {
            mv.visitVarInsn(ALOAD, boxed[from]);
            mv.visitVarInsn(ASTORE, boxed[to]);
        }
        if (longs[to] >= 0 && longs[from] >= 0) {
            mv.visitVarInsn(LLOAD, longs[from]);
            mv.visitVarInsn(LSTORE, longs[to]);
        }
        if (doubles[to] >= 0 && doubles[from] >= 0) {
            mv.visitVarInsn(DLOAD, doubles[from]);
            mv.visitVarInsn(DSTORE, doubles[to]);
        }
        state[to] = forms;
    }

    /**
     * Makes a register have a number, if it has none yet: goes elsewhere when its object is none of that kind. A number that tells an object
     * from others stays an object.
     */
    void needNumber(int register, int form, Label otherwise) {
        if (is(register, form)) {
            return;
        }
        String type = form == Forms.LONG ? INT : FLOAT;
        mv.visitVarInsn(ALOAD, boxed[register]);
        mv.visitTypeInsn(INSTANCEOF, type);
        mv.visitJumpInsn(IFEQ, otherwise);
        mv.visitVarInsn(ALOAD, boxed[register]);
        mv.visitTypeInsn(CHECKCAST, type);
        if (form == Forms.LONG) {
            mv.visitInsn(DUP);
            mv.visitFieldInsn(GETFIELD, INT, "value", "J");
            mv.visitVarInsn(LSTORE, longs[register]);
            mv.visitFieldInsn(GETFIELD, INT, "isIdentity", "Z");
            mv.visitJumpInsn(IFNE, otherwise);
        } else {
            mv.visitFieldInsn(GETFIELD, FLOAT, "value", "D");
            mv.visitVarInsn(DSTORE, doubles[register]);
        }
        state[register] |= (byte) form;
    }

    // ---- where paths meet

    /** Gives the registers the forms that they have at a label; goes elsewhere when an object is no number there. */
    void become(byte[] wanted, Label otherwise) {
        for (int r = 0; r < wanted.length; r++) {
            int missing = wanted[r] & ~state[r];
            if ((missing & Forms.BOXED) != 0) {
                needBoxed(r);
            }
            if ((missing & Forms.TAGGED) != 0 && !is(r, Forms.BOXED)) {
                mv.visitFieldInsn(
                        GETSTATIC, UNBOXED, is(r, Forms.LONG) ? "LONG" : "DOUBLE", Type.getDescriptor(Unboxed.class));
                mv.visitVarInsn(ASTORE, boxed[r]);
            }
            needMissing(r, missing & Forms.LONG, otherwise);
            needMissing(r, missing & Forms.DOUBLE, otherwise);
        }
        state = wanted.clone();
    }

    private void needMissing(int register, int form, Label otherwise) {
        if (form != 0) {
            needNumber(register, form, otherwise);
        }
    }

    /** Whether {@link #become} has anything to do. */
    boolean differs(byte[] wanted) {
        for (int r = 0; r < wanted.length; r++) {
            int missing = wanted[r] & ~state[r];
            if (missing != 0 && !(missing == Forms.TAGGED && is(r, Forms.BOXED))) {
                return true;
            }
        }
        return false;
    }
}
