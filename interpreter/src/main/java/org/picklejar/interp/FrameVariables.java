package org.picklejar.interp;

import java.util.ArrayList;
import java.util.List;
import org.picklejar.code.CodeObject;
import org.picklejar.core.Execution;
import org.picklejar.core.PyCell;
import org.picklejar.core.PyCode;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;

/** The variables of a function's code by name: in which registers they lie, themselves or their cells. */
final class FrameVariables {
    private final PyStr[] names;
    private final int[] registers;
    /** The place of each name in the arrays, as a Python int. */
    private final PyDict places = new PyDict();

    private FrameVariables(CodeObject c) {
        List<PyStr> found = new ArrayList<>();
        List<Integer> at = new ArrayList<>();
        int first = c.firstCell();
        for (int i = 0; i < c.varNames.length; i++) {
            int register = i;
            for (int k = 0; k < c.cellNames.length; k++) {
                register = c.cellParameters[k] == i ? first + k : register;
            }
            if (register != i || !c.varNames[i].startsWith(".")) {
                found.add(PyStr.of(c.varNames[i]));
                at.add(register);
            }
        }
        for (int k = 0; k < c.cellNames.length + c.freeNames.length; k++) {
            if (!at.contains(first + k)) {
                found.add(PyStr.of(k < c.cellNames.length ? c.cellNames[k] : c.freeNames[k - c.cellNames.length]));
                at.add(first + k);
            }
        }
        names = found.toArray(PyStr[]::new);
        registers = at.stream().mapToInt(Integer::intValue).toArray();
        for (int i = 0; i < names.length; i++) {
            places.put(names[i], PyInt.of(i));
        }
    }

    /** Those of a code; found when they are first needed. */
    static FrameVariables of(PyCode code) {
        if (!(code.variables instanceof FrameVariables)) {
            code.variables = new FrameVariables(code.code);
        }
        return (FrameVariables) code.variables;
    }

    /** The number of a variable; -1 when the key names none. */
    int find(Execution x, PyObject key) {
        return places.get(x, key) instanceof PyInt i ? (int) i.value : -1;
    }

    /** The value of a variable; null when it is unbound. */
    PyObject get(PythonFrame f, int number) {
        PyObject v = f.registers[registers[number]];
        return isCell(f, number) ? v instanceof PyCell c ? c.value : v : v;
    }

    void set(PythonFrame f, int number, PyObject value) {
        if (isCell(f, number) && f.registers[registers[number]] instanceof PyCell c) {
            c.value = value;
        } else {
            f.registers[registers[number]] = value;
        }
    }

    private boolean isCell(PythonFrame f, int number) {
        return registers[number] >= f.code.code.firstCell();
    }

    /** What is bound, and what a debugger has added, as a new dict. */
    PyDict copy(PythonFrame f) {
        PyDict out = new PyDict();
        for (int i = 0; i < names.length; i++) {
            PyObject v = get(f, i);
            if (v != null) {
                out.put(names[i], v);
            }
        }
        if (f.extraLocals != null) {
            out.putAll(f.extraLocals);
        }
        return out;
    }
}
