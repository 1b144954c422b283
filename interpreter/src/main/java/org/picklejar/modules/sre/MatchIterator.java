package org.picklejar.modules.sre;

import org.picklejar.core.Execution;
import org.picklejar.core.PyIterator;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.Imports;

/** What {@code finditer} returns. */
public final class MatchIterator extends PyIterator {
    public static final PyType TYPE = PyType.builtin("match_iterator", MatchIterator.class, PyType.OBJECT)
            .inModule("re")
            .notSubclassable();
    private final SreScanner scanner;

    MatchIterator(SreScanner scanner) {
        this.scanner = scanner;
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    public static void define(TypeBuilder<MatchIterator> b) {
        b.unary(Slot.ITER, it -> it)
                .unary(Slot.NEXT, MatchIterator::next)
                .tail(
                        "__reduce__(self, /)",
                        (Execution x, MatchIterator it) ->
                                PyTuple.of(Imports.ofLoaded(x, "_sre", "_match_iterator"), PyTuple.of(it.scanner)));
    }

    @Override
    public PyObject next() {
        return scanner.next();
    }
}
