package org.picklejar.pickle;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.picklejar.core.Names;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyList;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyType;
import org.picklejar.interp.PythonFrame;
import org.picklejar.tasklets.Tasklet;

/**
 * Finds the tasklets that can be reached from some objects: through containers, attributes, closures, frames, and channels on
 * which they wait. It goes by identity and runs no Python, so no program can disturb it. Modules, their namespaces and the
 * classes of modules are not entered: what they hold is not part of a state.
 */
public final class TaskletSearch {
    private static final PyStr MAIN = PyStr.of("__main__");

    private final boolean through;
    private final Set<PyObject> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<PyObject> todo = new ArrayDeque<>();
    private final SortedMap<Integer, Tasklet> found = new TreeMap<>();

    private TaskletSearch(boolean through) {
        this.through = through;
    }

    /**
     * @param through whether what a tasklet holds is searched, too
     * @return those that are alive, neither running nor main; by their numbers
     */
    public static PyList reachable(PyObject[] roots, boolean through) {
        TaskletSearch s = new TaskletSearch(through);
        for (PyObject o : roots) {
            s.add(o);
        }
        while (!s.todo.isEmpty()) {
            s.enter(s.todo.pop());
        }
        return PyList.of(s.found.values().toArray(PyObject[]::new));
    }

    /** Which of some objects lead to one of some tasklets, without running through other tasklets: a bool for each. */
    public static PyList leading(PyObject[] objects, PyObject[] tasklets) {
        Set<PyObject> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
        Collections.addAll(wanted, tasklets);
        PyList out = new PyList();
        TaskletSearch s = new TaskletSearch(false);
        for (PyObject o : objects) {
            boolean leads = s.leadsTo(wanted, o);
            if (leads) {
                // What was only seen on the way there may lead there again.
                s = new TaskletSearch(false);
            }
            out.append(PyBool.of(leads));
        }
        return out;
    }

    private boolean leadsTo(Set<PyObject> wanted, PyObject o) {
        add(o);
        while (!todo.isEmpty()) {
            enter(todo.pop());
            if (!found.isEmpty()) {
                if (!Collections.disjoint(found.values(), wanted)) {
                    return true;
                }
                found.clear();
            }
        }
        return false;
    }

    private void add(PyObject o) {
        if (!isSimple(o) && seen.add(o)) {
            todo.push(o);
        }
    }

    /** What is numerous and holds nothing. */
    private static boolean isSimple(PyObject o) {
        return o instanceof PyInteger || o instanceof PyStr || o instanceof PyFloat || o instanceof PyBytes;
    }

    private void enter(PyObject o) {
        if (o instanceof PyModule) {
            return;
        }
        if (o instanceof Tasklet t) {
            if (!t.isAlive() || t.isMain() || t.isCurrent()) {
                return;
            }
            found.put(t.number, t);
            if (!through) {
                return;
            }
        } else if (o instanceof PyType t) {
            if (isOfMain(t)) {
                for (PyObject value : t.namespace().valueArray()) {
                    add(value);
                }
            }
            return;
        } else if (o instanceof PythonFrame f && f.locals == f.globals) {
            // The namespace of a module that is being made is no variable of the tasklet.
            seen.add(f.globals);
        }
        o.traverse(this::add);
    }

    private static boolean isOfMain(PyType t) {
        PyDict namespace = t.namespace();
        return MAIN.equals(namespace.get(Names.MODULE));
    }
}
