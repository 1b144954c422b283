package org.picklejar.modules.decimal;

import org.picklejar.core.PyObject;
import org.picklejar.core.PyType;
import org.picklejar.text.decimal.Decimal;

/** {@code decimal.Decimal}. */
public final class PyDecimal extends PyObject {
    public static final PyType TYPE =
            PyType.builtin("Decimal", PyDecimal.class, PyType.OBJECT).inModule("decimal");

    static {
        TYPE.hasWeakref = false;
    }

    final Decimal value;

    PyDecimal(Decimal value) {
        this.value = value;
    }

    @Override
    public PyType type() {
        return TYPE;
    }
}
