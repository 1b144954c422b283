package org.picklejar.jit;

import static org.objectweb.asm.Opcodes.AASTORE;
import static org.objectweb.asm.Opcodes.ACONST_NULL;
import static org.objectweb.asm.Opcodes.ANEWARRAY;
import static org.objectweb.asm.Opcodes.CHECKCAST;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.GETSTATIC;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;
import org.picklejar.core.PySingleton;
import org.picklejar.interp.RegisterArrays;

/** Writes operands, as the methods that do an instruction take them. */
abstract class OperandWriter {
    private static final String SINGLETON = Type.getInternalName(PySingleton.class);

    final Body body;
    final UnitWriter unit;
    final MethodVisitor mv;

    OperandWriter(Body body, UnitWriter unit) {
        this.body = body;
        this.unit = unit;
        this.mv = body.mv;
    }

    final void none() {
        mv.visitFieldInsn(GETSTATIC, SINGLETON, "NONE", Type.getDescriptor(PySingleton.class));
    }

    final void orNull(int register) {
        if (register < 0) {
            mv.visitInsn(ACONST_NULL);
        } else {
            body.load(register);
        }
    }

    /** The right operand of an operator: a register, or constant ~b. */
    final void right(int b) {
        if (b >= 0) {
            body.load(b);
        } else {
            unit.pushConstant(body, ~b);
        }
    }

    final void constant(int index, Class<?> type) {
        unit.pushConstant(body, index);
        mv.visitTypeInsn(CHECKCAST, Type.getInternalName(type));
    }

    /** A new array of registers. */
    final void array(int from, int n) {
        if (n > 0 && n <= RegisterArrays.MOST) {
            for (int i = 0; i < n; i++) {
                body.load(from + i);
            }
            body.invoke(RegisterArrays.class, "of" + n);
            return;
        }
        body.push(n);
        mv.visitTypeInsn(ANEWARRAY, Body.OBJECT);
        for (int i = 0; i < n; i++) {
            mv.visitInsn(DUP);
            body.push(i);
            body.load(from + i);
            mv.visitInsn(AASTORE);
        }
    }
}
