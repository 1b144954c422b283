package org.picklejar.tasklets;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.picklejar.core.EntryFrame;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.TypeBuilder;
import org.picklejar.interp.FrameReference;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Values;

/** The state of a tasklet as a tuple, in the layout of Stackless 3.8. */
public final class TaskletPickling {
    private static final int ATOMIC = 4;
    private static final int IGNORE_NESTING = 8;
    private static final int BLOCK_TRAP = 32;
    private static final int PENDING_IRQ = 128;
    private static final int PROFILE_FUNCTION = 10;
    private static final int TRACE_FUNCTION = 11;
    private static final int LENGTH = 12;
    private static final int CONTEXT = 12;
    /**
     * Ours, of who waits for a limited time, for descriptors or in a select(): (nanoseconds left or None, interests or None, channels).
     * The channels know who waits on them, but nothing else may hold them.
     */
    private static final int WAIT = 13;

    private TaskletPickling() {}

    static void define(TypeBuilder<Tasklet> b) {
        b.tail("__reduce__(self, /)", TaskletPickling::reduce)
                .tail("__reduce_ex__(self, protocol=0, /)", (Execution x, Tasklet t, PyObject p) -> {
                    if (!(p instanceof PyInteger)) {
                        throw Errors.typeError("__reduce_ex__ argument should be an integer");
                    }
                    return reduce(x, t);
                })
                .tail("__setstate__(self, state, /)", TaskletPickling::setState);
    }

    private static PyObject reduce(Execution x, Tasklet t) {
        return reduceWith(x, t, f -> FrameReference.of(x, f));
    }

    /** What {@code __reduce__} gives, with the frames themselves. */
    public static PyTuple reduceForPickler(Execution x, Tasklet t) {
        return reduceWith(x, t, f -> f);
    }

    private static PyTuple reduceWith(Execution x, Tasklet t, Function<Frame, PyObject> shown) {
        if (t.isCurrent()) {
            throw Errors.runtimeError("You cannot __reduce__ the tasklet which is current.");
        }
        if (t.stack() != null) {
            throw Errors.runtimeError(
                    "cannot pickle tasklet %d: it was switched away from inside a builtin that cannot be suspended (%s)",
                    t.number, t.stack().builtin());
        }
        int flags = (t.isBlocked() ? t.channel().isSending() ? 1 : 3 : 0)
                | (t.atomic ? ATOMIC : 0)
                | (t.ignoreNesting ? IGNORE_NESTING : 0)
                | (t.blockTrap ? BLOCK_TRAP : 0)
                | (t.pendingInterrupt ? PENDING_IRQ : 0);
        List<PyObject> frames = new ArrayList<>();
        for (Frame f = t.top; f != null; f = f.back) {
            // What is under all others is known, unless it says more than that.
            boolean implied = f instanceof TaskletFrame first && first.isOnlyStarted() && !frames.isEmpty();
            if (!(f instanceof EntryFrame) && !implied) {
                frames.add(shown.apply(f));
            }
        }
        Collections.reverse(frames);
        PyObject none = PySingleton.NONE;
        boolean traced = PickleFlags.has(x, PickleFlags.PRESERVE_TRACING_STATE);
        List<PyObject> state = new ArrayList<>(List.of(
                PyInt.of(flags),
                t.tempval,
                PyInt.ZERO,
                PyList.of(frames),
                none,
                none,
                none,
                none,
                PyInt.ZERO,
                PyInt.ZERO,
                traced ? TaskletTracing.profileFunction(t) : none,
                traced ? TaskletTracing.traceFunction(t) : none));
        boolean withContext = PickleFlags.has(x, PickleFlags.PICKLE_CONTEXT);
        if (withContext || t.holdsChannels()) {
            // The empty one of main is there where the tasklet goes on.
            PyObject c = withContext ? t.context : null;
            boolean isMains = c == Scheduler.of(x).main.context(x);
            state.add(c == null || isMains && x.machine.contexts.isEmpty(c) ? none : c);
        }
        if (t.holdsChannels()) {
            Outside o = t.outside;
            state.add(PyTuple.of(
                    o == null || !o.isLimited() ? none : PyInt.of(o.remaining()),
                    o == null || o.interests() == null ? none : o.interests(),
                    PyTuple.of(Stream.of(t.waits()).map(e -> e.channel).toArray(PyObject[]::new))));
        }
        return PyTuple.of(t.type(), PyTuple.EMPTY, PyTuple.of(state));
    }

    private static PyObject setState(Execution x, Tasklet t, PyObject state) {
        if (t.isAlive()) {
            throw Errors.runtimeError("tasklet is alive");
        }
        PyTuple s = Values.tuple(state, "tasklet state");
        if (s.size() < 4 || !(s.get(0) instanceof PyInteger flags) || !(s.get(3) instanceof PyList frames)) {
            throw Errors.typeError("tasklet state must be a tuple of %d items", LENGTH);
        }
        int bits = (int) flags.longValue();
        t.atomic = (bits & ATOMIC) != 0;
        t.ignoreNesting = (bits & IGNORE_NESTING) != 0;
        t.blockTrap = (bits & BLOCK_TRAP) != 0;
        t.pendingInterrupt = (bits & PENDING_IRQ) != 0;
        t.tempval = s.get(1);
        Frame top = null;
        for (int i = 0; i < frames.size; i++) {
            // Frames that were just unpickled are adopted; those of another tasklet are copied.
            PyObject item = frames.items[i] instanceof FrameReference r ? copy(x, r) : frames.items[i];
            if (!(item instanceof Frame f)) {
                throw Errors.typeError("tasklet unpickle needs list of frames last parameter.");
            }
            if (i == 0 && !(f instanceof TaskletFrame)) {
                top = TaskletFrame.started();
            }
            f.back = top;
            f.depth = top == null ? 0 : top.depth + 1;
            f.inherited = top == null ? null : top.handledException();
            top = f;
        }
        t.top = top;
        if (s.size() >= LENGTH) {
            TaskletTracing.restore(x, t, s.get(PROFILE_FUNCTION), s.get(TRACE_FUNCTION));
        }
        t.context = x.currentContext();
        if (s.size() > CONTEXT && s.get(CONTEXT) != PySingleton.NONE) {
            if (!x.machine.contexts.isContext(s.get(CONTEXT))) {
                throw Errors.typeError("tasklet state[%d] must be a contextvars.Context or None", CONTEXT);
            }
            t.context = s.get(CONTEXT);
        }
        if (s.size() > WAIT) {
            PyTuple wait = Values.tuple(s.get(WAIT), "wait");
            if (wait.size() != 3 || !(wait.get(0) == PySingleton.NONE || wait.get(0) instanceof PyInt)) {
                throw Errors.typeError("tasklet state[%d] must be (nanoseconds, interests, channels)", WAIT);
            }
            Long nanos = wait.get(0) instanceof PyInt n ? (Long) n.value : null;
            t.setOutside(Outside.of(nanos, wait.get(1) instanceof PyDict d ? d : null));
        }
        return t;
    }

    private static PyObject copy(Execution x, FrameReference r) {
        PyObject reduce = x.await(() -> Attributes.get(x, r, PyStr.of("__reduce__")));
        PyTuple value = (PyTuple) x.callAndWait(reduce);
        PyObject made = x.await(() -> x.call(value.get(0), ((PyTuple) value.get(1)).items, null));
        x.callAndWait(x.await(() -> Attributes.get(x, made, PyStr.of("__setstate__"))), value.get(2));
        return made;
    }
}
