package org.picklejar.modules;

import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.PyFunction;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyMethodDescriptor;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Slot;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Finish;

/** Calls of methods by name. */
public final class MethodCall {
    private MethodCall() {}

    /** {@code o.name(*args)}, as the last act of the caller. */
    public static PyObject call(Execution x, PyObject o, String name, PyObject... args) {
        return call(x, o, PyStr.of(name), args);
    }

    public static PyObject call(Execution x, PyObject o, PyStr name, PyObject... args) {
        return call(x, o, name, null, args);
    }

    /** @param names of the last arguments, which are keywords; null when none is */
    public static PyObject call(Execution x, PyObject o, PyStr name, PyTuple names, PyObject... args) {
        PyObject m = o.type().lookup(name);
        if ((m instanceof PyFunction || m instanceof PyMethodDescriptor d && !d.isClassMethod)
                && o.type().binary(Slot.GETATTRIBUTE) == Attributes.GENERIC
                && (!(o instanceof PyInstance i) || i.getField(name) == null)) {
            PyObject[] all = new PyObject[args.length + 1];
            all[0] = o;
            System.arraycopy(args, 0, all, 1, args.length);
            return x.call(m, all, names);
        }
        Frame caller = x.top;
        PyObject f = Attributes.get(x, o, name);
        return Finish.CALL_RESULT.on(x, caller, f, PyTuple.of(args), names == null ? PySingleton.NONE : names);
    }

    /** {@code o.name(*args)} now; Python code for it runs nested (blocking). */
    public static PyObject now(Execution x, PyObject o, String name, PyObject... args) {
        return now(x, () -> call(x, o, name, args));
    }

    /** {@code callee(*args)} now; Python code for it runs nested (blocking). */
    public static PyObject callNow(Execution x, PyObject callee, PyObject... args) {
        return now(x, () -> x.call(callee, args, null));
    }

    /** The result of a call now; Python code for it runs nested (blocking). */
    public static PyObject now(Execution x, Execution.Operation call) {
        return x.await(call);
    }
}
