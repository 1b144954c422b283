package org.picklejar.modules.threads;

import java.util.Arrays;
import java.util.Map;
import java.util.WeakHashMap;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Construction;

/** {@code _thread._local}: every thread sees attributes of its own. */
public final class ThreadLocal extends PyInstance {
    public static final PyType TYPE =
            PyType.builtin("_local", ThreadLocal.class, PyType.OBJECT).inModule("_thread");
    private static final PyStr DICT = PyStr.of("__dict__");
    private final Map<Execution, PyDict> values = new WeakHashMap<>();
    private final PyObject[] args;
    private final PyTuple names;

    private ThreadLocal(PyType type, PyObject[] args, PyTuple names) {
        super(type);
        this.args = args;
        this.names = names;
    }

    /** Arguments of the initialiser, names of the last of them or None, this thread's attributes or None. */
    public PyTuple parts(Execution x) {
        PyDict d = own(x);
        return PyTuple.of(PyTuple.of(args), names == null ? PySingleton.NONE : names, d == null ? PySingleton.NONE : d);
    }

    /** One that has attributes in this thread only; of a class and {@link #parts}. */
    public static ThreadLocal of(Execution x, PyType type, PyTuple args, PyObject names, PyObject attributes) {
        ThreadLocal l = new ThreadLocal(type, args.items.clone(), names instanceof PyTuple t ? t : null);
        if (attributes instanceof PyDict d) {
            l.values.put(x, d);
        }
        return l;
    }

    /** This thread's attributes; null when it has none yet. */
    private synchronized PyDict own(Execution x) {
        return values.get(x);
    }

    private synchronized PyDict make(Execution x) {
        return values.computeIfAbsent(x, k -> new PyDict());
    }

    private PyDict attributes(Execution x) {
        PyDict d = own(x);
        if (d == null) {
            d = make(x);
            Slot.Call init = type().call(Slot.INIT);
            if (init != Construction.OBJECT_INIT) {
                x.awaitNested(() -> init.call(x, this, args, names));
            }
        }
        return d;
    }

    private static PyObject get(Execution x, PyObject o, PyObject nameObject) {
        ThreadLocal l = (ThreadLocal) o;
        PyStr name = Attributes.nameOf(nameObject);
        PyDict d = l.attributes(x);
        if (name.equals(DICT)) {
            return d;
        }
        PyObject c = o.type().lookup(name);
        if (c != null && Attributes.isData(c)) {
            return Attributes.bind(x, c, o, o.type());
        }
        PyObject v = d.get(name);
        if (v == null && c != null) {
            return Attributes.bind(x, c, o, o.type());
        }
        if (v == null) {
            throw Errors.attributeError(o, name);
        }
        return v;
    }

    private static PyObject set(Execution x, PyObject o, PyObject nameObject, PyObject value) {
        ThreadLocal l = (ThreadLocal) o;
        PyStr name = Attributes.nameOf(nameObject);
        PyDict d = l.attributes(x);
        if (name.equals(DICT)) {
            throw Errors.attributeError(
                    String.format(
                            "'%s' object attribute '__dict__' is read-only",
                            o.type().name()),
                    o,
                    name);
        }
        PyObject c = o.type().lookup(name);
        if (c != null && Attributes.isData(c)) {
            return Attributes.setGeneric(x, o, name, value);
        }
        if (value != null) {
            d.put(name, value);
        } else if (d.remove(name) == null) {
            throw Errors.attributeError(o, name);
        }
        return PySingleton.NONE;
    }

    static void define(TypeBuilder<ThreadLocal> b) {
        b.constructor("_local(cls, /, *args, **kwargs)", (x, cls, a) -> {
                    PyTuple positional = (PyTuple) a[1];
                    PyDict kwargs = (PyDict) a[2];
                    if ((positional.size() > 0 || kwargs.size() > 0)
                            && cls.call(Slot.INIT) == Construction.OBJECT_INIT) {
                        throw Errors.typeError("Initialization arguments are not supported");
                    }
                    PyObject[] all = Arrays.copyOf(positional.items, positional.size() + kwargs.size());
                    System.arraycopy(kwargs.valueArray(), 0, all, positional.size(), kwargs.size());
                    ThreadLocal l =
                            new ThreadLocal(cls, all, kwargs.size() == 0 ? null : PyTuple.of(kwargs.keyArray()));
                    l.make(x);
                    return l;
                })
                .rawBinary(Slot.GETATTRIBUTE, ThreadLocal::get)
                .rawTernary(Slot.SETATTR, ThreadLocal::set)
                .rawBinary(Slot.DELATTR, (x, o, name) -> set(x, o, name, null));
    }
}
