package org.picklejar.modules.string;

import java.util.List;
import org.picklejar.core.Errors;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyIterator;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.FieldName;
import org.picklejar.ops.FormatMarkup;

/** The pieces of a format string, or the steps of a field name. */
public final class PieceIterator extends PyIterator {
    public static final PyType TYPE = PyType.builtin("formatteriterator", PieceIterator.class, PyType.OBJECT)
            .inModule("_string")
            .notSubclassable();
    /** Null for the steps of a name. */
    private final List<FormatMarkup.Piece> pieces;

    private final List<FieldName.Step> steps;
    private int at;

    PieceIterator(List<FormatMarkup.Piece> pieces, List<FieldName.Step> steps) {
        this.pieces = pieces;
        this.steps = steps;
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    public static void define(TypeBuilder<PieceIterator> b) {
        b.unary(Slot.ITER, it -> it).unary(Slot.NEXT, PieceIterator::next);
    }

    @Override
    public PyObject next() {
        if (at == (pieces != null ? pieces.size() : steps.size())) {
            return null;
        }
        if (steps != null) {
            FieldName.Step s = steps.get(at++);
            return PyTuple.of(PyBool.of(s.attribute()), s.key());
        }
        FormatMarkup.Piece p = pieces.get(at++);
        if (p.error() != null) {
            throw Errors.valueError(p.error());
        }
        if (p.field() == null) {
            return PyTuple.of(p.literal(), PySingleton.NONE, PySingleton.NONE, PySingleton.NONE);
        }
        return PyTuple.of(
                p.literal(),
                p.field(),
                p.spec(),
                p.conversion() == 0 ? PySingleton.NONE : PyStr.ofCodePoint(p.conversion()));
    }
}
