package org.picklejar.types;

import org.picklejar.core.PyDict;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;

/** {@code d.keys()}, {@code d.values()} or {@code d.items()}. */
public final class DictView extends PyObject implements ReprFrame.InParts {
    public static final PyType KEYS_TYPE =
            PyType.builtin("dict_keys", DictView.class, PyType.OBJECT).notSubclassable();
    public static final PyType VALUES_TYPE =
            PyType.builtin("dict_values", DictView.class, PyType.OBJECT).notSubclassable();
    public static final PyType ITEMS_TYPE =
            PyType.builtin("dict_items", DictView.class, PyType.OBJECT).notSubclassable();

    private final PyType type;
    public final DictIterator.Kind kind;
    public final PyDict dict;

    public DictView(DictIterator.Kind kind, PyDict dict) {
        this(
                kind,
                dict,
                kind == DictIterator.Kind.KEYS
                        ? KEYS_TYPE
                        : kind == DictIterator.Kind.VALUES ? VALUES_TYPE : ITEMS_TYPE);
    }

    /** A view of another type, such as {@code odict_keys}. */
    public DictView(DictIterator.Kind kind, PyDict dict, PyType type) {
        this.kind = kind;
        this.dict = dict;
        this.type = type;
    }

    @Override
    public PyType type() {
        return type;
    }

    /** What the view shows now. */
    PyObject[] items() {
        if (kind == DictIterator.Kind.KEYS) {
            return dict.keyArray();
        }
        PyObject[] values = dict.valueArray();
        if (kind == DictIterator.Kind.ITEMS) {
            PyObject[] keys = dict.keyArray();
            for (int i = 0; i < keys.length; i++) {
                values[i] = PyTuple.of(keys[i], values[i]);
            }
        }
        return values;
    }

    @Override
    public ReprFrame.Parts reprParts() {
        return ReprFrame.sequence(this, type.name() + "([", items(), "])", "...");
    }
}
