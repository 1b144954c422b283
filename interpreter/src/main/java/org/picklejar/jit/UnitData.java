package org.picklejar.jit;

import org.picklejar.core.PyCode;

/** What the class of a unit is given. */
final class UnitData {
    final PyCode code;
    final Object[] objects;

    UnitData(PyCode code, Object[] objects) {
        this.code = code;
        this.objects = objects;
    }
}
