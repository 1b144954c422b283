package org.picklejar.ops;

import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.Names;
import org.picklejar.core.Pending;
import org.picklejar.core.PyFinalizable;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;

/** Making instances: {@code type.__call__}, {@code object.__new__} and {@code object.__init__}. */
public final class Construction {
    private Construction() {}

    /** {@code cls(*args, **names)} (CPython: type_call). */
    public static PyObject construct(Execution x, PyType cls, PyObject[] args, PyTuple names) {
        Slot.Call make = cls.call(Slot.NEW);
        if (make == OBJECT_NEW) {
            return initialize(x, newObject(x, cls, args), cls, args, names);
        }
        if (make == null) {
            throw Errors.typeError("cannot create '%s' instances", cls.name());
        }
        Frame caller = x.top;
        PyObject o = make.call(x, cls, args, names);
        if (o == Pending.PENDING) {
            PyTuple packed = PyTuple.of(PyTuple.of(args), names == null ? PySingleton.NONE : names);
            return x.interpose(caller, new FinishFrame(Finish.NEW_THEN_INIT, cls, packed));
        }
        return initialize(x, o, cls, args, names);
    }

    /** Runs {@code __init__} of a fresh object, when it is an instance of {@code cls}; the result is the object. */
    static PyObject initialize(Execution x, PyObject o, PyType cls, PyObject[] args, PyTuple names) {
        if (!o.type().isSubtypeOf(cls)) {
            return o;
        }
        Slot.Call init = o.type().call(Slot.INIT);
        if (init == OBJECT_INIT && cls.call(Slot.NEW) != OBJECT_NEW || init == null) {
            return o;
        }
        Frame caller = x.top;
        return Finish.INIT_RETURN_SELF.on(x, caller, init.call(x, o, args, names), o, null);
    }

    public static final Slot.Call OBJECT_NEW = (x, cls, args, names) -> newObject(x, (PyType) cls, args);

    /** {@code object.__init__}: complains about arguments that nobody takes. */
    public static final Slot.Call OBJECT_INIT = (x, self, args, names) -> {
        if (args.length > 0) {
            PyType t = self.type();
            if (t.call(Slot.INIT) != Construction.OBJECT_INIT) {
                throw Errors.typeError("object.__init__() takes exactly one argument (the instance to initialize)");
            }
            if (t.call(Slot.NEW) == OBJECT_NEW) {
                throw Errors.typeError(
                        "%s.__init__() takes exactly one argument (the instance to initialize)", t.name());
            }
        }
        return PySingleton.NONE;
    };

    private static PyObject newObject(Execution x, PyType cls, PyObject[] args) {
        if (args.length > 0) {
            if (cls.call(Slot.NEW) != OBJECT_NEW) {
                throw Errors.typeError("object.__new__() takes exactly one argument (the type to instantiate)");
            }
            if (cls.call(Slot.INIT) == OBJECT_INIT) {
                throw Errors.typeError("%s() takes no arguments", cls.name());
            }
        }
        if (cls.isAbstract) {
            throw abstractClass(cls);
        }
        if (cls.solidBase() != PyType.OBJECT) {
            throw Errors.typeError(
                    "object.__new__(%s) is not safe, use %s.__new__()",
                    cls.name(), cls.solidBase().name());
        }
        return cls.unary(Slot.DEL) == null ? new PyInstance(cls) : new PyFinalizable(cls, x.machine);
    }

    private static RuntimeException abstractClass(PyType cls) {
        PyObject names = cls.lookup(Names.ABSTRACT_METHODS);
        PyObject[] items = names == null ? new PyObject[0] : Iteration.itemsOrNull(names);
        String[] sorted = new String[items == null ? 0 : items.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = "'" + items[i] + "'";
        }
        Arrays.sort(sorted);
        return Errors.typeError(
                "Can't instantiate abstract class %s without an implementation for abstract method%s %s",
                cls.name(), sorted.length == 1 ? "" : "s", String.join(", ", sorted));
    }
}
