package org.picklejar.modules.io;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Machine;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyException;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Truth;
import org.picklejar.types.ClassLayout;

/** The exceptions of streams. */
public final class IoErrors {
    private static final PyStr CLOSED = PyStr.of("closed");
    /** {@code io.UnsupportedOperation}; it has two bases, so it is a class of the runtime. */
    private final PyType unsupported;

    private IoErrors(Machine m) {
        PyDict ns = new PyDict();
        ns.put("__module__", PyStr.of("io"));
        PyTuple bases = PyTuple.of(ExceptionTypes.OS_ERROR, ExceptionTypes.VALUE_ERROR);
        unsupported = PyType.create(
                PyType.TYPE, "UnsupportedOperation", bases, ExceptionTypes.OS_ERROR, ClassLayout.mro(bases), ns);
        unsupported.hasDict = true;
    }

    public static PyType unsupportedType(Execution x) {
        return x.machine.state(IoErrors.class, IoErrors::new).unsupported;
    }

    /** {@code io.UnsupportedOperation}. */
    public static PyException unsupported(Execution x, String what) {
        return new PyException(new PyBaseException(unsupportedType(x), PyTuple.of(PyStr.of(what))));
    }

    public static PyException closed() {
        return Errors.valueError("I/O operation on closed file.");
    }

    /** {@code o.closed}; Python code for it runs nested (blocking). */
    static boolean isClosed(Execution x, PyObject o) {
        if (o instanceof PyIOBase b && b.type().lookup(CLOSED) == PyIOBase.TYPE.lookup(CLOSED)) {
            return b.closed;
        }
        PyObject v = Attributes.getNow(x, o, CLOSED);
        return v != null && v != PyBool.FALSE && Truth.test(x, v);
    }

    static void checkOpen(Execution x, PyObject o) {
        if (isClosed(x, o)) {
            throw closed();
        }
    }
}
