package org.picklejar.modules.weakref;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Keys;
import org.picklejar.core.Mortal;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.core.Unreachable;
import org.picklejar.ops.Comparisons;
import org.picklejar.ops.StepFrame;
import org.picklejar.ops.Text;

/** {@code weakref.ref}; the proxies too. */
public final class PyWeakReference extends PyInstance implements Mortal {
    public static final PyType TYPE = PyType.builtin("ReferenceType", PyWeakReference.class, PyType.OBJECT)
            .inModule("weakref");
    public static final PyType PROXY = PyType.builtin("ProxyType", PyWeakReference.class, PyType.OBJECT)
            .inModule("weakref")
            .notSubclassable();
    public static final PyType CALLABLE_PROXY = PyType.builtin(
                    "CallableProxyType", PyWeakReference.class, PyType.OBJECT)
            .inModule("weakref")
            .notSubclassable();

    private final WeakReferences.Link link;
    /** Null when there is none, or it was called. */
    PyObject callback;

    private Long hash;

    private PyWeakReference(Execution x, PyType type, PyObject o, PyObject callback) {
        super(type);
        WeakReferences all = WeakReferences.of(x.machine);
        this.callback = callback;
        this.link = new WeakReferences.Link(o, callback == null ? null : all.dead, this);
        all.add(o, this);
        if (callback != null) {
            all.expectCollections(x.machine);
        }
    }

    /** One whose object is gone.
     * @param callback that is still to be called; or null */
    private PyWeakReference(Execution x, PyType type, PyObject callback, Long hash) {
        super(type);
        WeakReferences all = WeakReferences.of(x.machine);
        this.callback = callback;
        this.hash = hash;
        this.link = new WeakReferences.Link(null, callback == null ? null : all.dead, this);
        if (link.enqueue()) {
            all.expectCollections(x.machine);
            Unreachable.of(x.machine).nudge();
        }
    }

    /** A reference; without callback and of the exact type there is one for each object. */
    public static PyWeakReference make(Execution x, PyType type, PyObject o, PyObject callback) {
        WeakReferences.check(o);
        PyObject f = callback == null || callback == PySingleton.NONE ? null : callback;
        if (f == null && type.isBuiltin()) {
            for (PyWeakReference r : WeakReferences.of(x.machine).to(o)) {
                if (r.type() == type && r.callback == null) {
                    return r;
                }
            }
        }
        return new PyWeakReference(x, type, o, f);
    }

    /** For pickling: object, callback and hash, each None when it is gone, there is none, or it is not known. */
    public PyTuple parts() {
        PyObject o = referent();
        return PyTuple.of(
                o == null ? PySingleton.NONE : o,
                callback == null ? PySingleton.NONE : callback,
                hash == null ? PySingleton.NONE : PyInt.of(hash));
    }

    /** From what {@link #parts} gave. */
    public static PyWeakReference ofParts(Execution x, PyType type, PyObject object, PyObject callback, PyObject hash) {
        if (object != PySingleton.NONE) {
            return make(x, type, object, callback);
        }
        return new PyWeakReference(
                x,
                type,
                callback == PySingleton.NONE ? null : callback,
                hash == PySingleton.NONE ? null : ((PyInt) hash).value);
    }

    /** The object, or null when it is gone. */
    public PyObject referent() {
        return link.get();
    }

    @Override
    public boolean isDead() {
        return referent() == null;
    }

    private PyObject hash(Execution x) {
        if (hash == null) {
            if (referent() == null) {
                throw Errors.typeError("weak object has gone away");
            }
            return new HashFrame(this).run(x);
        }
        return PyInt.of(hash);
    }

    /** Keeps the hash of the referent. */
    public static final class HashFrame extends StepFrame {
        private PyWeakReference reference;

        /** For unpickling. */
        public HashFrame() {}

        HashFrame(PyWeakReference reference) {
            this.reference = reference;
        }

        @Override
        protected PyObject advance(Execution x, PyObject value) {
            PyObject v = value == null ? Keys.ask(x, reference.referent()) : value;
            if (v == Pending.PENDING) {
                return v;
            }
            reference.hash = Keys.result(v);
            return PyInt.of(reference.hash);
        }

        @Override
        protected PyObject[] fields() {
            return new PyObject[] {reference};
        }

        @Override
        protected void setFields(PyObject[] fields) {
            reference = (PyWeakReference) fields[0];
        }
    }

    private static PyObject equal(Execution x, PyObject a, PyObject b, boolean wanted) {
        if (!(a instanceof PyWeakReference p) || !(b instanceof PyWeakReference q)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        PyObject m = p.referent();
        PyObject n = q.referent();
        if (m == null || n == null) {
            return PyBool.of((p == q) == wanted);
        }
        return Comparisons.compare(x, wanted ? Slot.EQ : Slot.NE, m, n);
    }

    static void define(TypeBuilder<PyWeakReference> b) {
        b.constructor("ReferenceType(cls, object, callback=None, /, *args, **kwargs)", (x, cls, a) -> {
                    if (cls == TYPE && (((PyTuple) a[3]).size() > 0 || ((PyDict) a[4]).size() > 0)) {
                        throw ((PyDict) a[4]).size() > 0
                                ? Errors.typeError("ref() takes no keyword arguments")
                                : Errors.typeError(
                                        "ref expected at most 2 arguments, got %d", 2 + ((PyTuple) a[3]).size());
                    }
                    return make(x, cls, a[1], a[2]);
                })
                .call(Slot.INIT, (x, self, args, names) -> {
                    if (args.length > 2) {
                        throw Errors.typeError("__init__ expected at most 2 arguments, got %d", args.length);
                    }
                    return PySingleton.NONE;
                })
                .call(Slot.CALL, (x, self, args, names) -> {
                    if (args.length > 0) {
                        throw Errors.typeError("ReferenceType.__call__() takes no arguments (%d given)", args.length);
                    }
                    PyObject o = ((PyWeakReference) self).referent();
                    return o == null ? PySingleton.NONE : o;
                })
                .rawUnary(Slot.HASH, (x, o) -> ((PyWeakReference) o).hash(x))
                .rawBinary(Slot.EQ, (x, p, q) -> equal(x, p, q, true))
                .rawBinary(Slot.NE, (x, p, q) -> equal(x, p, q, false))
                .getter("__callback__", r -> r.callback == null || r.referent() == null ? PySingleton.NONE : r.callback)
                .classMethod(
                        "__class_getitem__(cls, item, /)",
                        (x, cls, a) -> x.call(x.machine.helpers.get("generic_alias"), cls, a[1]))
                .unary(Slot.REPR, PyWeakReference::repr);
    }

    private static PyObject repr(PyWeakReference r) {
        PyObject o = r.referent();
        String head = "<" + (r.type() == TYPE ? "weakref" : r.type().name()) + " at " + Text.address(r) + "; ";
        if (o == null) {
            return PyStr.of(head + "dead>");
        }
        PyObject name = o instanceof PyInstance i ? i.getField(PyStr.of("__name__")) : null;
        String named = o instanceof PyType t ? " (" + t.name() + ")" : name instanceof PyStr s ? " (" + s + ")" : "";
        return PyStr.of(head + "to '" + o.type().name() + "' at " + Text.address(o) + named + ">");
    }
}
