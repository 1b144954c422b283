package org.picklejar.pickle;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTraceback;
import org.picklejar.core.PyTuple;
import org.picklejar.interp.FrameReference;

/** The state of a traceback entry. */
final class TracebackReduction {
    private TracebackReduction() {}

    /** Frame, tb_lasti, tb_lineno and, when there is one, the next entry; null before it has got them. */
    static PyTuple state(Execution x, PyTraceback t) {
        if (t.frame == null) {
            return null;
        }
        PyObject frame = FrameReference.of(x, t.frame);
        return t.next == null
                ? PyTuple.of(frame, PyInt.of(t.lasti), PyInt.of(t.line))
                : PyTuple.of(frame, PyInt.of(t.lasti), PyInt.of(t.line), t.next);
    }

    static void setState(PyTraceback t, PyObject state) {
        if (t.frame != null) {
            throw Errors.typeError("incorrect wrapper type");
        }
        StateTuple s = new StateTuple(state, "traceback.__setstate__", 3, 4);
        // A copy by copy.copy shows the same frame.
        t.frame = s.get(0) instanceof FrameReference r ? r.frame : s.get(0, Frame.class);
        t.lasti = s.integer(1);
        t.line = s.integer(2);
        if (s.size() == 4) {
            t.next = s.get(3, PyTraceback.class);
            if (t.next.frame != null && t.next.frame != t.frame && t.next.frame.back == null) {
                t.next.frame.back = t.frame;
            }
        }
    }
}
