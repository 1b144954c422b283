package org.picklejar.pickle;

import org.picklejar.core.PyCode;
import org.picklejar.core.PyTuple;

/** What pickling computes once for a code object. */
final class CodeFacts {
    /** Null until asked for. */
    LiveRegisters live;
    /** The arguments of its reduction; null until asked for. */
    PyTuple arguments;

    static CodeFacts of(PyCode code) {
        if (code.pickling == null) {
            code.pickling = new CodeFacts();
        }
        return (CodeFacts) code.pickling;
    }
}
