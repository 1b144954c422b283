package org.picklejar.types;

import org.picklejar.core.Execution;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyIterator;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Values;

/** The iterator of a str. */
final class StrIterator extends PyIterator {
    static final PyType TYPE = PyType.builtin("str_iterator", StrIterator.class, PyType.OBJECT).notSubclassable();
    /** Null at the end. */
    private PyStr text;
    private int index;

    StrIterator(PyStr text) {
        this.text = text;
    }

    static void define(TypeBuilder<StrIterator> b) {
        b.unary(Slot.ITER, it -> it)
            .unary(Slot.NEXT, StrIterator::next)
            .method("__length_hint__(self, /)", it -> PyInt.of(it.text == null ? 0 : it.text.length() - it.index))
            .tail("__reduce__(self, /)", StrIterator::reduce)
            .tail("__setstate__(self, index, /)", StrIterator::setState);
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    @Override
    public PyObject next() {
        if (text != null && index < text.length()) {
            return text.charAt(index++);
        }
        text = null;
        return null;
    }

    private static PyObject reduce(Execution x, StrIterator it) {
        PyObject iter = x.machine.builtins.get("iter");
        return it.text == null ? PyTuple.of(iter, PyTuple.of(PyStr.EMPTY))
            : PyTuple.of(iter, PyTuple.of(it.text), PyInt.of(it.index));
    }

    private static PyObject setState(Execution x, StrIterator it, PyObject index) {
        if (it.text != null) {
            it.index = Math.max(0, Math.min(Values.toInt(x, index), it.text.length()));
        }
        return org.picklejar.core.PySingleton.NONE;
    }
}
