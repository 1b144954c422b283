package org.picklejar.tasklets;

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

    private static void bomb(TypeBuilder<Bomb> b) {
        b.constructor("bomb(cls, /, *args)", (x, cls, a) -> {
                    PyObject[] v = ((PyTuple) a[1]).items;
                    if (v.length == 1 && v[0] instanceof PyTuple t) {
                        v = t.items;
                    }
                    if (v.length > 3) {
                        throw Errors.typeError("bomb() takes at most 3 arguments (%d given)", v.length);
                    }
                    Bomb made = new Bomb(cls);
                    made.exceptionType = v.length > 0 ? v[0] : PySingleton.NONE;
                    made.value = v.length > 1 ? v[1] : PySingleton.NONE;
                    made.traceback = v.length > 2 ? v[2] : PySingleton.NONE;
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
