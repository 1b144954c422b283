package org.picklejar.interp;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.Machine;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyType;

/**
 * A frame as part of a tasklet, generator or traceback. There it may be pickled; on its own it may not, as in Stackless. Each
 * frame has one while somebody holds it, so that a frame that two objects share is pickled once.
 */
public final class FrameReference extends PyObject {
    public static final PyType TYPE = PyType.builtin("frame_reference", FrameReference.class, PyType.OBJECT)
            .inModule("stackless._wrap")
            .notSubclassable();
    public final Frame frame;

    private FrameReference(Frame frame) {
        this.frame = frame;
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    /** Those of one runtime, and what a program has put in their place. */
    public static final class Registry {
        private final Map<Frame, WeakReference<FrameReference>> known = new WeakHashMap<>();
        /** {@code stackless._wrap.set_reduce_frame}: makes what stands for a frame; null for a reference. */
        public PyObject reduceFrame;

        public static Registry of(Machine m) {
            return m.state(Registry.class, k -> new Registry());
        }
    }

    /** Whether no program has said what stands for frames. */
    public static boolean isUsual(Execution x) {
        return Registry.of(x.machine).reduceFrame == null;
    }

    /** What stands for a frame in the state of its owner. */
    public static PyObject of(Execution x, Frame f) {
        Registry r = Registry.of(x.machine);
        if (r.reduceFrame != null) {
            return x.callAndWait(r.reduceFrame, f);
        }
        WeakReference<FrameReference> known = r.known.get(f);
        FrameReference ref = known == null ? null : known.get();
        if (ref == null) {
            ref = new FrameReference(f);
            r.known.put(f, new WeakReference<>(ref));
        }
        return ref;
    }
}
