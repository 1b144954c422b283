package org.picklejar.modules.io;

import org.picklejar.core.Execution;
import org.picklejar.core.NativeCode;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;

/** {@code __init__} of a builtin type, with its arguments bound by a signature. */
public final class Initializer extends NativeCode implements Slot.Call {
    /** The array has self first. The result is None or PENDING. */
    @FunctionalInterface
    public interface Body {
        PyObject call(Execution x, PyObject[] args);
    }

    private final Body body;

    private Initializer(String signature, String owner, Body body) {
        super(signature, owner, true);
        this.body = body;
    }

    /** @param signature such as {@code "__init__(self, raw, buffer_size=8192)"} */
    public static void add(TypeBuilder<?> b, String owner, String signature, Body body) {
        b.call(Slot.INIT, new Initializer(signature, owner, body));
    }

    @Override
    protected PyObject apply(Execution x, PyObject[] args) {
        return body.call(x, args);
    }

    @Override
    public PyObject call(Execution x, PyObject self, PyObject[] args, PyTuple names) {
        PyObject[] all = new PyObject[args.length + 1];
        all[0] = self;
        System.arraycopy(args, 0, all, 1, args.length);
        return call(x, all, names);
    }
}
