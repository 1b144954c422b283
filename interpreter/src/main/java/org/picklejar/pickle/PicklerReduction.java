package org.picklejar.pickle;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.ops.Values;

/**
 * Picklers and unpicklers by value, with their memos, since a pickle in progress has one. Also those of a program's classes, whose
 * attributes go with them; neither is made by calling the class.
 */
final class PicklerReduction {
    private static final int PICKLER_LENGTH = 3;
    private static final int UNPICKLER_LENGTH = 3;

    private PicklerReduction() {}

    private static PyTuple reduce(Execution x, String name, PyInstance o, PyTuple state) {
        WrapModule wrap = WrapModule.of(x);
        PyObject none = PySingleton.NONE;
        return PyTuple.of(wrap.get(name), PyTuple.of(o.type()), state, none, none, wrap.get("fill_" + name));
    }

    private static PyType kind(StateTuple args, PyType base) {
        PyType kind = args.get(0, PyType.class);
        if (!kind.isSubtypeOf(base)) {
            throw Errors.typeError("%s is not a subtype of %s", kind.name(), base.name());
        }
        return kind;
    }

    private static void setAttributes(Execution x, PyInstance o, PyObject attributes) {
        StateTuple s = new StateTuple(attributes, "attributes", 2);
        StructureParts.setAttributes(x, o, s.get(0), s.truth(1));
    }

    // ---- picklers

    static Pickler makePickler(StateTuple args) {
        return new Pickler(kind(args, Pickler.TYPE));
    }

    /** Settings; the memo and the names written so far; attributes. */
    static PyTuple reducePickler(Execution x, Pickler p) {
        if (p.structure != null) {
            throw Errors.typeError("cannot pickle the pickler of a saved state");
        }
        PyObject[] settings = {
            PyInt.of(p.protocol),
            PyBool.of(p.fixImports),
            PyBool.of(p.fast),
            PyBool.of(p.initialised),
            p.write,
            p.bufferCallback,
            p.dispatchTable,
            p.persistentId
        };
        PyTuple names = PyTuple.of(p.names.entrySet().stream()
                .map(e -> PyTuple.of(e.getKey(), e.getValue()))
                .toArray(PyObject[]::new));
        PyTuple written = PyTuple.of(p.memo.objects(), p.memo.numbers(), names);
        return reduce(
                x, "pickler", p, PyTuple.of(NullTuple.of(settings), written, StructuralReduction.attributesOf(x, p)));
    }

    static void fillPickler(Execution x, Pickler p, PyObject state) {
        StateTuple s = new StateTuple(state, "pickler", PICKLER_LENGTH);
        PyObject[] settings = NullTuple.values(s.get(0), "settings of a pickler");
        p.protocol = Values.toInt(settings[0]);
        p.fixImports = settings[1] == PyBool.TRUE;
        p.fast = settings[2] == PyBool.TRUE;
        p.initialised = settings[3] == PyBool.TRUE;
        p.write = settings[4];
        p.bufferCallback = settings[5];
        p.dispatchTable = settings[6];
        p.persistentId = settings[7];
        StateTuple written = new StateTuple(s.get(1), "memo of a pickler", 3);
        PyObject[] objects = written.get(0, PyTuple.class).items;
        PyTuple numbers = written.get(1, PyTuple.class);
        for (int i = 0; i < objects.length; i++) {
            p.memo.put(objects[i], Values.toInt(numbers.get(i)));
        }
        for (PyObject pair : written.get(2, PyTuple.class).items) {
            StateTuple name = new StateTuple(pair, "name in a pickler", 2);
            p.names.put(name.get(0, PyStr.class), name.get(1, PyStr.class));
        }
        setAttributes(x, p, s.get(2));
    }

    // ---- unpicklers

    static Unpickler makeUnpickler(StateTuple args) {
        return new Unpickler(kind(args, Unpickler.TYPE));
    }

    /** Settings; the memo; attributes. */
    static PyTuple reduceUnpickler(Execution x, Unpickler u) {
        if (u.structure != null) {
            throw Errors.typeError("cannot pickle the unpickler of a saved state");
        }
        PyObject[] settings = {
            u.read,
            u.readLine,
            PyBool.of(u.initialised),
            PyBool.of(u.fixImports),
            PyStr.of(u.encoding),
            PyStr.of(u.errors),
            u.buffers,
            u.persistentLoad,
            new PyBytes(u.unread())
        };
        return reduce(
                x,
                "unpickler",
                u,
                PyTuple.of(NullTuple.of(settings), u.memo.parts(), StructuralReduction.attributesOf(x, u)));
    }

    static void fillUnpickler(Execution x, Unpickler u, PyObject state) {
        StateTuple s = new StateTuple(state, "unpickler", UNPICKLER_LENGTH);
        PyObject[] settings = NullTuple.values(s.get(0), "settings of an unpickler");
        u.read = settings[0];
        u.readLine = settings[1];
        u.initialised = settings[2] == PyBool.TRUE;
        u.fixImports = settings[3] == PyBool.TRUE;
        u.encoding = settings[4].toString();
        u.errors = settings[5].toString();
        u.buffers = settings[6];
        u.persistentLoad = settings[7];
        u.input = ((PyBytes) settings[8]).value;
        u.position = 0;
        u.end = u.input.length;
        u.memo = LoadMemo.ofParts(new StateTuple(s.get(1), "memo of an unpickler", 2));
        setAttributes(x, u, s.get(2));
    }

    /** A buffer that may travel outside of a pickle stays one in a saved state. */
    static PyTuple reduceBuffer(PickleBuffer b) {
        return PyTuple.of(PickleBuffer.TYPE, PyTuple.of(b.view()));
    }
}
