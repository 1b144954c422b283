package org.picklejar.pickle;

import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Values;

/**
 * The reading of a pickle: {@code load} or {@code loads} in progress. {@link LoadOps} executes the opcodes; each makes at most
 * one call into Python, and {@link #waiting} says what is done with the result (CPython: Modules/_pickle.c, load).
 */
final class LoadFrame extends NativeFrame {
    private static final PyStr PERSISTENT_LOAD = PyStr.of("persistent_load");
    private static final PyStr FIND_CLASS = PyStr.of("find_class");

    Unpickler u;
    PickleInput in;
    /** {@code unpickler.persistent_load}; null when nobody defined one. */
    PyObject persistentLoad;
    /** {@code unpickler.find_class} of a subclass; null for ours. */
    PyObject findClass;

    int protocol;
    LoadStep waiting;
    private boolean started;
    private int opStart;
    private boolean lineWanted;
    private PyObject[] stack = new PyObject[32];
    private int size;
    private int[] marks = new int[16];
    private int markCount;
    /** Below this the stack may not be popped: the last mark. */
    private int fence;

    /** For unpickling. */
    LoadFrame() {}

    LoadFrame(Unpickler u) {
        this.u = u;
        this.in = new PickleInput(u);
    }

    @Override
    public PyObject step(Execution x, PyObject value) {
        if (!started) {
            started = true;
            prepare(x);
        } else {
            LoadStep w = waiting;
            waiting = null;
            if (w.resume(x, this, value) == Pending.PENDING) {
                return Pending.PENDING;
            }
        }
        return loop(x);
    }

    private void prepare(Execution x) {
        if (u.type() != Unpickler.TYPE) {
            if (u.type().lookup(PERSISTENT_LOAD) != Unpickler.TYPE.lookup(PERSISTENT_LOAD)) {
                persistentLoad = Attributes.getNow(x, u, PERSISTENT_LOAD);
            }
            if (u.type().lookup(FIND_CLASS) != Unpickler.TYPE.lookup(FIND_CLASS)) {
                findClass = Attributes.getNow(x, u, FIND_CLASS);
            }
        }
        if (u.persistentLoad != null) {
            persistentLoad = u.persistentLoad;
        }
    }

    private PyObject loop(Execution x) {
        for (; ; ) {
            opStart = u.position;
            int op = -1;
            try {
                op = in.u1();
                if (op == PickleOp.STOP) {
                    if (u.structure != null && !u.structure.isDone()) {
                        u.position = opStart;
                        if (u.structure.settle(x, this, true, LoadStep.Simple.IGNORE) == Pending.PENDING) {
                            return Pending.PENDING;
                        }
                        continue;
                    }
                    PyObject result = pop();
                    forget();
                    return result;
                }
                if (LoadOps.execute(x, this, op) == Pending.PENDING) {
                    return Pending.PENDING;
                }
            } catch (PickleInput.More more) {
                u.position = opStart;
                if (u.read == null) {
                    throw op < 0 && more.count > 0
                            ? Errors.of(ExceptionTypes.EOF_ERROR, "Ran out of input")
                            : PickleErrors.truncated();
                }
                lineWanted = more.isLine();
                waiting = LoadStep.Simple.INPUT;
                PyObject r = lineWanted ? x.call(u.readLine) : x.call(u.read, PyInt.of(more.count));
                if (r == Pending.PENDING) {
                    return r;
                }
                waiting = null;
                append(r);
            }
        }
    }

    /** Adds what {@code read} or {@code readline} gave. */
    void append(PyObject value) {
        byte[] more = Values.payload(value) instanceof PyBytes b ? b.value : null;
        if (more == null) {
            throw Errors.valueError(
                    "read() returned non-bytes object (%s)", value.type().name());
        }
        boolean ended = more.length == 0 || lineWanted && more[more.length - 1] != '\n';
        if (ended) {
            throw u.position == u.end && !lineWanted
                    ? Errors.of(ExceptionTypes.EOF_ERROR, "Ran out of input")
                    : PickleErrors.truncated();
        }
        int rest = u.end - u.position;
        if (rest == 0) {
            u.input = more;
        } else {
            byte[] joined = Arrays.copyOf(Arrays.copyOfRange(u.input, u.position, u.end), rest + more.length);
            System.arraycopy(more, 0, joined, rest, more.length);
            u.input = joined;
        }
        u.position = 0;
        u.end = u.input.length;
    }

    /** The input that was used is given free; what is left stays for the next load. */
    private void forget() {
        if (u.position == u.end) {
            u.input = PyBytes.EMPTY.value;
            u.position = 0;
            u.end = 0;
        }
    }

    @Override
    public PyObject raise(Execution x, PyException e) {
        LoadStep w = waiting;
        waiting = null;
        if (w == null) {
            throw e;
        }
        return w.failed(x, this, e) == Pending.PENDING ? Pending.PENDING : loop(x);
    }

    /** Makes a call whose result is treated by {@code w}.
     * @return PENDING, or null when it is done */
    PyObject call(Execution x, LoadStep w, Execution.Operation operation) {
        waiting = w;
        PyObject r;
        try {
            r = operation.run();
        } catch (PyException e) {
            if (x.top != this) {
                throw e;
            }
            waiting = null;
            return w.failed(x, this, e);
        }
        if (r == Pending.PENDING) {
            return r;
        }
        waiting = null;
        return w.resume(x, this, r);
    }

    @Override
    public PyObject[] save() {
        if (u.structure != null) {
            throw Errors.typeError("cannot pickle a saved state that is being read");
        }
        return new PyObject[] {
            u,
            PyBool.of(started),
            persistentLoad,
            findClass,
            PyInt.of(protocol),
            waiting == null ? null : waiting.parts(),
            PyBool.of(lineWanted),
            PyTuple.of(Arrays.copyOf(stack, size)),
            PyTuple.of(Arrays.stream(marks, 0, markCount).mapToObj(PyInt::of).toArray(PyObject[]::new))
        };
    }

    @Override
    public void restore(PyObject[] state) {
        u = (Unpickler) state[0];
        in = new PickleInput(u);
        started = state[1] == PyBool.TRUE;
        persistentLoad = state[2];
        findClass = state[3];
        protocol = Values.toInt(state[4]);
        waiting = state[5] == null ? null : LoadStep.of((PyTuple) state[5]);
        lineWanted = state[6] == PyBool.TRUE;
        PyObject[] objects = ((PyTuple) state[7]).items;
        int done = 0;
        for (PyObject mark : ((PyTuple) state[8]).items) {
            for (int to = Values.toInt(mark); done < to; done++) {
                push(objects[done]);
            }
            mark();
        }
        for (; done < objects.length; done++) {
            push(objects[done]);
        }
    }

    // ---- the stack

    void push(PyObject o) {
        if (size == stack.length) {
            stack = Arrays.copyOf(stack, size * 2);
        }
        stack[size++] = o;
    }

    PyObject pop() {
        if (size <= fence) {
            throw underflow();
        }
        PyObject o = stack[--size];
        stack[size] = null;
        return o;
    }

    PyObject top() {
        if (size <= fence) {
            throw underflow();
        }
        return stack[size - 1];
    }

    void replaceTop(PyObject o) {
        stack[size - 1] = o;
    }

    int size() {
        return size;
    }

    /** Whether an object lies on the stack: it may be still in the making. */
    boolean isOnStack(PyObject o) {
        for (int i = 0; i < size; i++) {
            if (stack[i] == o) {
                return true;
            }
        }
        return false;
    }

    private PyException underflow() {
        return PickleErrors.unpickling(markCount > 0 ? "unexpected MARK found" : "unpickling stack underflow");
    }

    void mark() {
        if (markCount == marks.length) {
            marks = Arrays.copyOf(marks, markCount * 2);
        }
        marks[markCount++] = size;
        fence = size;
    }

    void requireMark() {
        if (markCount == 0) {
            throw PickleErrors.unpickling("could not find MARK");
        }
    }

    /** What lies above the last mark; the mark is gone then. */
    PyObject[] popMark() {
        requireMark();
        int from = marks[--markCount];
        fence = markCount > 0 ? marks[markCount - 1] : 0;
        PyObject[] out = Arrays.copyOfRange(stack, from, size);
        Arrays.fill(stack, from, size, null);
        size = from;
        return out;
    }

    /** {@code POP}: an object, or the mark when that is on top. */
    void discard() {
        if (markCount > 0 && marks[markCount - 1] == size) {
            popMark();
        } else {
            pop();
        }
    }

    /** The object under those of the last mark, once they were popped. */
    PyObject under() {
        return top();
    }
}
