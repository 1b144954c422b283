package org.picklejar.core;

import java.util.ArrayList;
import java.util.List;

/**
 * What Python gave to a builtin that asked for it in the middle of its Java code ({@link Execution#await}). Such a builtin is not
 * kept on the Java stack meanwhile: it is left, and when the value is there it begins again, and is given what it was given before,
 * in the same order. So its state is data: its arguments and these values. What a builtin does before it asks must therefore be
 * the same when it is done again; where it is not, the builtin uses {@link Execution#awaitNested}.
 */
public final class Replay {
    /** Of a builtin that has not asked for anything. */
    static final Replay NONE = new Replay();

    /** What a builtin is given that has asked for nothing, and only had to be left. */
    static final PyObject NOTHING = PyTuple.of(PySingleton.ELLIPSIS);

    /** With more values a builtin stays on the Java stack: to begin again each time would take quadratic time. */
    static final int MOST = 1000;

    /** Values, and {@link PyException}s that were raised instead. */
    private final List<Object> given = new ArrayList<>();

    private int at;

    /** For the tests: each builtin begins again after whatever it asked for, also when the value was there at once. */
    public static volatile boolean always;

    /** Leaves a builtin that is to begin again. */
    @SuppressWarnings("serial")
    static final class Left extends Error {
        private final Replay replay;
        private final Frame caller;
        private final Frame top;
        private final PyException failure;

        Left(Replay replay, Frame caller, Frame top, PyException failure) {
            super("a builtin was left where it cannot begin again", null, false, false);
            this.replay = replay;
            this.caller = caller;
            this.top = top;
            this.failure = failure;
        }

        Replay replay() {
            return replay;
        }

        /**
         * Puts a frame that begins again what was left under what that waits for.
         *
         * @param back what was on top when it began
         */
        PyObject resumeIn(Execution x, Frame back, NativeFrame again) {
            x.top = top;
            x.interpose(caller, again);
            again.back = back;
            again.depth = back == null ? 0 : back.depth + 1;
            again.inherited = back == null ? null : back.handledException();
            if (failure != null) {
                throw failure;
            }
            return Pending.PENDING;
        }
    }

    /** Whether the next value that is asked for was given before. */
    boolean isNextGiven() {
        return at < given.size();
    }

    boolean isFull() {
        return given.size() >= MOST;
    }

    /** The next value that was given before. */
    PyObject next() {
        Object o = given.get(at++);
        if (o instanceof PyException e) {
            throw e;
        }
        return (PyObject) o;
    }

    /** Keeps what was given: a value (null at the end of an iteration), or an exception. */
    void add(Object valueOrException) {
        given.add(valueOrException);
        at = given.size();
    }

    /** For the builtin that begins again. */
    Replay rewind() {
        at = 0;
        return this;
    }

    int size() {
        return given.size();
    }

    /** Writes it for pickling: a value alone in a tuple (an empty one for null), an exception as it is. */
    void save(PyObject[] out, int from) {
        for (int i = 0; i < given.size(); i++) {
            Object o = given.get(i);
            out[from + i] = o instanceof PyException e ? e.value : ArgumentsFrame.wrap((PyObject) o);
        }
    }

    static Replay restored(PyObject[] saved) {
        Replay r = new Replay();
        for (PyObject o : saved) {
            r.add(o instanceof PyBaseException e ? new PyException(e) : ArgumentsFrame.unwrap(o));
        }
        return r;
    }
}
