package org.picklejar.interp;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.picklejar.code.CodeObject;
import org.picklejar.code.CodeTables;
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
                                ? PyBool.of(CodeConstruction.equal(((PyCode) p).code, d.code))
                                : PySingleton.NOT_IMPLEMENTED)
                .unary(Slot.HASH, c -> PyInt.of(CodeConstruction.hash(c.code)))
                .member("co_argcount", c -> PyInt.of(c.code.argCount))
                .member("co_posonlyargcount", c -> PyInt.of(c.code.posOnlyCount))
                .member("co_kwonlyargcount", c -> PyInt.of(c.code.kwOnlyCount))
                .getter("co_nlocals", c -> PyInt.of(varNames(c.code).size()))
                .member("co_stacksize", c -> PyInt.of(c.code.registers))
                .member("co_flags", c -> PyInt.of(c.flags))
                .getter("co_code", c -> new PyBytes(CodeTables.ofInts(c.code.code)))
                .member("co_consts", c -> PyTuple.of(c.constants))
                .member("co_names", c -> PyTuple.of((PyObject[]) c.names))
                .getter("co_varnames", c -> PyTuple.ofStrings(varNames(c.code)))
                .getter("co_cellvars", c -> PyTuple.ofStrings(Arrays.asList(c.code.cellNames)))
                .getter("co_freevars", c -> PyTuple.ofStrings(Arrays.asList(c.code.freeNames)))
                .member("co_filename", c -> PyStr.of(c.code.fileName))
                .member("co_name", c -> PyStr.of(c.code.name))
                .member("co_qualname", c -> PyStr.of(c.code.qualname))
                .member("co_firstlineno", c -> PyInt.of(c.code.firstLine))
                .getter("co_linetable", c -> new PyBytes(CodeTables.ofInts(c.code.positions)))
                .getter("co_lnotab", c -> PyBytes.EMPTY)
                .getter("co_exceptiontable", c -> new PyBytes(CodeTables.rest(c.code)))
                .method("co_lines(self, /)", (PyCode c) -> lines(c.code))
                .method("co_positions(self, /)", (PyCode c) -> positions(c.code))
                .constructor(
                        CodeConstruction.SIGNATURE,
                        (x, cls, a) -> CodeConstruction.make(Arrays.copyOfRange(a, 1, a.length)))
                .methodN("replace(self, /, **kwargs)", (c, a) -> CodeConstruction.replace(c, (PyDict) a[1]))
                .methodN("__replace__(self, /, **kwargs)", (c, a) -> CodeConstruction.replace(c, (PyDict) a[1]));
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
}
