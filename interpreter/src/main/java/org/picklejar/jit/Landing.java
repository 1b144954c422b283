package org.picklejar.jit;

import static org.objectweb.asm.Opcodes.AALOAD;
import static org.objectweb.asm.Opcodes.ACONST_NULL;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ARETURN;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.POP;
import static org.objectweb.asm.Opcodes.PUTFIELD;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;
import org.picklejar.code.CodeObject;
import org.picklejar.code.Op;
import org.picklejar.core.PyException;
import org.picklejar.interp.Compiled;

/**
 * Where exceptions of some instructions are dealt with. Each place where they can make the method go on has one of its own: one for all
 * would be a second way into each loop with a handler in it, and neither of HotSpot's compilers takes such loops well.
 */
final class Landing {
    /** Where an exception of an instruction can make its function go on, in or out of the region; -1: nowhere. */
    record Places(int handler, int handlerRegister, int end, int endRegister) {
        /** @param pc of an instruction that is not done on numbers */
        static Places of(CodeObject code, int pc) {
            CodeObject.Handler h = code.handlerAt(pc);
            int[] c = code.code;
            // What ends an iteration may be an exception.
            boolean iterates = c[pc] == Op.FOR_ITER || c[pc] == Op.SEND;
            return new Places(
                    h == null ? -1 : h.handler(),
                    h == null ? -1 : h.register(),
                    iterates ? c[pc + 3] : -1,
                    iterates && c[pc] == Op.SEND ? c[pc + 1] : -1);
        }
    }

    private final Body body;
    private final Places places;
    /** The registers that have to be objects here: what is read where it goes on, and variables. */
    final BitSet shown;
    /** With the exception on the stack, thrown by Java. */
    final Label thrown = new Label();
    /** With the exception in {@link org.picklejar.core.Execution#raised}. */
    final Label raised = new Label();
    /** With the exception in its slot. */
    final Label caught = new Label();

    Landing(Body body, Places places) {
        this.body = body;
        this.places = places;
        shown = (BitSet) body.variables.clone();
        for (int pc : new int[] {places.handler, places.end}) {
            if (pc >= 0) {
                shown.or(body.live.before(pc));
            }
        }
    }

    void write() {
        MethodVisitor mv = body.mv;
        body.file.state = body.forms.allBoxed();
        body.place(raised);
        body.execution();
        mv.visitFieldInsn(GETFIELD, Body.EXECUTION, "raised", Type.getDescriptor(PyException.class));
        mv.visitVarInsn(ASTORE, body.thrownSlot);
        body.execution();
        mv.visitInsn(ACONST_NULL);
        mv.visitFieldInsn(PUTFIELD, Body.EXECUTION, "raised", Type.getDescriptor(PyException.class));
        mv.visitJumpInsn(GOTO, caught);
        body.placeCatching(thrown);
        body.place(caught);
        body.writeRegisters(shown);
        body.execution();
        body.frame();
        mv.visitVarInsn(ALOAD, body.thrownSlot);
        body.invoke(Compiled.class, "caught");
        goOn(mv);
        body.pending();
        mv.visitInsn(ARETURN);
    }

    /** Goes on where the number on the stack says, if that is here. */
    private void goOn(MethodVisitor mv) {
        Map<Integer, Integer> registers = new TreeMap<>();
        note(registers, places.handler, places.handlerRegister);
        note(registers, places.end, places.endRegister);
        if (registers.isEmpty()) {
            mv.visitInsn(POP);
            return;
        }
        int[] keys = registers.keySet().stream().mapToInt(i -> i).toArray();
        Label[] at = new Label[keys.length];
        for (int i = 0; i < at.length; i++) {
            at[i] = new Label();
        }
        Label out = new Label();
        mv.visitLookupSwitchInsn(out, keys, at);
        for (int i = 0; i < at.length; i++) {
            body.place(at[i]);
            int register = registers.get(keys[i]);
            if (register >= 0) {
                body.frame();
                mv.visitFieldInsn(GETFIELD, Body.FRAME, "registers", Body.ARRAY_TYPE);
                body.push(register);
                mv.visitInsn(AALOAD);
                body.store(register);
            }
            body.frame();
            mv.visitInsn(ACONST_NULL);
            mv.visitFieldInsn(PUTFIELD, Body.FRAME, "registers", Body.ARRAY_TYPE);
            mv.visitJumpInsn(GOTO, body.target(keys[i]));
        }
        body.place(out);
    }

    private void note(Map<Integer, Integer> registers, int pc, int register) {
        if (pc >= 0 && body.region.contains(pc)) {
            registers.put(pc, register);
        }
    }
}
