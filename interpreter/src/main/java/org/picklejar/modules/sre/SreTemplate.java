package org.picklejar.modules.sre;

import org.picklejar.core.PyInteger;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyType;
import org.picklejar.core.TypeBuilder;

/** A replacement with references to groups: literals and group numbers in turn. */
public final class SreTemplate extends PyObject {
    public static final PyType TYPE = PyType.builtin("SRE_Template", SreTemplate.class, PyType.OBJECT)
            .inModule("_sre")
            .notSubclassable();
    public final PyList parts;

    SreTemplate(PyList parts) {
        this.parts = parts;
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    public static void define(TypeBuilder<SreTemplate> b) {
        b.doc("A compiled replacement.");
    }

    boolean isLiteral() {
        return parts.size == 1;
    }

    /** What the template becomes for a match. */
    PyObject expand(SreMatch m) {
        if (isLiteral()) {
            return parts.items[0];
        }
        Pieces out = new Pieces(m.pattern().isBytes(m.string()));
        for (int i = 0; i < parts.size; i++) {
            if (i % 2 == 0) {
                out.add(parts.items[i]);
            } else {
                int group = (int) ((PyInteger) parts.items[i]).longValue();
                if (m.start(group) >= 0) {
                    out.add(m.slice(m.start(group), m.end(group)));
                }
            }
        }
        return out.join();
    }
}
