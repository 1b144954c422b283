package org.picklejar.interp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.picklejar.code.CodeObject;
import org.picklejar.core.Errors;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyCode;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Text;

/** {@code code}. */
final class CodeType {
    private CodeType() {}

    static void define(TypeBuilder<?> builder) {
        TypeBuilder<PyCode> b = builder.of(PyCode.class);
        b.unary(
                        Slot.REPR,
                        c -> PyStr.of("<code object " + c.code.name + " at " + Text.address(c) + ", file \""
                                + c.code.fileName + "\", line " + c.code.firstLine + ">"))
                .rawBinary(
                        Slot.EQ,
                        (x, p, q) -> q instanceof PyCode d
                                ? PyBool.of(((PyCode) p).code == d.code)
                                : PySingleton.NOT_IMPLEMENTED)
                .unary(Slot.HASH, c -> PyInt.of(System.identityHashCode(c.code)))
                .member("co_argcount", c -> PyInt.of(c.code.argCount))
                .member("co_posonlyargcount", c -> PyInt.of(c.code.posOnlyCount))
                .member("co_kwonlyargcount", c -> PyInt.of(c.code.kwOnlyCount))
                .getter("co_nlocals", c -> PyInt.of(varNames(c.code).size()))
                .member("co_stacksize", c -> PyInt.of(c.code.registers))
                .member("co_flags", c -> PyInt.of(c.flags))
                .getter("co_code", c -> new PyBytes(bytes(c.instructions)))
                .member("co_consts", c -> PyTuple.of(c.constants))
                .member("co_names", c -> PyTuple.of((PyObject[]) c.names))
                .getter("co_varnames", c -> PyTuple.ofStrings(varNames(c.code)))
                .getter("co_cellvars", c -> PyTuple.ofStrings(Arrays.asList(c.code.cellNames)))
                .getter("co_freevars", c -> PyTuple.ofStrings(Arrays.asList(c.code.freeNames)))
                .member("co_filename", c -> PyStr.of(c.code.fileName))
                .member("co_name", c -> PyStr.of(c.code.name))
                .member("co_qualname", c -> PyStr.of(c.code.qualname))
                .member("co_firstlineno", c -> PyInt.of(c.code.firstLine))
                .getter("co_linetable", c -> PyBytes.EMPTY)
                .getter("co_lnotab", c -> PyBytes.EMPTY)
                .getter("co_exceptiontable", c -> PyBytes.EMPTY)
                .method("co_lines(self, /)", (PyCode c) -> lines(c.code))
                .method("co_positions(self, /)", (PyCode c) -> positions(c.code))
                .methodN("replace(self, /, **kwargs)", (c, a) -> replace(c, (PyDict) a[1]))
                .methodN("__replace__(self, /, **kwargs)", (c, a) -> replace(c, (PyDict) a[1]));
    }

    /** Names of the locals, parameters that are cells included, as CPython has them. */
    static List<String> varNames(CodeObject c) {
        Set<String> out = new LinkedHashSet<>(Arrays.asList(c.varNames));
        if ((c.flags & CodeObject.OPTIMIZED) != 0) {
            for (CodeObject.InlinedVariable v : c.inlined) {
                if (!v.isCell()) {
                    out.add(v.name());
                }
            }
        }
        return List.copyOf(out);
    }

    private static byte[] bytes(int[] code) {
        ByteBuffer b = ByteBuffer.allocate(code.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int i : code) {
            b.putInt(i);
        }
        return b.array();
    }

    private static PyObject lines(CodeObject c) {
        PyList out = new PyList();
        int from = 0;
        for (int i = 0; i < c.positions.length; i += 4) {
            if (i + 4 >= c.positions.length || c.positions[i + 4] != c.positions[i]) {
                out.append(PyTuple.of(PyInt.of(from), PyInt.of(i + 4), lineOrNone(c, i)));
                from = i + 4;
            }
        }
        return iterator(out);
    }

    private static PyObject lineOrNone(CodeObject c, int i) {
        return c.positions[i] == 0 ? PySingleton.NONE : PyInt.of(c.positions[i]);
    }

    private static PyObject positions(CodeObject c) {
        PyList out = new PyList();
        for (int i = 0; i < c.positions.length; i += 4) {
            PyTuple position = PyTuple.of(
                    lineOrNone(c, i),
                    PyInt.of(c.positions[i + 1]),
                    PyInt.of(c.positions[i + 2]),
                    PyInt.of(c.positions[i + 3]));
            if (c.positions[i] == 0) {
                position = PyTuple.of(PySingleton.NONE, PySingleton.NONE, PySingleton.NONE, PySingleton.NONE);
            }
            // One for every two units of f_lasti: traceback.py takes the entry f_lasti // 2.
            out.append(position);
            out.append(position);
        }
        return iterator(out);
    }

    private static PyObject iterator(PyList list) {
        return PyList.TYPE.unary(Slot.ITER).apply(null, list);
    }

    private static PyObject replace(PyCode c, PyDict changes) {
        CodeObject o = c.code;
        CodeObject n = new CodeObject();
        n.name = text(changes, "co_name", o.name);
        n.qualname = text(changes, "co_qualname", o.qualname);
        n.fileName = text(changes, "co_filename", o.fileName);
        n.firstLine = number(changes, "co_firstlineno", o.firstLine);
        n.flags = number(changes, "co_flags", o.flags);
        n.argCount = number(changes, "co_argcount", o.argCount);
        n.posOnlyCount = number(changes, "co_posonlyargcount", o.posOnlyCount);
        n.kwOnlyCount = number(changes, "co_kwonlyargcount", o.kwOnlyCount);
        n.registers = o.registers;
        n.code = o.code;
        n.constants = o.constants;
        n.names = o.names;
        n.varNames = o.varNames;
        n.cellNames = o.cellNames;
        n.freeNames = o.freeNames;
        n.cellParameters = o.cellParameters;
        n.handlers = o.handlers;
        n.inlined = o.inlined;
        n.positions = o.positions;
        n.endLine = o.endLine;
        n.sourceHash = o.sourceHash;
        List<String> known = List.of(
                "co_name",
                "co_qualname",
                "co_filename",
                "co_firstlineno",
                "co_flags",
                "co_argcount",
                "co_posonlyargcount",
                "co_kwonlyargcount",
                "co_linetable",
                "co_stacksize",
                "co_nlocals",
                "co_varnames",
                "co_names",
                "co_freevars",
                "co_cellvars",
                "co_consts",
                "co_code",
                "co_exceptiontable");
        for (PyObject k : changes.keyArray()) {
            if (!known.contains(k.toString())) {
                throw Errors.typeError("replace() got an unexpected keyword argument '%s'", k);
            }
        }
        PyCode made = new PyCode(n);
        if (changes.get("co_consts") instanceof PyTuple t && t.size() == made.constants.length) {
            System.arraycopy(t.items, 0, made.constants, 0, t.size());
        }
        return made;
    }

    private static String text(PyDict d, String key, String fallback) {
        PyObject v = d.get(key);
        return v == null ? fallback : v.toString();
    }

    private static int number(PyDict d, String key, int fallback) {
        return d.get(key) instanceof PyInt i ? (int) i.value : fallback;
    }
}
