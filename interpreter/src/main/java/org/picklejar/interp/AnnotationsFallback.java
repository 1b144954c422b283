package org.picklejar.interp;

import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Names;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyException;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.ops.Items;

/** {@code __annotations__} is being looked up in a namespace that is a Python mapping; after KeyError it gets them. */
public final class AnnotationsFallback extends NativeFrame {
    private PyObject namespace;

    /** For unpickling. */
    public AnnotationsFallback() {}

    AnnotationsFallback(PyObject namespace) {
        this.namespace = namespace;
    }

    /** The end of the lookup, or of the setting that followed. */
    @Override
    public PyObject step(Execution x, PyObject value) {
        return PySingleton.NONE;
    }

    @Override
    public PyObject raise(Execution x, PyException e) {
        if (namespace == null || !e.is(ExceptionTypes.KEY_ERROR)) {
            throw e;
        }
        PyObject target = namespace;
        namespace = null;
        return set(x, target);
    }

    static PyObject set(Execution x, PyObject namespace) {
        return Items.set(x, namespace, Names.ANNOTATIONS, new PyDict());
    }

    @Override
    public PyObject[] save() {
        return new PyObject[] {namespace == null ? PySingleton.NONE : namespace};
    }

    @Override
    public void restore(PyObject[] state) {
        namespace = state[0] == PySingleton.NONE ? null : state[0];
    }
}
