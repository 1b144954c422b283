package org.picklejar.pickle;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Values;

/** {@code _pickle.Pickler}. */
final class PicklerType {
    private static final PyStr PERSISTENT_ID = PyStr.of("persistent_id");
    private static final PyStr WRITE = PyStr.of("write");
    private static final PyStr DISPATCH_TABLE = PyStr.of("dispatch_table");

    private PicklerType() {}

    static void define(TypeBuilder<?> builder) {
        TypeBuilder<Pickler> b = builder.of(Pickler.class);
        b.constructor("Pickler(cls, /, *args, **kwargs)", (x, cls, a) -> new Pickler(cls))
                .initializer(
                        null,
                        "Pickler(self, file, protocol: index = None, fix_imports: bool = True, buffer_callback=None)",
                        (x, a) -> init(x, (Pickler) a[0], a))
                .tail(
                        "dump(self, obj, /) -- Write a pickled representation of the given object to the open file.",
                        PicklerType::dump)
                .method("clear_memo(self, /) -- Clears the pickler's \"memo\".", (Pickler p) -> {
                    p.memo = new Memo();
                    return (PyObject) PySingleton.NONE;
                })
                // A persistent_id that was assigned to a pickler hides the method, also that of a subclass.
                .rawBinary(
                        Slot.GETATTRIBUTE,
                        (x, o, name) -> PERSISTENT_ID.equals(name) && ((Pickler) o).persistentId != null
                                ? ((Pickler) o).persistentId
                                : Attributes.GENERIC.apply(x, o, name))
                .rawTernary(Slot.SETATTR, PicklerType::setAttribute)
                .rawBinary(Slot.DELATTR, (x, o, name) -> setAttribute(x, o, name, null))
                .method("persistent_id(self, obj, /)", (Pickler p, PyObject o) -> (PyObject) PySingleton.NONE)
                .property("bin", p -> PyInt.of(p.protocol > 0 ? 1 : 0), (p, v) -> {})
                .property(
                        "fast",
                        p -> PyInt.of(p.fast ? 1 : 0),
                        (p, v) -> p.fast = v instanceof PyInteger i && i.signum() != 0)
                .property(
                        "dispatch_table",
                        p -> {
                            if (p.dispatchTable == null) {
                                throw Errors.attributeError(p, DISPATCH_TABLE);
                            }
                            return p.dispatchTable;
                        },
                        (p, v) -> p.dispatchTable = v)
                .getSet("memo", (x, o) -> new MemoProxy((Pickler) o), (x, o, v) -> MemoProxy.assign(x, (Pickler) o, v));
    }

    private static PyObject setAttribute(Execution x, PyObject o, PyObject name, PyObject value) {
        if (!PERSISTENT_ID.equals(name)) {
            return Attributes.GENERIC_SET.apply(x, o, name, value);
        }
        ((Pickler) o).persistentId = value;
        return PySingleton.NONE;
    }

    private static PyObject init(Execution x, Pickler p, PyObject[] a) {
        configure(x, p, a[2], a[3], a[4]);
        PyObject write = Attributes.getNow(x, a[1], WRITE);
        if (write == null) {
            throw Errors.typeError("file must have a 'write' attribute");
        }
        p.write = write;
        p.memo = new Memo();
        if (p.type() != Pickler.TYPE && p.type().lookup(DISPATCH_TABLE) != Pickler.TYPE.lookup(DISPATCH_TABLE)) {
            p.dispatchTable = Attributes.getNow(x, p, DISPATCH_TABLE);
        }
        return PySingleton.NONE;
    }

    /** Sets what the arguments of {@code dump}, {@code dumps} and {@code Pickler} say. */
    static void configure(Execution x, Pickler p, PyObject protocol, PyObject fixImports, PyObject callback) {
        int n = protocol == PySingleton.NONE ? PickleOp.DEFAULT_PROTOCOL : Values.toInt(protocol);
        if (n < 0) {
            n = PickleOp.HIGHEST_PROTOCOL;
        } else if (n > PickleOp.HIGHEST_PROTOCOL) {
            throw Errors.valueError("pickle protocol must be <= %d", PickleOp.HIGHEST_PROTOCOL);
        }
        p.protocol = n;
        p.fixImports = n < 3 && Values.isTrue(fixImports);
        p.bufferCallback = callback == PySingleton.NONE ? null : callback;
        if (p.bufferCallback != null && n < 5) {
            throw Errors.valueError("buffer_callback needs protocol >= 5");
        }
        p.initialised = true;
    }

    private static PyObject dump(Execution x, Pickler p, PyObject o) {
        if (!p.initialised) {
            throw PickleErrors.pickling(
                    "Pickler.__init__() was not called by %s.__init__()",
                    p.type().name());
        }
        return x.push(new DumpFrame(p, o));
    }
}
