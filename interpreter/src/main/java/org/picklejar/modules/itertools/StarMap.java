package org.picklejar.modules.itertools;

import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.NextFrame;
import org.picklejar.ops.OpenFrame;
import org.picklejar.ops.SoftIterator;
import org.picklejar.types.Collecting;

/** {@code itertools.starmap}. */
final class StarMap extends SoftIterator {
    static final PyType TYPE =
            PyType.builtin("starmap", StarMap.class, PyType.OBJECT).inModule("itertools");
    private static final int ITEM = 1;
    private static final int ARGUMENTS = 2;
    private static final int RESULT = 3;

    private final PyObject function;
    private PyObject source;

    private StarMap(PyType type, PyObject function) {
        super(type);
        this.function = function;
    }

    @Override
    protected void open(PyObject[] iterators) {
        source = iterators[0];
    }

    @Override
    protected PyObject advance(Execution x, NextFrame call, PyObject value) {
        PyObject v = value;
        for (; ; ) {
            switch (call.stage) {
                case 0 -> {
                    call.stage = ITEM;
                    v = call.askFor(x, source);
                }
                case ITEM -> {
                    if (v == null) {
                        return null;
                    }
                    call.stage = ARGUMENTS;
                    v = Collecting.toTuple(x, v);
                }
                case ARGUMENTS -> {
                    call.stage = RESULT;
                    return x.call(function, ((PyTuple) v).items.clone());
                }
                default -> {
                    return v;
                }
            }
            if (v == Pending.PENDING) {
                return v;
            }
        }
    }

    static void define(TypeBuilder<?> builder) {
        define(builder, StarMap.class)
                .doc(
                        "Return an iterator whose values are returned from the function evaluated with an argument tuple taken from the given sequence.")
                .constructor(
                        "starmap(cls, function, iterable, /)",
                        (x, cls, a) -> OpenFrame.open(x, new StarMap(cls, a[1]), a[2]))
                .method(
                        "__reduce__(self, /) -- Return state information for pickling.",
                        s -> PyTuple.of(s.type(), PyTuple.of(s.function, s.source)));
    }
}
