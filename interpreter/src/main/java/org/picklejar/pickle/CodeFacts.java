package org.picklejar.pickle;

import org.picklejar.code.CodeVerifier;
import org.picklejar.code.LiveRegisters;
import org.picklejar.code.RegisterKinds;
import org.picklejar.core.PyCode;
import org.picklejar.core.PyTuple;

/** What pickling computes once for a code object. */
final class CodeFacts {
    private LiveRegisters live;
    /** Null until asked for. */
    RegisterKinds kinds;
    /** The arguments of its reduction; null until asked for. */
    PyTuple arguments;

    static CodeFacts of(PyCode code) {
        if (code.pickling == null) {
            code.pickling = new CodeFacts();
        }
        return (CodeFacts) code.pickling;
    }

    static LiveRegisters liveRegisters(PyCode code) {
        CodeFacts facts = of(code);
        if (facts.live == null) {
            facts.live = new LiveRegisters(code.code);
        }
        return facts.live;
    }

    static RegisterKinds registerKinds(PyCode code) {
        CodeFacts facts = of(code);
        if (facts.kinds == null) {
            facts.kinds = CodeVerifier.verify(code.code);
        }
        return facts.kinds;
    }
}
