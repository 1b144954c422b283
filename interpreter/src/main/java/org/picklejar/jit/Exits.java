package org.picklejar.jit;

import static org.objectweb.asm.Opcodes.ARETURN;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.IFEQ;
import static org.objectweb.asm.Opcodes.IFNONNULL;
import static org.objectweb.asm.Opcodes.POP;
import static org.objectweb.asm.Opcodes.PUTFIELD;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;
import org.picklejar.core.PyException;
import org.picklejar.interp.Compiled;

/**
 * The ways out of a method: to the interpreter, to where it returns and to where exceptions are dealt with. Each takes the registers in the
 * forms that they have where it begins, and makes the objects that are needed behind it.
 */
final class Exits {
    private final Body body;
    private final MethodVisitor mv;

    /**
     * A way out: the frame gets registers, which have these forms, and goes on in the interpreter.
     *
     * @param wrong whether a guess about the instruction at pc was wrong
     * @param landing where an exception is dealt with that has come instead of a result; null: there can be none
     */
    private record Exit(
            BitSet registers, int pc, int dropped, boolean wrong, int ticks, ByteBuffer forms, Landing landing) {}

    private final Map<Exit, Label> exits = new LinkedHashMap<>();

    /** Where registers become objects on the way to a label. */
    private record Passage(Label destination, BitSet needed, ByteBuffer forms) {}

    private final Map<Passage, Label> boxing = new LinkedHashMap<>();
    private final Map<Passage, Label> catching = new LinkedHashMap<>();

    Exits(Body body) {
        this.body = body;
        this.mv = body.mv;
    }

    /** Leaves to the interpreter before an instruction. */
    Label leaving(int pc) {
        return exit(body.live.before(pc), pc, 0, false);
    }

    /** As {@link #leaving}, because a guess about the instruction was wrong. */
    Label wrong(int pc) {
        return exit(body.live.before(pc), pc, 0, true);
    }

    /** Leaves to the interpreter, which delivers the result of an instruction; PENDING is on the stack. */
    Label waiting(int pc) {
        return exit(body.live.during(pc), -1, 1, false);
    }

    /** As {@link #waiting} for a conditional jump, whose operand is to be replaced. */
    Label waitingBefore(int pc, int operand) {
        BitSet b = (BitSet) body.live.before(pc).clone();
        b.clear(operand);
        return exit(b, -1, 1, false);
    }

    private Label exit(BitSet registers, int pc, int dropped, boolean wrong) {
        BitSet written = withVariables(registers);
        return exits.computeIfAbsent(
                new Exit(
                        written,
                        pc,
                        dropped,
                        wrong,
                        body.ticks,
                        formsOf(dropped > 0 ? withShown(written) : written),
                        dropped > 0 ? body.landing : null),
                k -> new Label());
    }

    private BitSet withShown(BitSet registers) {
        BitSet b = (BitSet) registers.clone();
        b.or(body.landing.shown);
        return b;
    }

    /** The forms that some registers have here, as a key. */
    private ByteBuffer formsOf(BitSet registers) {
        byte[] out = new byte[body.code.registers];
        registers.stream().forEach(r -> out[r] = body.file.state[r]);
        return ByteBuffer.wrap(out);
    }

    BitSet withVariables(BitSet registers) {
        BitSet b = (BitSet) registers.clone();
        b.or(body.variables);
        return b;
    }

    /** Goes to a label where some registers have to be objects. */
    Label boxing(Label destination, BitSet needed) {
        if (body.file.unboxed(needed).isEmpty()) {
            return destination;
        }
        return boxing.computeIfAbsent(new Passage(destination, needed, formsOf(needed)), k -> new Label());
    }

    private void writeBoxing(Passage p, Label l) {
        body.place(l);
        body.file.state = p.forms().array().clone();
        if (p.destination() == body.returning) {
            body.frame();
            mv.visitFieldInsn(GETFIELD, Body.FRAME, "exposed", "Z");
            mv.visitJumpInsn(IFEQ, body.returning);
        }
        body.file.needBoxed(p.needed());
        mv.visitJumpInsn(GOTO, p.destination());
    }

    /** What catches the exceptions of the instruction that is being written, before which registers have these forms. */
    Label catching(byte[] before) {
        Landing landing = body.landing;
        BitSet unboxed = body.file.unboxed(landing.shown);
        if (unboxed.isEmpty()) {
            return landing.thrown;
        }
        byte[] kept = new byte[before.length];
        unboxed.stream().forEach(r -> kept[r] = before[r]);
        return catching.computeIfAbsent(
                new Passage(landing.caught, landing.shown, ByteBuffer.wrap(kept)), k -> new Label());
    }

    /**
     * Writes all ways out; what catches exceptions is written before, by {@link #writeCatching}.
     *
     * @return false when the method becomes larger than that many bytes
     */
    boolean write(int most) {
        for (Map.Entry<Exit, Label> e : exits.entrySet()) {
            if (body.length() > most) {
                return false;
            }
            body.place(e.getValue(), e.getKey().dropped());
            writeExit(e.getKey());
        }
        boxing.forEach(this::writeBoxing);
        return true;
    }

    void writeCatching() {
        catching.forEach((passage, label) -> {
            body.placeCatching(label);
            body.file.state = passage.forms().array().clone();
            body.file.needBoxed(passage.needed());
            mv.visitJumpInsn(GOTO, passage.destination());
        });
    }

    private void writeExit(Exit e) {
        body.file.state = e.forms().array().clone();
        body.addTicks(e.ticks());
        if (e.dropped() > 0) {
            mv.visitInsn(POP);
            body.execution();
            mv.visitFieldInsn(GETFIELD, Body.EXECUTION, "raised", Type.getDescriptor(PyException.class));
            mv.visitJumpInsn(IFNONNULL, boxing(e.landing().raised, e.landing().shown));
        }
        if (e.wrong()) {
            body.execution();
            body.pushCode();
            body.push(e.pc());
            body.invoke(Compiled.class, "wrong");
        }
        if (e.pc() >= 0) {
            body.setPc(e.pc());
            body.frame();
            body.push(1);
            mv.visitFieldInsn(PUTFIELD, Body.FRAME, "interrupted", "Z");
        }
        body.writeRegisters(e.registers());
        body.pending();
        mv.visitInsn(ARETURN);
    }
}
