package org.picklejar.modules.string;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyIterator;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.Imports;
import org.picklejar.ops.FieldName;
import org.picklejar.ops.FormatMarkup;
import org.picklejar.ops.Values;

/** The pieces of a format string, or the steps of a field name. */
public final class PieceIterator extends PyIterator {
    public static final PyType TYPE = PyType.builtin("formatteriterator", PieceIterator.class, PyType.OBJECT)
            .inModule("_string")
            .notSubclassable();
    private final PyTuple items;
    /** What is wrong behind the last item; null when nothing is. */
    private final String error;

    private int at;

    private PieceIterator(PyTuple items, String error) {
        this.items = items;
        this.error = error;
    }

    static PieceIterator ofPieces(List<FormatMarkup.Piece> pieces) {
        List<PyObject> items = new ArrayList<>();
        for (FormatMarkup.Piece p : pieces) {
            if (p.error() != null) {
                return new PieceIterator(tuple(items), p.error());
            }
            PyObject conversion =
                    p.field() == null || p.conversion() == 0 ? PySingleton.NONE : PyStr.ofCodePoint(p.conversion());
            items.add(PyTuple.of(
                    p.literal(), orNone(p.field()), p.field() == null ? PySingleton.NONE : p.spec(), conversion));
        }
        return new PieceIterator(tuple(items), null);
    }

    static PieceIterator ofSteps(List<FieldName.Step> steps) {
        return new PieceIterator(
                tuple(steps.stream()
                        .<PyObject>map(s -> PyTuple.of(PyBool.of(s.attribute()), s.key()))
                        .toList()),
                null);
    }

    /** What {@code __reduce__} names. */
    static PieceIterator of(PyObject items, PyObject error) {
        return new PieceIterator(Values.tuple(items, "items"), error == PySingleton.NONE ? null : error.toString());
    }

    private static PyTuple tuple(List<PyObject> items) {
        return PyTuple.of(items.toArray(PyObject[]::new));
    }

    private static PyObject orNone(PyObject o) {
        return o == null ? PySingleton.NONE : o;
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    public static void define(TypeBuilder<PieceIterator> b) {
        b.unary(Slot.ITER, it -> it)
                .unary(Slot.NEXT, PieceIterator::next)
                .tail("__reduce__(self, /)", (x, it) -> it.reduce(x));
    }

    @Override
    public PyObject next() {
        if (at < items.size()) {
            return items.get(at++);
        }
        if (error != null) {
            throw Errors.valueError("%s", error);
        }
        return null;
    }

    /** By what is left. */
    private PyObject reduce(Execution x) {
        return PyTuple.of(
                Imports.ofLoaded(x, "_string", "_pieces"),
                PyTuple.of(
                        PyTuple.of(Arrays.copyOfRange(items.items, at, items.size())),
                        error == null ? PySingleton.NONE : PyStr.of(error)));
    }
}
