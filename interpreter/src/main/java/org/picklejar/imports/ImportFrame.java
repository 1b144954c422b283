package org.picklejar.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Names;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Iteration;
import org.picklejar.ops.Values;

/** {@code __import__}: loads what is missing, outermost package first, then the names of a from-import that are submodules. */
public final class ImportFrame extends NativeFrame {
    private enum State {
        LOAD,
        LOADING
    }

    /** What CPython has always imported before a program can ask for these, which need each other. */
    private static final Map<String, String> IMPORTED_BEFORE = Map.of("genericpath", "os", "posixpath", "os");

    private static final PyStr INITIALIZING = PyStr.of("_initializing");

    private State state = State.LOAD;
    /** Absolute names to load in turn. */
    private final List<String> pending = new ArrayList<>();

    private int next;
    private String name;
    private PyObject fromList;
    private boolean fromDone;
    /** What is returned without a from-list: the first part of the name as written. */
    private String shown;

    /** Whether code of ours imports it. */
    private boolean forUs;

    /** For unpickling. */
    public ImportFrame() {}

    ImportFrame(String name, PyObject fromList, String shown, boolean forUs) {
        this.forUs = forUs;
        this.name = name;
        this.fromList = fromList;
        this.shown = shown;
        addParts(name);
    }

    /** The name of the module whose code runs now; null while none does. */
    public String running() {
        return state == State.LOADING ? pending.get(next) : null;
    }

    /** The frame of an {@code __import__(name, globals, locals, fromlist, level)} call. */
    public static NativeFrame of(Execution x, PyObject[] a) {
        String given = Values.str(a[0], "__import__() argument 1").toString();
        int level = Values.toInt(x, a[4]);
        if (level < 0) {
            throw Errors.valueError("level must be >= 0");
        }
        String absolute = level == 0 ? given : resolve(x, given, a[1], level);
        if (absolute.isEmpty()) {
            throw Errors.valueError("Empty module name");
        }
        String first = given.isEmpty()
                ? absolute
                : absolute.substring(
                        0,
                        absolute.length()
                                - (given.length() - (given.indexOf('.') < 0 ? given.length() : given.indexOf('.'))));
        return new ImportFrame(absolute, a[3], first, isOurs(a[1]));
    }

    /** Whether globals are those of our own Python: what it imports is the library's, whatever lies beside the program. */
    private static boolean isOurs(PyObject globals) {
        PyObject name = globals instanceof PyDict g ? g.get(Names.NAME) : null;
        return name instanceof PyStr s
                && (s.toString().startsWith("_picklejar_") || s.toString().startsWith("picklejar_kernel"));
    }

    private static String resolve(Execution x, String name, PyObject globals, int level) {
        if (!(globals instanceof PyDict g)) {
            throw Errors.of(ExceptionTypes.KEY_ERROR, PyStr.of("'__name__' not in globals"));
        }
        PyObject pkg = g.get(Names.PACKAGE);
        PyObject spec = g.get(Names.SPEC);
        if (!(pkg instanceof PyStr)) {
            PyObject parent =
                    spec == null || spec == PySingleton.NONE ? null : Attributes.getNow(x, spec, PyStr.of("parent"));
            if (parent instanceof PyStr) {
                pkg = parent;
            } else {
                PyObject n = g.get(Names.NAME);
                if (!(n instanceof PyStr s)) {
                    throw Errors.of(ExceptionTypes.KEY_ERROR, PyStr.of("'__name__' not in globals"));
                }
                String text = s.toString();
                pkg = g.get(Names.PATH) != null
                        ? s
                        : PyStr.of(text.contains(".") ? text.substring(0, text.lastIndexOf('.')) : "");
            }
        }
        String base = pkg.toString();
        if (base.isEmpty()) {
            throw Errors.of(ExceptionTypes.IMPORT_ERROR, "attempted relative import with no known parent package");
        }
        for (int i = 1; i < level; i++) {
            int dot = base.lastIndexOf('.');
            if (dot < 0) {
                throw Errors.of(ExceptionTypes.IMPORT_ERROR, "attempted relative import beyond top-level package");
            }
            base = base.substring(0, dot);
        }
        return name.isEmpty() ? base : base + "." + name;
    }

    private void addParts(String dotted) {
        if (IMPORTED_BEFORE.containsKey(dotted)) {
            pending.add(IMPORTED_BEFORE.get(dotted));
        }
        for (int i = dotted.indexOf('.'); i >= 0; i = dotted.indexOf('.', i + 1)) {
            pending.add(dotted.substring(0, i));
        }
        pending.add(dotted);
    }

    @Override
    public PyObject step(Execution x, PyObject value) {
        if (state == State.LOADING) {
            loaded(x, pending.get(next++));
            state = State.LOAD;
        }
        for (; ; ) {
            while (next < pending.size()) {
                String n = pending.get(next);
                PyObject there = x.machine.modules.get(n);
                if (there == null) {
                    state = State.LOADING;
                    PyObject r = Loader.load(x, n, forUs);
                    if (r == Pending.PENDING) {
                        return r;
                    }
                    loaded(x, n);
                    state = State.LOAD;
                } else if (there == PySingleton.NONE) {
                    throw notFound("import of " + n + " halted; None in sys.modules", n);
                }
                next++;
            }
            if (!addFromList(x)) {
                break;
            }
        }
        boolean hasFrom = fromList != PySingleton.NONE && !isEmpty(fromList);
        PyObject m = x.machine.modules.get(hasFrom ? name : shown);
        if (m == null) {
            throw Errors.of(ExceptionTypes.KEY_ERROR, PyStr.of(name));
        }
        return m;
    }

    private static boolean isEmpty(PyObject names) {
        PyObject[] items = Iteration.itemsOrNull(names);
        return items != null && items.length == 0;
    }

    /** Queues the submodules that a from-list names.
     * @return whether there are any */
    private boolean addFromList(Execution x) {
        if (fromDone || fromList == PySingleton.NONE || isEmpty(fromList)) {
            return false;
        }
        fromDone = true;
        PyObject m = x.machine.modules.get(name);
        if (!(m instanceof PyModule) || Attributes.getNow(x, m, Names.PATH) == null) {
            return false;
        }
        boolean any = false;
        for (PyObject item : Iteration.itemsNow(x, fromList)) {
            String n = Values.str(item, "Item in ``from list''").toString();
            if (n.equals("*")) {
                PyObject all = Attributes.getNow(x, m, Names.ALL);
                if (all != null) {
                    for (PyObject o : Iteration.itemsNow(x, all)) {
                        any |= queue(x, m, o.toString());
                    }
                }
            } else {
                any |= queue(x, m, n);
            }
        }
        return any;
    }

    private boolean queue(Execution x, PyObject module, String attribute) {
        if (Attributes.getNow(x, module, PyStr.of(attribute)) != null) {
            return false;
        }
        String full = name + "." + attribute;
        if (x.machine.modules.get(full) != null || !Loader.exists(x, full)) {
            return false;
        }
        pending.add(full);
        return true;
    }

    /** The module's code has run. */
    private static void loaded(Execution x, String n) {
        PyObject m = x.machine.modules.get(n);
        if (m instanceof PyModule p && p.namespace().get(Names.SPEC) instanceof PyInstance spec) {
            spec.setField(INITIALIZING, PyBool.FALSE);
            if (BuiltinModules.NAMES.contains(n)) {
                BuiltinModules.loaded(p);
            }
        }
        int dot = n.lastIndexOf('.');
        if (dot > 0 && m != null && x.machine.modules.get(n.substring(0, dot)) instanceof PyModule parent) {
            parent.namespace().put(n.substring(dot + 1), m);
        }
    }

    @Override
    public PyObject raise(Execution x, PyException e) {
        if (state == State.LOADING) {
            x.machine.modules.remove(PyStr.of(pending.get(next)));
        }
        throw e;
    }

    static PyException notFound(String message, String n) {
        PyException e = Errors.of(ExceptionTypes.MODULE_NOT_FOUND_ERROR, PyStr.of(message));
        e.value.setMember("msg", PyStr.of(message));
        e.value.setMember("name", PyStr.of(n));
        return e;
    }

    @Override
    public PyObject[] save() {
        return new PyObject[] {
            PyStr.of(state.name()),
            PyTuple.ofStrings(pending),
            PyInt.of(next),
            PyStr.of(name),
            fromList,
            PyBool.of(fromDone),
            PyStr.of(shown),
            PyBool.of(forUs)
        };
    }

    @Override
    public void restore(PyObject[] s) {
        state = State.valueOf(s[0].toString());
        for (PyObject o : ((PyTuple) s[1]).items) {
            pending.add(o.toString());
        }
        next = (int) ((PyInt) s[2]).value;
        name = s[3].toString();
        fromList = s[4];
        fromDone = s[5] == PyBool.TRUE;
        shown = s[6].toString();
        forUs = s[7] == PyBool.TRUE;
    }
}
