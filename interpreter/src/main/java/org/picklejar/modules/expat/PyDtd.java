package org.picklejar.modules.expat;

import org.picklejar.core.PyObject;
import org.picklejar.core.PyType;
import org.picklejar.text.xml.Dtd;

/** What the parsers of a document and its external entities share: an object of its own, so that a state has it once. */
final class PyDtd extends PyObject {
    static final PyType TYPE = PyType.builtin("_dtd", PyDtd.class, PyType.OBJECT)
            .inModule("pyexpat")
            .notSubclassable();

    final Dtd dtd;

    PyDtd(Dtd dtd) {
        this.dtd = dtd;
    }

    @Override
    public PyType type() {
        return TYPE;
    }
}
