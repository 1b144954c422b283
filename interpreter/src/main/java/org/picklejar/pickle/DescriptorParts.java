package org.picklejar.pickle;

import org.picklejar.core.PyClassMethod;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyProperty;
import org.picklejar.core.PyStaticMethod;

/** What {@code property}, {@code staticmethod} and {@code classmethod} objects consist of, besides their attributes. */
final class DescriptorParts {
    private DescriptorParts() {}

    /** The parts, or null when it is another object. */
    static PyObject of(PyObject o) {
        if (o instanceof PyProperty p) {
            return NullTuple.of(
                    new PyObject[] {p.getter, p.setter, p.deleter, p.doc, p.name, PyInt.of(p.getterDoc ? 1 : 0)});
        } else if (o instanceof PyStaticMethod m) {
            return m.function();
        }
        return o instanceof PyClassMethod m ? m.function() : null;
    }

    /** Gives an object the parts of another of its kind. */
    static void set(PyObject o, PyObject parts) {
        if (o instanceof PyProperty p) {
            PyObject[] v = NullTuple.values(parts, "state of property");
            p.getter = v[0];
            p.setter = v[1];
            p.deleter = v[2];
            p.doc = v[3];
            p.name = v[4];
            p.getterDoc = v[5] instanceof PyInt i && i.value != 0;
        } else if (o instanceof PyStaticMethod m) {
            m.setFunction(parts);
        } else {
            ((PyClassMethod) o).setFunction(parts);
        }
    }
}
