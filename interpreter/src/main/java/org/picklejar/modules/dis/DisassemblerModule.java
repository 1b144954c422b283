package org.picklejar.modules.dis;

import java.util.List;
import org.picklejar.code.CodeObject;
import org.picklejar.code.Opcode;
import org.picklejar.code.Operands;
import org.picklejar.code.RegisterUse;
import org.picklejar.core.Errors;
import org.picklejar.core.PyCode;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.modules.ModuleBuilder;

/** {@code _disassembler}: the instructions of our code objects, for the Python module {@code dis}. */
public final class DisassemblerModule {
    private DisassemblerModule() {}

    public static PyModule create() {
        return new ModuleBuilder("_disassembler")
                .constant("width", PyInt.of(Opcode.WIDTH))
                .constant("special_methods", PyTuple.ofStrings(List.of(Opcode.SPECIAL_METHODS)))
                .constant("opcodes", opcodes())
                .function("instructions(code, /)", c -> instructions(code(c)))
                .function("handlers(code, /)", c -> handlers(code(c)))
                .build();
    }

    private static CodeObject code(PyObject o) {
        if (o instanceof PyCode c) {
            return c.code;
        }
        throw Errors.typeError("a code object is required, not '%s'", o.type().name());
    }

    /** For each opcode: name, and the meaning of its operands as in {@link Operands}. */
    private static PyObject opcodes() {
        PyList out = new PyList();
        for (Opcode op : Opcode.values()) {
            out.append(PyTuple.of(PyStr.of(op.name()), PyStr.of(Operands.of(op).replace('*', '.'))));
        }
        return out;
    }

    /** Tuples (offset, opcode, dst, a, b, jump target or -1, line, end line, column, end column). */
    private static PyObject instructions(CodeObject c) {
        PyList out = new PyList();
        for (int pc = 0; pc < c.code.length; pc += Opcode.WIDTH) {
            int p = pc / Opcode.WIDTH * 4;
            out.append(ints(
                    pc,
                    c.code[pc],
                    c.code[pc + 1],
                    c.code[pc + 2],
                    c.code[pc + 3],
                    RegisterUse.target(c.code, pc),
                    c.positions[p],
                    c.positions[p + 1],
                    c.positions[p + 2],
                    c.positions[p + 3]));
        }
        return out;
    }

    /** Tuples (start, end, target, register of the exception), inner ones first. */
    private static PyObject handlers(CodeObject c) {
        PyList out = new PyList();
        for (CodeObject.Handler h : c.handlers) {
            out.append(ints(h.from(), h.to(), h.handler(), h.register()));
        }
        return out;
    }

    private static PyTuple ints(int... values) {
        PyObject[] items = new PyObject[values.length];
        for (int i = 0; i < values.length; i++) {
            items[i] = PyInt.of(values[i]);
        }
        return PyTuple.of(items);
    }
}
