package org.picklejar.types;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySet;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.ops.StepFrame;
import org.picklejar.ops.Text;
import org.picklejar.ops.Values;

/**
 * The repr of containers. Builtin containers inside each other are written by one frame with a stack of its own, so the depth
 * of the nesting does not matter.
 */
public final class ReprFrame extends StepFrame {
    /**
     * The text of a container: pieces of text with the reprs of items between them.
     *
     * @param container what is shown as {@code again} inside itself
     * @param glue one more than items; two when there are no items
     * @param items null for those that the container, a list or dict, has when they are written: programs may change it meanwhile
     */
    public record Parts(PyObject container, String[] glue, PyObject[] items, String again) {}

    /** A container that shows itself in parts, defined elsewhere. */
    public interface InParts {
        Parts reprParts();
    }

    private static final class Level {
        final Parts parts;
        /** Whether the container is among those under way, and whether an item of it was written. */
        boolean entered;

        boolean begun;
        /** Of the item, or of the dict's entry, that comes next. */
        int index;
        /** Of the key that was written last; null when a key is next. */
        PyObject value;

        Level(Parts parts) {
            this.parts = parts;
        }

        /** Writes what stands before the next item, or behind the last.
         * @return null behind the last */
        PyObject next(StringBuilder text) {
            if (parts.items != null) {
                text.append(parts.glue[index]);
                return index == parts.items.length ? null : parts.items[index++];
            } else if (value != null) {
                text.append(": ");
                PyObject v = value;
                value = null;
                return v;
            }
            PyObject next =
                    Values.payload(parts.container) instanceof PyList l ? nextOf(l) : nextOf((PyDict) parts.container);
            text.append(next == null ? parts.glue[1] : begun ? ", " : parts.glue[0]);
            begun = true;
            return next;
        }

        private PyObject nextOf(PyList l) {
            return index < l.size ? l.items[index++] : null;
        }

        private PyObject nextOf(PyDict d) {
            while (index < d.entries() && d.keyAt(index) == null) {
                index++;
            }
            if (index >= d.entries()) {
                return null;
            }
            value = d.valueAt(index);
            return d.keyAt(index++);
        }
    }

    private final List<Level> levels = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    /** Containers under way in this frame and in frames below. */
    private Set<PyObject> active;

    /** For unpickling. */
    public ReprFrame() {}

    /** {@code repr(o)} of a builtin container or an instance of a subclass. */
    public static PyObject repr(Execution x, PyObject o) {
        return repr(x, partsOf(o, false));
    }

    public static PyObject repr(Execution x, Parts parts) {
        if (isEmpty(parts)) {
            return PyStr.of(parts.glue[0]);
        }
        ReprFrame f = new ReprFrame();
        f.levels.add(new Level(parts));
        return f.run(x);
    }

    // ---- the builtin containers

    /** @param exact whether an instance of a subclass, which may have its own repr, gives null */
    private static Parts partsOf(PyObject o, boolean exact) {
        if (exact && !o.type().isBuiltin()) {
            return null;
        }
        PyObject v = Values.payload(o);
        if (v instanceof InParts p) {
            return p.reprParts();
        } else if (v instanceof PyList l) {
            return changing(o, l.size, "[", "]", "[...]");
        } else if (v instanceof PyTuple t) {
            return sequence(o, "(", t.items, t.size() == 1 ? ",)" : ")", "(...)");
        } else if (v instanceof PyDict d) {
            return exact && o.type() != PyDict.TYPE ? null : changing(o, d.size(), "{", "}", "{...}");
        } else if (v instanceof PySet s) {
            return set(s);
        }
        return null;
    }

    private static Parts changing(PyObject o, int size, String open, String close, String again) {
        return size == 0
                ? new Parts(o, new String[] {open + close}, new PyObject[0], again)
                : new Parts(o, new String[] {open, close}, null, again);
    }

    private static boolean isEmpty(Parts parts) {
        return parts.items != null && parts.items.length == 0;
    }

    public static Parts sequence(PyObject o, String open, PyObject[] items, String close, String again) {
        String[] glue = new String[items.length + 1];
        Arrays.fill(glue, ", ");
        glue[0] = open;
        glue[items.length] = items.length == 0 ? open + close : close;
        return new Parts(o, glue, items, again);
    }

    public static Parts mapping(PyObject o, String open, PyDict d, String close, String again) {
        PyObject[] keys = d.keyArray();
        PyObject[] values = d.valueArray();
        PyObject[] items = new PyObject[keys.length * 2];
        String[] glue = new String[items.length + 1];
        for (int i = 0; i < keys.length; i++) {
            items[2 * i] = keys[i];
            items[2 * i + 1] = values[i];
            glue[2 * i] = i == 0 ? open : ", ";
            glue[2 * i + 1] = ": ";
        }
        glue[items.length] = items.length == 0 ? open + close : close;
        return new Parts(o, glue, items, again);
    }

    private static Parts set(PySet s) {
        PyType type = s.type();
        String name = type.name();
        if (s.size() == 0) {
            return new Parts(s, new String[] {name + "()"}, new PyObject[0], "");
        }
        boolean plain = type == PySet.TYPE;
        return sequence(s, plain ? "{" : name + "({", s.toArray(), plain ? "}" : "})", name + "(...)");
    }

    // ---- the machine

    @Override
    protected PyObject advance(Execution x, PyObject value) {
        if (active == null) {
            findActive();
        }
        if (value != null) {
            text.append(Values.payload(value));
        }
        for (; ; ) {
            Level level = levels.get(levels.size() - 1);
            Parts p = level.parts;
            if (!level.entered && !active.add(p.container)) {
                text.append(p.again);
                if (pop()) {
                    return PyStr.of(text.toString());
                }
                continue;
            }
            level.entered = true;
            PyObject o = level.next(text);
            if (o == null) {
                active.remove(p.container);
                if (pop()) {
                    return PyStr.of(text.toString());
                }
                continue;
            }
            Parts inner = partsOf(o, true);
            if (inner != null) {
                if (isEmpty(inner)) {
                    text.append(inner.glue[0]);
                } else {
                    levels.add(new Level(inner));
                }
                continue;
            }
            PyObject r = Text.repr(x, o);
            if (r == Pending.PENDING) {
                return r;
            }
            text.append(Values.payload(r));
        }
    }

    /** Leaves the innermost container.
     * @return whether it was the outermost */
    private boolean pop() {
        levels.remove(levels.size() - 1);
        return levels.isEmpty();
    }

    private void findActive() {
        active = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Frame f = this; f != null; f = f.back) {
            if (f instanceof ReprFrame r) {
                for (Level level : r.levels) {
                    if (level.entered) {
                        active.add(level.parts.container);
                    }
                }
            }
        }
    }

    @Override
    protected PyObject[] fields() {
        PyObject[] out = new PyObject[levels.size() + 1];
        out[0] = PyStr.of(text.toString());
        for (int i = 1; i < out.length; i++) {
            Level level = levels.get(i - 1);
            Parts p = level.parts;
            out[i] = PyTuple.of(
                    p.container,
                    PyTuple.ofStrings(List.of(p.glue)),
                    p.items == null ? PySingleton.NONE : PyTuple.of(p.items),
                    PyStr.of(p.again),
                    PyBool.of(level.entered),
                    PyBool.of(level.begun),
                    PyInt.of(level.index),
                    PyTuple.of(level.value == null ? new PyObject[0] : new PyObject[] {level.value}));
        }
        return out;
    }

    @Override
    protected void setFields(PyObject[] f) {
        text.append(f[0]);
        for (int i = 1; i < f.length; i++) {
            PyTuple t = (PyTuple) f[i];
            PyTuple glue = (PyTuple) t.get(1);
            String[] pieces = new String[glue.size()];
            for (int k = 0; k < pieces.length; k++) {
                pieces[k] = glue.get(k).toString();
            }
            PyObject[] items = t.get(2) instanceof PyTuple fixed ? fixed.items : null;
            Level level = new Level(new Parts(t.get(0), pieces, items, t.get(3).toString()));
            level.entered = t.get(4) == PyBool.TRUE;
            level.begun = t.get(5) == PyBool.TRUE;
            level.index = (int) ((PyInt) t.get(6)).value;
            PyTuple value = (PyTuple) t.get(7);
            level.value = value.size() == 0 ? null : value.get(0);
            levels.add(level);
        }
    }
}
