package org.picklejar.modules.weakref;

import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Finalizer;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyException;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.Unreachable;
import org.picklejar.modules.Unraisable;

/** Calls the callbacks of weak references whose objects are gone, one after the other. What they raise is reported and dropped. */
public final class CallbackFrame extends NativeFrame {
    /** What is being called. */
    private PyObject callback = PySingleton.NONE;
    /** The object whose {@code __del__} that is; else None. */
    private PyObject object = PySingleton.NONE;

    @Override
    public PyObject step(Execution x, PyObject value) {
        WeakReferences all = WeakReferences.of(x.machine);
        for (; ; ) {
            PyWeakReference r = all.next();
            PyObject gone = r == null ? Unreachable.of(x.machine).next() : null;
            if (r == null && gone == null) {
                return PySingleton.NONE;
            }
            try {
                if ((r == null ? finalize(x, gone) : callBack(x, all, r)) == Pending.PENDING) {
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

    private PyObject callBack(Execution x, WeakReferences all, PyWeakReference r) {
        all.taken();
        object = PySingleton.NONE;
        callback = r.callback;
        r.callback = null;
        return x.call(callback, r);
    }

    private PyObject finalize(Execution x, PyObject o) {
        PyObject method = o.type().lookup("__del__");
        object = o;
        callback = method == null ? PySingleton.NONE : method;
        return method == null ? PySingleton.NONE : x.callSpecial(o, method, new PyObject[] {o}, null);
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
        return new PyObject[] {callback, object};
    }

    @Override
    public void restore(PyObject[] state) {
        callback = state[0];
        object = state[1];
        Finalizer f = Finalizer.of(object);
        if (f != null) {
            f.setDone();
        }
    }
}
