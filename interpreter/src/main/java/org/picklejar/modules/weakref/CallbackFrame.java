package org.picklejar.modules.weakref;

import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyException;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.modules.Unraisable;

/** Calls the callbacks of weak references whose objects are gone, one after the other. What they raise is reported and dropped. */
public final class CallbackFrame extends NativeFrame {
    private PyObject callback = PySingleton.NONE;

    @Override
    public PyObject step(Execution x, PyObject value) {
        WeakReferences all = WeakReferences.of(x.machine);
        for (;;) {
            PyWeakReference r = all.next();
            if (r == null) {
                return PySingleton.NONE;
            }
            all.taken();
            callback = r.callback;
            r.callback = null;
            try {
                if (x.call(callback, r) == Pending.PENDING) {
                    return Pending.PENDING;
                }
            } catch (PyException e) {
                PyObject reported = report(x, e);
                if (reported == Pending.PENDING) {
                    return reported;
                }
            }
        }
    }

    @Override
    public PyObject raise(Execution x, PyException e) {
        if (!e.is(ExceptionTypes.EXCEPTION)) {
            throw e;
        }
        return report(x, e) == Pending.PENDING ? Pending.PENDING : step(x, null);
    }

    private PyObject report(Execution x, PyException e) {
        PyObject hook = x.machine.sys.get("unraisablehook");
        if (hook == null) {
            return PySingleton.NONE;
        }
        return x.call(hook, Unraisable.arguments(e, null, callback));
    }

    @Override
    public PyObject[] save() {
        return new PyObject[] {callback};
    }

    @Override
    public void restore(PyObject[] state) {
        callback = state[0];
    }
}
