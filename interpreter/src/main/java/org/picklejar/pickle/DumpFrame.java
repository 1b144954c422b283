package org.picklejar.pickle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBigInt;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyByteArray;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyException;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySet;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTraceback;
import org.picklejar.core.PyTuple;
import org.picklejar.interp.FrameReference;
import org.picklejar.interp.PyGenerator;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Text;
import org.picklejar.tasklets.Tasklet;

/**
 * A pickle in the making: {@code dump} or {@code dumps} in progress. The stack of tasks replaces the recursion of CPython's
 * pickler; atoms are written at once (CPython: Modules/_pickle.c, save).
 */
final class DumpFrame extends NativeFrame {
    private static final PyStr REDUCER_OVERRIDE = PyStr.of("reducer_override");
    private static final PyStr PERSISTENT_ID = PyStr.of("persistent_id");

    Pickler pickler;
    PickleWriter out;
    /** Reductions that copyreg knows; null before the first step in this process. */
    CopyReg copyreg;
    /** {@code pickler.persistent_id}; null when nobody defined one. */
    PyObject persistentId;
    /** {@code pickler.reducer_override}; null when there is none. */
    PyObject reducerOverride;

    final PlainReduction plain = new PlainReduction();
    private PyObject root;
    /** In place of a root: what is tried, one after the other; null for other pickles. */
    private AttemptTask[] attempts;

    private SaveTask top;
    private boolean started;
    /** Whether something was met that holds frames. Then they go by value wherever they are; a frame on its own does not. */
    private boolean framesHeld;

    /** For unpickling. */
    DumpFrame() {}

    DumpFrame(Pickler pickler, PyObject root) {
        this.pickler = pickler;
        this.root = root;
        this.out = new PickleWriter(pickler.protocol);
    }

    /** The pickle of those of some objects that can be pickled together with what they need, one after the other; the memo keeps them. */
    static DumpFrame trying(Pickler pickler, PyObject[] objects) {
        DumpFrame d = new DumpFrame(pickler, null);
        d.attempts = Arrays.stream(objects).map(o -> new AttemptTask(o, true)).toArray(AttemptTask[]::new);
        return d;
    }

    // ---- running

    @Override
    public PyObject step(Execution x, PyObject value) {
        findCopyReg(x);
        PyObject v = value;
        if (!started) {
            started = true;
            v = null;
            prepare(x);
            push(new EndTask());
            if (pickler.identities == null) {
                save(x, root);
            } else {
                pickler.noted = true;
                pickler.before = null;
                push(pickler.identities.opening(x, attempts == null ? new Object[] {root, new NeedsTask()} : attempts));
            }
        }
        return loop(x, v);
    }

    private void prepare(Execution x) {
        if (pickler.type() != Pickler.TYPE) {
            if (pickler.type().lookup(PERSISTENT_ID) != Pickler.TYPE.lookup(PERSISTENT_ID)) {
                persistentId = Attributes.getNow(x, pickler, PERSISTENT_ID);
            }
            reducerOverride = Attributes.getNow(x, pickler, REDUCER_OVERRIDE);
        }
        if (pickler.persistentId != null) {
            persistentId = pickler.persistentId;
        }
    }

    private PyObject loop(Execution x, PyObject value) {
        PyObject v = value;
        for (; ; ) {
            PyObject r;
            try {
                r = top.run(x, this, v);
            } catch (PyException e) {
                if (x.top != this) {
                    throw e;
                }
                r = recover(x, e);
            }
            v = null;
            if (top == null) {
                return r;
            }
            if (r == Pending.PENDING) {
                return r;
            }
        }
    }

    private PyObject recover(Execution x, PyException e) {
        try {
            return top.failed(x, this, e);
        } catch (PyException failure) {
            if (failure == e || x.top == this) {
                PicklePath.annotate(failure, top);
            }
            for (SaveTask t = top; t != null; t = t.below) {
                if (t instanceof AttemptTask a && a.undo(this, failure)) {
                    top = a;
                    return null;
                }
            }
            throw failure;
        }
    }

    @Override
    public PyObject raise(Execution x, PyException e) {
        findCopyReg(x);
        PyObject r = recover(x, e);
        return r == Pending.PENDING || top == null ? r : loop(x, null);
    }

    private void findCopyReg(Execution x) {
        if (copyreg == null) {
            copyreg = CopyReg.of(x);
        }
    }

    @Override
    public PyObject[] save() {
        if (pickler.structure != null) {
            throw Errors.typeError("cannot pickle a saved state that is being made");
        }
        Deque<PyObject> tasks = new ArrayDeque<>();
        for (SaveTask t = top; t != null; t = t.below) {
            tasks.addFirst(TaskKind.save(t));
        }
        return new PyObject[] {
            pickler,
            root,
            PyBool.of(started),
            persistentId,
            reducerOverride,
            out.parts(),
            PyTuple.of(tasks.toArray(PyObject[]::new)),
            PyBool.of(framesHeld)
        };
    }

    @Override
    public void restore(PyObject[] state) {
        pickler = (Pickler) state[0];
        root = state[1];
        started = state[2] == PyBool.TRUE;
        persistentId = state[3];
        reducerOverride = state[4];
        out = PickleWriter.ofParts((PyTuple) state[5]);
        for (PyObject task : ((PyTuple) state[6]).items) {
            push(TaskKind.restore(task));
        }
        framesHeld = state[7] == PyBool.TRUE;
    }

    // ---- the stack of tasks

    void push(SaveTask t) {
        put(t, top);
    }

    void pop() {
        top = top.below;
    }

    /** Puts another task in the place of the top one. */
    void replace(SaveTask t) {
        put(t, top.below);
    }

    private void put(SaveTask t, SaveTask below) {
        t.below = below;
        t.reductions = below == null ? 0 : below.reductions;
        top = t;
    }

    SaveTask top() {
        return top;
    }

    // ---- the memo

    /** The number of an object in the memo, or -1. */
    int memo(PyObject o) {
        return pickler.memo.get(o);
    }

    void memoize(PyObject o) {
        if (!pickler.fast) {
            int number = pickler.memo.put(o);
            out.memoPut(number);
            if (pickler.identities != null) {
                pickler.identities.writeOwner(o, number, out);
            }
        }
    }

    /**
     * A name that many references share: one object for each text, so that the memo has it once. CPython's builtin functions
     * have a module name of their own.
     */
    PyStr name(PyStr text, boolean ofFunction) {
        PyStr key = ofFunction ? PyStr.of(text + "()") : text;
        return pickler.names.computeIfAbsent(key, t -> text);
    }

    // ---- objects

    /** Writes an object.
     * @return whether it is written; otherwise a task that writes it is on top now */
    boolean save(Execution x, PyObject o) {
        if (out.boundary() && pickler.write != null) {
            push(new WriteTask(o, out.take()));
            return false;
        }
        if (persistentId != null) {
            push(new PersistentIdTask(o));
            return false;
        }
        return saveObject(x, o);
    }

    /** {@link #save} of an object that has no persistent id. */
    boolean saveObject(Execution x, PyObject given) {
        PyObject o = given;
        if (o == PySingleton.NONE) {
            out.none();
            return true;
        } else if (o instanceof PyInt i && !(i.isIdentity && pickler.identities != null)) {
            out.integer(i.value);
            return true;
        } else if (o instanceof PyBool b) {
            out.bool(b == PyBool.TRUE);
            return true;
        } else if (o instanceof PyFloat f) {
            out.floating(f.value);
            return true;
        } else if (o instanceof PyBigInt i) {
            out.bigInteger(i.value);
            return true;
        }
        if (o instanceof FrameReference r) {
            framesHeld = true;
            o = r.frame;
        }
        int known = memo(o);
        if (known >= 0) {
            out.memoGet(known);
            return true;
        }
        if (o instanceof PyStr s && (pickler.structure == null || !pickler.places.containsKey(s))) {
            return saveStr(s);
        } else if (framesHeld && o instanceof Frame f) {
            push(new ValueTask(f, FrameReduction.reduce(x, f), true));
            return false;
        } else if (o instanceof PyTuple t) {
            if (t.size() == 0) {
                if (out.binary) {
                    out.op(PickleOp.EMPTY_TUPLE);
                } else {
                    out.op(PickleOp.MARK);
                    out.op(PickleOp.TUPLE);
                }
                return true;
            }
            push(new TupleTask(t));
            return false;
        }
        return saveOther(x, o);
    }

    private boolean saveStr(PyStr s) {
        if (!out.binary) {
            out.op(PickleOp.UNICODE);
            out.raw(PickleText.escape(s));
            out.op('\n');
            memoize(s);
            return true;
        }
        byte[] b = PickleText.encode(s);
        boolean small = b.length < 0x100 && out.protocol >= 4;
        return payload(s, small ? PickleOp.SHORT_BINUNICODE : PickleOp.BINUNICODE, small ? 1 : 4, b, s);
    }

    /** Writes bytes behind a header and memoizes the object.
     * @return as {@link #save} */
    boolean payload(PyObject o, int code, int width, byte[] data, PyObject written) {
        if (data.length < PickleWriter.FRAME_TARGET || pickler.write == null) {
            out.payload(code, width, data);
            memoize(o);
            return true;
        }
        out.largeHeader(code, width, data.length);
        push(new ScriptTask(
                o,
                new WriteTask(null, out.take(), written instanceof PyStr ? new PyBytes(data) : written),
                new ScriptTask.Memoize(o)));
        return false;
    }

    private boolean saveOther(Execution x, PyObject o) {
        PyTuple place = pickler.structure == null ? null : pickler.places.get(o);
        if (place != null && !ClosurePlaces.isOfObject(place)) {
            return !pushed(new ValueTask(o, ClosurePlaces.withContent(place, o)));
        }
        if (o instanceof PyInt i) {
            return !pushed(new ValueTask(o, pickler.identities.reduce(x, i)));
        } else if (o instanceof PyBytes b) {
            return saveBytes(x, b);
        } else if (o instanceof PyList l && l.isExact()) {
            openContainer(PickleOp.EMPTY_LIST, PickleOp.LIST);
            memoize(o);
            return l.size == 0 || checkFast(o) || !pushed(new ListTask(l, out.protocol));
        } else if (o instanceof PyDict d && d.isExact()) {
            PyObject module = Modules.ownerOf(x, d);
            if (module != null) {
                return !pushed(new ValueTask(o, Modules.reduceDict(x, module)));
            }
            openContainer(PickleOp.EMPTY_DICT, PickleOp.DICT);
            memoize(o);
            return d.size() == 0 || checkFast(o) || !pushed(new DictTask(d, out.protocol));
        } else if (o instanceof PySet s && s.type().isBuiltin()) {
            return saveSet(s);
        } else if (o instanceof PyByteArray a && o.type() == PyByteArray.TYPE) {
            if (out.protocol >= 5) {
                return payload(o, PickleOp.BYTEARRAY8, 8, a.toBytes(), o);
            }
            PyTuple args = a.byteLength() == 0 ? PyTuple.EMPTY : PyTuple.of(new PyBytes(a.toBytes()));
            return !pushed(new ValueTask(o, PyTuple.of(PyByteArray.TYPE, args)));
        } else if (o instanceof PickleBuffer b && pickler.structure == null) {
            return !pushed(new BufferTask(b));
        }
        framesHeld |= holdsFrames(o);
        return !pushed(new ReduceTask(o));
    }

    private static boolean holdsFrames(PyObject o) {
        return o instanceof Tasklet
                || o instanceof PyGenerator
                || o instanceof PyTraceback
                || o instanceof Pickler
                || o instanceof Unpickler;
    }

    private boolean pushed(SaveTask t) {
        push(t);
        return true;
    }

    private void openContainer(int code, int oldCode) {
        if (out.binary) {
            out.op(code);
        } else {
            out.op(PickleOp.MARK);
            out.op(oldCode);
        }
    }

    private boolean saveBytes(Execution x, PyBytes b) {
        int n = b.value.length;
        if (out.protocol >= 3) {
            boolean small = n < 0x100;
            return payload(b, small ? PickleOp.SHORT_BINBYTES : PickleOp.BINBYTES, small ? 1 : 4, b.value, b);
        }
        if (n == 0) {
            return !pushed(new ValueTask(b, PyTuple.of(PyBytes.TYPE, PyTuple.EMPTY)));
        }
        PyStr text = PyStr.of(new String(b.value, StandardCharsets.ISO_8859_1));
        return !pushed(new ValueTask(b, PyTuple.of(copyreg.codecsEncode(x), PyTuple.of(text, CopyReg.LATIN1))));
    }

    private boolean saveSet(PySet s) {
        if (out.protocol < 4) {
            return !pushed(new ValueTask(s, PyTuple.of(s.type(), PyTuple.of(PyList.of(s.toArray())))));
        }
        if (s.type() == PySet.TYPE) {
            out.op(PickleOp.EMPTY_SET);
            memoize(s);
            if (s.size() == 0) {
                return true;
            }
        }
        return !pushed(new SetTask(s));
    }

    /** In fast mode, where nothing is memoized, a cycle would never end.
     * @return false */
    private boolean checkFast(PyObject o) {
        if (pickler.fast) {
            for (SaveTask t = top; t != null; t = t.below) {
                if (t.subject() == o) {
                    throw Errors.valueError(
                            "fast mode: can't pickle cyclic objects including object type %s at %s",
                            o.type().name(), Text.address(o));
                }
            }
        }
        return false;
    }
}
