package org.picklejar.modules.collections;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Values;

/** The property of a namedtuple's field. */
final class TupleGetter extends PyInstance {
    static final PyType TYPE = PyType.builtin("_tuplegetter", TupleGetter.class, PyType.OBJECT)
            .inModule("_collections")
            .notSubclassable();

    private final int index;
    private PyObject doc;

    private TupleGetter(int index, PyObject doc) {
        super(TYPE);
        this.index = index;
        this.doc = doc;
    }

    private PyObject get(PyObject o) {
        if (o == PySingleton.NONE || o == null) {
            return this;
        }
        if (!(Values.payload(o) instanceof PyTuple t)) {
            throw Errors.typeError(
                    "descriptor for index '%d' for tuple subclasses doesn't apply to '%s' object",
                    index, o.type().name());
        }
        if (index < 0 || index >= t.size()) {
            throw Errors.indexError("tuple index out of range");
        }
        return t.get(index);
    }

    static void define(TypeBuilder<?> builder) {
        builder.of(TupleGetter.class)
                .constructor(
                        "_tuplegetter(cls, index: index, doc, /)",
                        (x, cls, a) -> new TupleGetter(Values.toInt(a[1]), a[2]))
                .ternary(Slot.GET, (g, o, type) -> g.get(o))
                .ternary(Slot.SET, (g, o, v) -> {
                    throw Errors.of(ExceptionTypes.ATTRIBUTE_ERROR, "can't set attribute");
                })
                .binary(Slot.DELETE, (g, o) -> {
                    throw Errors.of(ExceptionTypes.ATTRIBUTE_ERROR, "can't delete attribute");
                })
                .method("__reduce__(self, /)", g -> PyTuple.of(TYPE, PyTuple.of(PyInt.of(g.index), g.doc)))
                .property("__doc__", g -> g.doc, (g, v) -> g.doc = v == null ? PySingleton.NONE : v);
    }
}
