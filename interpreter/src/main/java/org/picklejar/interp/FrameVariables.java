package org.picklejar.interp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.picklejar.code.CodeObject;
import org.picklejar.core.Execution;
import org.picklejar.core.PyCell;
import org.picklejar.core.PyCode;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;

/**
 * The variables of a code by name: in which registers they lie, themselves or their cells. While a comprehension runs, its own
 * variables hide those of the same name.
 */
final class FrameVariables {
    private final PyStr[] names;
    /** Of each name; -1 when only comprehensions have it. */
    private final int[] registers;
    /** Those of comprehensions under each name, outer ones first. */
    private final List<List<CodeObject.InlinedVariable>> inlined = new ArrayList<>();

    private final int firstCell;
    /** The place of each name in the arrays, as a Python int. */
    private final PyDict places = new PyDict();

    private FrameVariables(CodeObject c) {
        List<PyStr> found = new ArrayList<>();
        List<Integer> at = new ArrayList<>();
        int first = c.firstCell();
        firstCell = first;
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
        for (CodeObject.InlinedVariable v : c.inlined) {
            PyStr name = PyStr.of(v.name());
            if (!found.contains(name)) {
                found.add(name);
                at.add(-1);
            }
        }
        for (PyStr name : found) {
            inlined.add(Arrays.stream(c.inlined)
                    .filter(v -> v.name().equals(name.toString()))
                    .toList());
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

    /** The number of a variable; -1 when the key names none where the frame stands. */
    int find(Execution x, PythonFrame f, PyObject key) {
        if (!(places.get(x, key) instanceof PyInt i)) {
            return -1;
        }
        int number = (int) i.value;
        return registers[number] >= 0 || seen(f, number) != null ? number : -1;
    }

    /** The variable of the innermost comprehension in progress that has the name; null when none has. */
    private CodeObject.InlinedVariable seen(PythonFrame f, int number) {
        CodeObject.InlinedVariable found = null;
        for (CodeObject.InlinedVariable v : inlined.get(number)) {
            found = v.isSeenAt(f.currentPc()) ? v : found;
        }
        return found;
    }

    /** The value of a variable; null when it is unbound. */
    PyObject get(PythonFrame f, int number) {
        CodeObject.InlinedVariable own = seen(f, number);
        int register = own == null ? registers[number] : own.register();
        boolean isCell = own == null ? register >= firstCell : own.isCell();
        PyObject v = register < 0 || f.registers == null ? null : f.registers[register];
        return isCell && v instanceof PyCell c ? c.value : v;
    }

    void set(PythonFrame f, int number, PyObject value) {
        CodeObject.InlinedVariable own = seen(f, number);
        int register = own == null ? registers[number] : own.register();
        boolean isCell = own == null ? register >= firstCell : own.isCell();
        if (isCell && f.registers[register] instanceof PyCell c) {
            c.value = value;
        } else {
            f.registers[register] = value;
        }
    }

    /** Whether a comprehension in progress has bound a variable. */
    boolean inComprehension(PythonFrame f) {
        for (int i = 0; i < names.length; i++) {
            if (seen(f, i) != null && get(f, i) != null) {
                return true;
            }
        }
        return false;
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
        if (f.extraLocals == null) {
            return out;
        }
        PyDict all = new PyDict();
        all.putAll(out);
        all.putAll(f.extraLocals);
        // A name that was added is that of a comprehension's variable for as long as this is bound.
        all.putAll(out);
        return all;
    }
}
