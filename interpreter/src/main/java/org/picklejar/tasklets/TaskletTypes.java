package org.picklejar.tasklets;

import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;

/** Finds the tables of tasklet, channel and bomb. */
public final class TaskletTypes {
    private TaskletTypes() {}

    /** @return whether the type is defined here */
    public static boolean define(String name, TypeBuilder<?> b) {
        switch (name) {
            case "_stackless.tasklet" -> TaskletType.define(b);
            case "_stackless.channel" -> ChannelType.define(b);
            case "_stackless.cstack" -> CStack.define(b.of(CStack.class));
            case "_stackless.bomb" -> bomb(b.of(Bomb.class));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static PyObject orNone(PyObject o) {
        return o == null ? PySingleton.NONE : o;
    }

    private static void bomb(TypeBuilder<Bomb> b) {
        b.doc("An exception on its way to a tasklet, which raises it.")
                .constructor("bomb(cls, /, type=<unset>, value=<unset>, traceback=<unset>)", (x, cls, a) -> {
                    PyObject[] v = Arrays.copyOfRange(a, 1, 4);
                    if (v[0] instanceof PyTuple t && v[1] == null && v[2] == null) {
                        if (t.size() > 3) {
                            throw Errors.typeError("bomb() takes at most 3 arguments (%d given)", t.size());
                        }
                        v = Arrays.copyOf(t.items, 3);
                    }
                    Bomb made = new Bomb(cls);
                    made.exceptionType = orNone(v[0]);
                    made.value = orNone(v[1]);
                    made.traceback = orNone(v[2]);
                    return made;
                })
                .call(Slot.INIT, (x, o, args, names) -> PySingleton.NONE)
                .member("type", m -> m.exceptionType)
                .member("value", m -> m.value)
                .member("traceback", m -> m.traceback)
                .method("__reduce__(self, /)", (Bomb m) -> (PyObject) PyTuple.of(
                        m.type(), PyTuple.EMPTY, PyTuple.of(PyTuple.EMPTY, m.exceptionType, m.value, m.traceback)))
                .method("__setstate__(self, state, /)", (Bomb m, PyObject s) -> {
                    if (!(s instanceof PyTuple t) || t.size() != 4) {
                        throw Errors.valueError("bad exception tuple for bomb");
                    }
                    m.exceptionType = t.get(1);
                    m.value = t.get(2);
                    m.traceback = t.get(3);
                    return m;
                });
    }
}
