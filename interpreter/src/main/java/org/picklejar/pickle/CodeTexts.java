package org.picklejar.pickle;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.picklejar.core.Execution;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;

/** The names in code that was pickled: one object for each text, so that a pickle has it once. */
final class CodeTexts {
    private final Map<String, PyStr> known = new HashMap<>();

    private CodeTexts() {}

    static CodeTexts of(Execution x) {
        return x.machine.state(CodeTexts.class, m -> new CodeTexts());
    }

    PyStr one(String text) {
        return known.computeIfAbsent(text, PyStr::of);
    }

    PyTuple all(String[] texts) {
        return PyTuple.of(Arrays.stream(texts).map(this::one).toArray(PyObject[]::new));
    }
}
