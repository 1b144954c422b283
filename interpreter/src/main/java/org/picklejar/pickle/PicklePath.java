package org.picklejar.pickle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.picklejar.code.CodeObject;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.interp.PythonFrame;
import org.picklejar.tasklets.Tasklet;

/**
 * Says where an object lies that cannot be pickled, when it belongs to something that runs: {@code tasklet 2, worker() line 12,
 * local 'conn': cannot pickle 'socket' object}.
 */
final class PicklePath {
    /** Positions in the state of a frame (see {@link FrameReduction}). */
    private static final int LOCALS = 5;

    private static final int HANDLED = 9;

    /** What {@code _picklejar_state} writes a global of cells and data of a module with. */
    private static final String GLOBAL = "_Global";

    private static final String DATA = "Data";
    private static final String OF_DATA = "_picklejar_modules";

    private static final PyStr PAIR = PyStr.of("pair");

    private PicklePath() {}

    /** Puts the path before the message of an error. The exception stays the same object. */
    static void annotate(PyException e, SaveTask top) {
        boolean ours = e.is(PickleErrors.PICKLING_ERROR)
                || e.is(ExceptionTypes.TYPE_ERROR)
                || e.is(ExceptionTypes.ATTRIBUTE_ERROR);
        if (!ours || e.value.args.size() != 1 || !(e.value.args.get(0) instanceof PyStr message)) {
            return;
        }
        String path = describe(top);
        if (!path.isEmpty() && !message.toString().startsWith(path)) {
            e.value.args = PyTuple.of(PyStr.of(path + ": " + message));
        }
    }

    private static boolean isPart(PyInstance o) {
        return o.type().name().equals(GLOBAL) || isData(o);
    }

    static boolean isData(PyObject o) {
        return o.type().name().equals(DATA) && o.type().module().equals(OF_DATA);
    }

    private static String describe(SaveTask top) {
        List<SaveTask> tasks = new ArrayList<>();
        for (SaveTask t = top; t != null; t = t.below) {
            tasks.add(t);
        }
        Collections.reverse(tasks);
        String global = global(tasks);
        if (global != null) {
            return global;
        }
        int frameAt = -1;
        Tasklet tasklet = null;
        Tasklet owner = null;
        // The last is the object itself.
        for (int i = 0; i < tasks.size() - 1; i++) {
            PyObject o = tasks.get(i).subject();
            if (o instanceof Tasklet t) {
                tasklet = t;
                frameAt = -1;
                owner = t;
            } else if (o instanceof PythonFrame) {
                frameAt = i;
                owner = tasklet;
            }
        }
        List<String> parts = new ArrayList<>();
        if (owner != null) {
            parts.add("tasklet " + owner.number);
        }
        if (frameAt >= 0) {
            PythonFrame f = (PythonFrame) tasks.get(frameAt).subject();
            parts.add(f.code.code.qualname + "() line " + f.line());
            String place = place(f, tasks.subList(frameAt + 1, tasks.size()));
            if (!place.isEmpty()) {
                parts.add(place);
            }
        }
        return String.join(", ", parts);
    }

    /** The way to an object through the last global variable of a saved state; null when it is not in one. */
    private static String global(List<SaveTask> tasks) {
        for (int i = tasks.size() - 2; i >= 0; i--) {
            PyObject o = tasks.get(i).subject();
            if (o instanceof Tasklet || o instanceof PythonFrame) {
                return null;
            }
            if (o instanceof PyInstance v && isPart(v) && v.getField(PAIR) instanceof PyTuple pair) {
                String name = pair.get(isData(v) ? 2 : 0).toString();
                String label = isData(v) ? pair.get(0).toString() : "global '" + name + "'";
                String deeper = steps(tasks.subList(Math.min(i + 2, tasks.size()), tasks.size()));
                return label + (deeper.isEmpty() ? "" : " (" + name + deeper + ")");
            }
        }
        return null;
    }

    /** What of a frame the tasks inside of it write. */
    private static String place(PythonFrame f, List<SaveTask> inside) {
        if (inside.isEmpty() || !(inside.get(0).part() instanceof Integer part)) {
            return "";
        }
        if (part == HANDLED) {
            return "the exception being handled";
        }
        if (inside.size() < 2) {
            return "";
        }
        String name = null;
        if (part == LOCALS) {
            name = inside.get(1).part() instanceof PyStr s ? s.toString() : null;
        } else if (part == FrameReduction.REGISTERS && inside.get(1).part() instanceof Integer i) {
            name = variable(f.code.code, i - 1);
        }
        if (name == null) {
            return part == FrameReduction.REGISTERS ? "a value in use" : "";
        }
        String deeper = steps(inside.subList(2, inside.size()));
        return "local '" + name + "'" + (deeper.isEmpty() ? "" : " (" + name + deeper + ")");
    }

    /** The variable in a register, or null when that is a temporary. */
    private static String variable(CodeObject c, int register) {
        if (register < c.varNames.length) {
            return c.varNames[register];
        }
        int i = register - c.varNames.length;
        if (i < c.cellNames.length) {
            return c.cellNames[i];
        }
        i -= c.cellNames.length;
        return i < c.freeNames.length ? c.freeNames[i] : null;
    }

    /** The way through containers and attributes, as an expression: {@code .items[1]['k']}. */
    private static String steps(List<SaveTask> tasks) {
        StringBuilder b = new StringBuilder();
        PyObject instance = null;
        for (SaveTask t : tasks) {
            PyObject o = t.subject();
            if (o instanceof PyDict) {
                Object key = t.part();
                if (key instanceof PyStr s) {
                    b.append(instance != null ? "." + s : "['" + s + "']");
                } else if (key != null) {
                    b.append("[...]");
                }
                instance = null;
            } else if (t.part() instanceof Integer i && instance == null) {
                b.append('[').append(i).append(']');
            } else if (o instanceof PyInstance && !(o instanceof PyType)) {
                instance = o;
            }
        }
        return b.toString();
    }
}
