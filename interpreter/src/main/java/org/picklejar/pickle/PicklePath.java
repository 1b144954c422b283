package org.picklejar.pickle;

import org.picklejar.core.PyException;

/** Says where in the graph an object lies that cannot be pickled. */
final class PicklePath {
    private PicklePath() {}

    static void annotate(PyException e, SaveTask top) {
    }
}
