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
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySet;
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
     * @param glue one more than items
     */
    public record Parts(PyObject container, String[] glue, PyObject[] items, String again) {}

    /** A container that shows itself in parts, defined elsewhere. */
    public interface InParts {
        Parts reprParts();
    }

    private static final class Level {
        final Parts parts;
        int index;

        Level(Parts parts) {
            this.parts = parts;
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
        if (parts.items.length == 0) {
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
            return sequence(o, "[", l.toArray(), "]", "[...]");
        } else if (v instanceof PyTuple t) {
            return sequence(o, "(", t.items, t.size() == 1 ? ",)" : ")", "(...)");
        } else if (v instanceof PyDict d) {
            return exact && o.type() != PyDict.TYPE ? null : mapping(o, "{", d, "}", "{...}");
        } else if (v instanceof PySet s) {
            return set(s);
        }
        return null;
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
            if (level.index == 0) {
                if (!active.add(p.container)) {
                    text.append(p.again);
                    if (pop()) {
                        return PyStr.of(text.toString());
                    }
                    continue;
                }
            }
            text.append(p.glue[level.index]);
            if (level.index == p.items.length) {
                active.remove(p.container);
                if (pop()) {
                    return PyStr.of(text.toString());
                }
                continue;
            }
            PyObject o = p.items[level.index++];
            Parts inner = partsOf(o, true);
            if (inner != null) {
                if (inner.items.length == 0) {
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
                    if (level.index > 0) {
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
                    PyInt.of(level.index),
                    p.container,
                    PyTuple.ofStrings(List.of(p.glue)),
                    PyTuple.of(p.items),
                    PyStr.of(p.again));
        }
        return out;
    }

    @Override
    protected void setFields(PyObject[] f) {
        text.append(f[0]);
        for (int i = 1; i < f.length; i++) {
            PyTuple t = (PyTuple) f[i];
            PyTuple glue = (PyTuple) t.get(2);
            String[] pieces = new String[glue.size()];
            for (int k = 0; k < pieces.length; k++) {
                pieces[k] = glue.get(k).toString();
            }
            Level level = new Level(new Parts(
                    t.get(1), pieces, ((PyTuple) t.get(3)).items, t.get(4).toString()));
            level.index = (int) ((PyInt) t.get(0)).value;
            levels.add(level);
        }
    }
}
