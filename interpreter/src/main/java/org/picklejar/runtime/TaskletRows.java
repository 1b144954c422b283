package org.picklejar.runtime;

import java.util.IdentityHashMap;
import java.util.Map;
import org.picklejar.code.CodeObject;
import org.picklejar.code.LibraryFiles;
import org.picklejar.core.Execution;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.interp.CurrentFrame;
import org.picklejar.interp.FrameType;
import org.picklejar.interp.PythonFrame;
import org.picklejar.tasklets.Channel;
import org.picklejar.tasklets.Tasklet;

/** What the manifest of a state says of tasklets: a dict for each. It asks no code of the program. */
final class TaskletRows {
    private static final PyStr ID = PyStr.of("id");
    private static final PyStr NAME = PyStr.of("name");
    private static final PyStr CELL = PyStr.of("cell");
    private static final PyStr STATE = PyStr.of("state");
    private static final PyStr BLOCKED_ON = PyStr.of("blocked_on");
    private static final PyStr DEPTH = PyStr.of("depth");
    private static final PyStr FUNCTION = PyStr.of("function");
    private static final PyStr FILE = PyStr.of("file");
    private static final PyStr LINE = PyStr.of("line");
    private static final PyStr SENDING = PyStr.of("sending");
    private static final PyStr RECEIVING = PyStr.of("receiving");
    private static final PyStr SCHEDULED = PyStr.of("scheduled");
    private static final PyStr PAUSED = PyStr.of("paused");
    private static final PyStr A_CHANNEL = PyStr.of("a channel");
    private static final PyStr NOT_STARTED = PyStr.of("(not started)");

    /** Names of a function and its file. */
    private record Place(PyStr function, PyStr file) {
        Place(CodeObject c) {
            this(PyStr.of(c.qualname), PyStr.of(c.fileName));
        }
    }

    private final Execution x;
    /** Tasklets and channels to the variables that hold them. */
    private final Map<PyObject, PyStr> names = new IdentityHashMap<>();

    private final Map<CodeObject, Place> places = new IdentityHashMap<>();

    private TaskletRows(Execution x, PyDict variables) {
        this.x = x;
        for (PyObject key : variables.keyArray()) {
            PyObject o = key instanceof PyStr s && !s.toString().startsWith("_") ? variables.get(s) : null;
            if (o instanceof Tasklet || o instanceof Channel) {
                names.putIfAbsent(o, (PyStr) key);
            }
        }
    }

    /**
     * @param variables the global variables, which give them names
     * @return without the text of the line
     */
    static PyList of(Execution x, PyList tasklets, PyDict variables) {
        TaskletRows rows = new TaskletRows(x, variables);
        PyList out = new PyList();
        for (PyObject t : tasklets.toArray()) {
            out.append(rows.row((Tasklet) t));
        }
        return out;
    }

    private PyDict row(Tasklet t) {
        PyDict row = new PyDict();
        row.put(ID, PyInt.of(t.number));
        row.put(NAME, orNone(names.get(t)));
        String cell = Cells.of(x.machine).nameOf(t.origin);
        row.put(CELL, cell == null ? PySingleton.NONE : PyStr.of(cell));
        PyStr channel = t.isBlocked() ? names.getOrDefault(t.channel(), A_CHANNEL) : null;
        row.put(STATE, stateOf(t));
        row.put(BLOCKED_ON, orNone(channel));
        int depth = 0;
        boolean started = false;
        PythonFrame shown = null;
        for (PythonFrame f = CurrentFrame.from(t.frame(x)); f != null; f = FrameType.back(f)) {
            depth++;
            started |= f.pc > 0;
            if (shown == null || isOurs(shown) && !isOurs(f)) {
                shown = f;
            }
        }
        row.put(DEPTH, PyInt.of(depth));
        Place place = started ? places.computeIfAbsent(shown.code.code, Place::new) : null;
        row.put(FUNCTION, started ? place.function : NOT_STARTED);
        row.put(FILE, started ? place.file : PySingleton.NONE);
        row.put(LINE, started ? PyInt.of(shown.line()) : PySingleton.NONE);
        return row;
    }

    private static PyStr stateOf(Tasklet t) {
        if (t.isBlocked()) {
            return t.channel().isSending() ? SENDING : RECEIVING;
        }
        return t.isScheduled() ? SCHEDULED : PAUSED;
    }

    private static boolean isOurs(PythonFrame f) {
        return LibraryFiles.isOurs(f.code.code.fileName);
    }

    private static PyObject orNone(PyObject o) {
        return o == null ? PySingleton.NONE : o;
    }
}
