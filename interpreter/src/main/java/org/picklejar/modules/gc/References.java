package org.picklejar.modules.gc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.PyFunction;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyType;
import org.picklejar.interp.CurrentFrame;
import org.picklejar.interp.PyGenerator;
import org.picklejar.interp.PythonFrame;
import org.picklejar.tasklets.Scheduler;

/** What objects refer to, and what a program can reach. Java has no list of all objects: what nobody can reach any more is not seen. */
final class References {
    /** After so many objects an interrupt is looked for. */
    private static final int STRETCH = 1 << 16;

    private References() {}

    /** What an object refers to as programs see it: of frames their variables, not what they were just computing. */
    private static void visitSeen(PyObject o, Consumer<PyObject> visitor) {
        if (o instanceof PythonFrame f && f.registers != null) {
            int variables = f.code.code.firstFree() + f.code.code.freeNames.length;
            for (int i = 0; i < variables; i++) {
                if (f.registers[i] != null) {
                    visitor.accept(f.registers[i]);
                }
            }
        } else if (o instanceof PyGenerator g && g.frame != null) {
            // As in CPython, what its frame holds belongs to the generator.
            visitSeen(g.frame, visitor);
        } else {
            visit(o, visitor);
        }
    }

    /** Gives each object that one refers to; the same may come twice. */
    private static void visit(PyObject o, Consumer<PyObject> visitor) {
        Consumer<PyObject> found = r -> {
            if (r != null) {
                visitor.accept(r);
            }
        };
        o.traverse(found);
        if (!o.type().isBuiltin()) {
            visitor.accept(o.type());
        }
        if (o instanceof PyFunction f) {
            for (PyObject r :
                    new PyObject[] {f.code, f.globals, f.builtins, f.name, f.qualname, f.doc, f.module, f.typeParams}) {
                found.accept(r);
            }
        } else if (o instanceof PyType t) {
            found.accept(t.namespace());
            for (PyType base : t.mro()) {
                found.accept(base);
            }
        } else if (o instanceof PythonFrame f) {
            for (PyObject r : new PyObject[] {f.code, f.globals, f.builtins}) {
                found.accept(r);
            }
        }
    }

    /** Whether programs see an object: they do not see the frames of builtins, nor those for which nobody has asked. */
    private static boolean isVisible(PyObject o) {
        return !(o instanceof NativeFrame) && !(o instanceof PythonFrame f && !f.exposed);
    }

    /** @return what some objects refer to directly, each object's in turn */
    static PyList referents(PyObject[] objects) {
        PyList out = new PyList();
        for (PyObject o : objects) {
            visitSeen(o, r -> {
                if (isVisible(r)) {
                    out.append(r);
                }
            });
        }
        return out;
    }

    /** All containers that can be reached: from the modules, and from what the threads and their tasklets run. */
    static List<PyObject> containers(Execution x) {
        CurrentFrame.needAllVariables(x);
        List<PyObject> out = new ArrayList<>();
        Set<PyObject> suspended = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<PyObject> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<PyObject> todo = new ArrayDeque<>();
        Consumer<PyObject> add = o -> {
            if (o.isContainer() && seen.add(o)) {
                todo.push(o);
            }
        };
        add.accept(x.machine.modules);
        add.accept(x.machine.builtins);
        add.accept(x.machine.sys);
        for (Execution e : x.machine.executions()) {
            for (Frame f = e.top; f != null; f = f.back) {
                add.accept(f);
                suspended.add(f);
            }
            Scheduler.of(e).tasklets().forEach(add);
        }
        for (int n = 1; !todo.isEmpty(); n++) {
            PyObject o = todo.pop();
            if (isVisible(o)) {
                out.add(o);
            }
            if (o instanceof PyGenerator g && g.frame != null) {
                suspended.add(g.frame);
            }
            visit(o, add);
            if (n % STRETCH == 0) {
                x.machine.safePoint.checkInterrupt(x);
            }
        }
        // Frames that will go on hold nothing by themselves (CPython: those that do not own their variables).
        out.removeIf(suspended::contains);
        return out;
    }

    /** Those of all containers that refer directly to one of some objects. */
    static PyList referrers(Execution x, PyObject[] objects) {
        Set<PyObject> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
        Collections.addAll(wanted, objects);
        PyList out = new PyList();
        for (PyObject o : containers(x)) {
            boolean[] refers = new boolean[1];
            visitSeen(o, r -> refers[0] |= wanted.contains(r));
            if (refers[0]) {
                out.append(o);
            }
        }
        return out;
    }
}
