package org.picklejar.pickle;

import org.picklejar.core.Execution;
import org.picklejar.core.PyObject;

/** Makes the reduce value of an object, in place of the usual way; may return PENDING. */
@FunctionalInterface
interface Reduction {
    PyObject reduce(Execution x, PyObject o);
}
