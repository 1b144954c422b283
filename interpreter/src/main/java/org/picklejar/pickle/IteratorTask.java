package org.picklejar.pickle;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.ops.Iteration;
import org.picklejar.ops.Values;

/** Writes what an iterator of items or of pairs gives, in batches (CPython: batch_list, batch_dict). */
final class IteratorTask extends SaveTask {
    /** What comes next: asking for an item, taking the one asked for, writing one, or the opcode behind it. */
    private enum State {
        ASK_FIRST,
        TAKE_FIRST,
        TAKE_SECOND,
        WRITE,
        WRITTEN,
        TAKE_NEXT,
        SINGLE_WRITTEN
    }

    private final PyObject owner;
    private final PyObject iterator;
    private final boolean pairs;
    private State state = State.ASK_FIRST;
    private PyObject first;
    private PyObject current;
    /** The value of the pair whose key is written. */
    private PyObject value;

    private int inBatch;

    IteratorTask(PyObject owner, PyObject iterator, boolean pairs) {
        this.owner = owner;
        this.iterator = iterator;
        this.pairs = pairs;
    }

    static IteratorTask restore(PyObject[] fields) {
        IteratorTask t = new IteratorTask(fields[0], fields[1], fields[2] == PyBool.TRUE);
        t.state = State.valueOf(fields[3].toString());
        t.first = fields[4];
        t.current = fields[5];
        t.value = fields[6];
        t.inBatch = Values.toInt(fields[7]);
        return t;
    }

    @Override
    TaskKind kind() {
        return TaskKind.ITERATOR;
    }

    @Override
    PyObject[] fields() {
        return new PyObject[] {
            owner, iterator, PyBool.of(pairs), PyStr.of(state.name()), first, current, value, PyInt.of(inBatch)
        };
    }

    @Override
    PyObject run(Execution x, DumpFrame d, PyObject answer) {
        PyObject v = answer;
        for (; ; ) {
            if (value != null) {
                PyObject second = value;
                value = null;
                if (!d.save(x, second)) {
                    return null;
                }
            }
            switch (state) {
                case ASK_FIRST -> {
                    state = State.TAKE_FIRST;
                    v = Iteration.nextOrEnd(x, iterator);
                }
                case TAKE_FIRST -> {
                    if (v == null) {
                        d.pop();
                        return null;
                    }
                    if (d.out.protocol == 0) {
                        state = State.SINGLE_WRITTEN;
                        if (!write(x, d, v)) {
                            return null;
                        }
                    } else {
                        first = v;
                        state = State.TAKE_SECOND;
                        v = Iteration.nextOrEnd(x, iterator);
                    }
                }
                case TAKE_SECOND -> {
                    if (v != null) {
                        d.out.op(PickleOp.MARK);
                        inBatch = 1;
                        current = v;
                    }
                    state = v == null ? State.SINGLE_WRITTEN : State.WRITE;
                    if (!write(x, d, first)) {
                        return null;
                    }
                }
                case WRITE -> {
                    inBatch++;
                    state = State.WRITTEN;
                    if (!write(x, d, current)) {
                        return null;
                    }
                }
                case WRITTEN -> {
                    if (inBatch == ListTask.BATCH) {
                        d.out.op(pairs ? PickleOp.SETITEMS : PickleOp.APPENDS);
                        state = State.ASK_FIRST;
                    } else {
                        state = State.TAKE_NEXT;
                        v = Iteration.nextOrEnd(x, iterator);
                    }
                }
                case TAKE_NEXT -> {
                    if (v == null) {
                        d.out.op(pairs ? PickleOp.SETITEMS : PickleOp.APPENDS);
                        d.pop();
                        return null;
                    }
                    current = v;
                    state = State.WRITE;
                }
                case SINGLE_WRITTEN -> {
                    d.out.op(pairs ? PickleOp.SETITEM : PickleOp.APPEND);
                    if (d.out.protocol > 0) {
                        d.pop();
                        return null;
                    }
                    state = State.ASK_FIRST;
                }
            }
            if (v == Pending.PENDING) {
                return v;
            }
        }
    }

    private boolean write(Execution x, DumpFrame d, PyObject item) {
        if (!pairs) {
            return d.save(x, item);
        }
        if (!(item instanceof PyTuple t) || t.size() != 2) {
            throw Errors.typeError("dict items iterator must return 2-tuples");
        }
        value = t.get(1);
        return d.save(x, t.get(0));
    }

    @Override
    PyObject failed(Execution x, DumpFrame d, PyException e) {
        if (e.is(ExceptionTypes.STOP_ITERATION)
                && (state == State.TAKE_FIRST || state == State.TAKE_SECOND || state == State.TAKE_NEXT)) {
            return run(x, d, null);
        }
        throw e;
    }

    @Override
    PyObject subject() {
        return owner;
    }
}
