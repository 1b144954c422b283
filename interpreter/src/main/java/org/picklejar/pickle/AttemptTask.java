package org.picklejar.pickle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyException;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;

/**
 * Writes something of a saved state that the state can do without. When it cannot be pickled, all that was written for it is taken back, and
 * who keeps count of what the written code needs is told. It stays in the memo only.
 */
final class AttemptTask extends SaveTask {
    private enum State {
        START,
        BEGUN,
        WRITTEN,
        FAILED,
        TOLD
    }

    private final PyObject item;
    /** Whether the globals that its code needs are part of it. */
    private final boolean withNeeds;

    private State state = State.START;
    /** What {@code begin()} gave. */
    private PyObject before;

    private int bytes;
    private int memo;
    /** What was named and not asked about yet. */
    private PyList named;

    private int namedSize;
    private PyException error;

    AttemptTask(PyObject item, boolean withNeeds) {
        this.item = item;
        this.withNeeds = withNeeds;
    }

    @Override
    TaskKind kind() {
        throw Errors.typeError("cannot pickle a saved state that is being made");
    }

    @Override
    PyObject[] fields() {
        throw Errors.typeError("cannot pickle a saved state that is being made");
    }

    @Override
    PyObject run(Execution x, DumpFrame d, PyObject value) {
        PyObject v = value;
        if (state == State.START) {
            state = State.BEGUN;
            v = d.pickler.before != null ? d.pickler.before : x.call(d.pickler.begin);
        } else if (state == State.FAILED) {
            state = State.TOLD;
            d.pickler.noted = true;
            d.pickler.before = null;
            v = x.call(d.pickler.undo, before, item, error.value);
        }
        if (v == Pending.PENDING) {
            return v;
        }
        if (state == State.BEGUN) {
            state = State.WRITTEN;
            before = v;
            d.pickler.before = v;
            bytes = d.out.mark();
            memo = d.pickler.memo.mark();
            named = d.pickler.named;
            namedSize = named.size;
            List<Object> script = new ArrayList<>(List.of(item, PickleOp.POP));
            if (withNeeds) {
                script.add(new NeedsTask());
            }
            d.push(new ScriptTask(null, script.toArray()));
            return null;
        }
        if (state == State.WRITTEN) {
            d.pickler.memo.release();
        }
        d.pop();
        return null;
    }

    /**
     * Takes back what was written since it began; it is on top again.
     *
     * @return whether it is one that can: it has begun, and an error in the program is no reason to give up all
     */
    boolean undo(DumpFrame d, PyException e) {
        if (state != State.WRITTEN || !e.is(ExceptionTypes.EXCEPTION)) {
            return false;
        }
        state = State.FAILED;
        error = e;
        d.out.reset(bytes);
        d.pickler.memo.reset(memo);
        int left = d.pickler.named == named ? namedSize : 0;
        d.pickler.named = PyList.of(Arrays.copyOf(d.pickler.named.items, left));
        d.pickler.memo.release();
        return true;
    }
}
