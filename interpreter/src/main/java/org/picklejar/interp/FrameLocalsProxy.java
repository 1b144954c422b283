package org.picklejar.interp;

import java.util.function.Consumer;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.KeyOperation;
import org.picklejar.core.PatternKind;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyType;

/** {@code frame.f_locals} of a function: reads and writes the variables themselves (PEP 667). */
public final class FrameLocalsProxy extends PyObject {
    public static final PyType TYPE = PyType.builtin("FrameLocalsProxy", FrameLocalsProxy.class, PyType.OBJECT)
            .notSubclassable()
            .matchedAs(PatternKind.MAPPING);

    private final PythonFrame frame;
    private final FrameVariables variables;

    public FrameLocalsProxy(PythonFrame frame) {
        this.frame = frame;
        this.variables = FrameVariables.of(frame.code);
    }

    /** The frame, as Python has it. */
    public PyObject frame(Execution x) {
        return FrameReference.of(x, frame);
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    @Override
    public void traverse(Consumer<PyObject> visitor) {
        visitor.accept(frame);
    }

    // ---- variables

    /** What is bound now, in a new dict. */
    public PyDict copy() {
        return variables.copy(frame);
    }

    /** @return null when nothing is bound */
    public PyObject get(Execution x, PyObject key) {
        int number = variables.find(x, frame, key);
        PyObject v = number < 0 ? null : variables.get(frame, number);
        return v != null || frame.extraLocals == null ? v : frame.extraLocals.get(x, key);
    }

    /** Sets a variable, or adds a name that the code does not have. */
    public void set(Execution x, PyObject key, PyObject value) {
        int number = variables.find(x, frame, key);
        if (number >= 0) {
            variables.set(frame, number, value);
            return;
        }
        if (frame.extraLocals == null) {
            frame.extraLocals = new PyDict();
        }
        frame.extraLocals.put(x, key, value);
    }

    /**
     * Removes what was added; variables of the code stay.
     *
     * @param fallback null for a KeyError
     */
    public PyObject pop(Execution x, PyObject key, PyObject fallback) {
        if (variables.find(x, frame, key) >= 0) {
            throw Errors.valueError("cannot remove local variables from FrameLocalsProxy");
        }
        if (frame.extraLocals != null) {
            return KeyOperation.POP.on(x, frame.extraLocals, key, fallback);
        } else if (fallback == null) {
            throw Errors.keyError(key);
        }
        return fallback;
    }

    public void update(Execution x, PyDict other) {
        PyObject[] keys = other.keyArray();
        PyObject[] values = other.valueArray();
        for (int i = 0; i < keys.length; i++) {
            set(x, keys[i], values[i]);
        }
    }

    /** Whether both show the same frame. */
    public boolean isOf(FrameLocalsProxy other) {
        return frame == other.frame;
    }
}
