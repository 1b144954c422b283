package org.picklejar.pickle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.picklejar.core.Execution;
import org.picklejar.core.Names;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBuiltinFunction;
import org.picklejar.core.PyCell;
import org.picklejar.core.PyClassMethod;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyFunction;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyIterator;
import org.picklejar.core.PyList;
import org.picklejar.core.PyMethod;
import org.picklejar.core.PyMethodWrapper;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyProperty;
import org.picklejar.core.PySet;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStaticMethod;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.ReboundNames;
import org.picklejar.core.Shape;
import org.picklejar.interp.PyGenerator;
import org.picklejar.modules.functools.LruCache;
import org.picklejar.modules.functools.Partial;
import org.picklejar.tasklets.Tasklet;
import org.picklejar.types.MappingProxy;

/**
 * Where in imported modules there is what their functions share: variables of closures, what these hold (classes that were made inside of functions too),
 * dicts, lists and sets that are globals of a program's modules, and functions whose name a decorator has taken; reached from the globals of the modules
 * and the attributes of their classes. A state refers to those of the process in which it is read, so that what a function changes there is seen by the
 * others that share it.
 */
public final class ClosurePlaces {
    private static final String CLASS_CELL = "__class__";
    /** Stands in the names of classes that are made inside of functions. */
    private static final String LOCALS = "<locals>";

    /** What an abstract class keeps of the classes that were registered with it; {@code _picklejar_modules} takes these. */
    private static final String ABC_DATA = "_abc_impl";

    private static final PyStr DEFAULTS = PyStr.of("__defaults__");

    private static final PyStr KEYWORD_DEFAULTS = PyStr.of("__kwdefaults__");

    private static final PyStr CONTENTS = PyStr.of("cell_contents");

    /**
     * @param names   from the module's global on through classes
     * @param steps   from there on: names of attributes, and in a tuple of variables of closures, whose numbers change with the source
     * @param library whether the module is one of the library
     */
    private record Way(PyModule module, boolean library, List<PyObject> names, List<PyObject> steps) {
        Way under(PyStr name) {
            return new Way(module, library, extended(names, name), steps);
        }

        Way to(PyObject step) {
            return new Way(module, library, names, extended(steps, step));
        }
    }

    private record Visit(PyObject object, Way way) {}

    private final Execution x;
    private final PyObject held;
    private final PyObject fill;
    private final ReboundNames rebound;
    private final PyObject emptied;
    /** The namespaces of the modules. */
    private final Set<PyDict> namespaces = identitySet();

    private final Set<PyObject> seen = identitySet();
    private final Deque<Visit> todo = new ArrayDeque<>();
    private final Map<PyObject, PyTuple> found = new IdentityHashMap<>();
    /** What was found, in order: the same program gives the same state. */
    private final List<PyObject> order = new ArrayList<>();

    private ClosurePlaces(Execution x, PyObject held, PyObject emptied, PyObject fill) {
        this.x = x;
        this.rebound = ReboundNames.of(x.machine);
        this.held = held;
        this.emptied = emptied;
        this.fill = fill;
    }

    /**
     * @param modules pairs of an imported module and whether it is one of the library
     * @param held    the function of (module, names, steps) that finds what is there
     * @param emptied the function of (module, names, steps, class) that finds what is there and takes its content away
     * @param fill    the function of (object, content) that gives content to what was found
     * @return pairs of an object and its reduce value
     */
    public static PyList of(Execution x, PyObject[] modules, PyObject held, PyObject emptied, PyObject fill) {
        ClosurePlaces p = new ClosurePlaces(x, held, emptied, fill);
        for (PyObject pair : modules) {
            p.namespaces.add(((PyModule) ((PyTuple) pair).get(0)).namespace());
        }
        // What a module defines is looked for there first, then where it was imported.
        for (boolean own : new boolean[] {true, false}) {
            for (PyObject pair : modules) {
                PyModule module = (PyModule) ((PyTuple) pair).get(0);
                boolean library = ((PyTuple) pair).get(1) == PyBool.TRUE;
                p.enter(module.namespace(), new Way(module, library, List.of(), List.of()), own);
                p.walk();
            }
        }
        return PyList.of(
                p.order.stream().map(o -> PyTuple.of(o, p.found.get(o))).toArray(PyObject[]::new));
    }

    /** Enters what a module, or a class of it, has. */
    private void enter(PyDict namespace, Way way, boolean own) {
        PyObject home = way.module.namespace().get(Names.NAME);
        Set<String> changing = rebound.in(namespace);
        PyObject[] keys = namespace.keyArray();
        PyObject[] values = namespace.valueArray();
        for (int i = 0; i < keys.length; i++) {
            PyObject v = values[i];
            if (!(keys[i] instanceof PyStr name)
                    || changing.contains(name.toString())
                    || name.toString().equals(ABC_DATA)) {
                continue;
            }
            if (v instanceof PyType c) {
                if (own && !c.isBuiltin() && home.equals(c.namespace().get(Names.MODULE))) {
                    Way there = way.under(name);
                    boolean isFound = !way.library && isLocal(c) && !found.containsKey(c);
                    if (isFound) {
                        add(c, there, false);
                    }
                    if (isFound || isNamed(home, c.qualname(), there)) {
                        enter(c.namespace(), there, true);
                    }
                }
                continue;
            }
            // The library's own are known by their places without content.
            boolean isData = !way.library && !isReserved(name.toString()) && !found.containsKey(v);
            if (isFilled(v)) {
                if (isData) {
                    add(v, way.under(name), true);
                }
                continue;
            } else if (isData && isObject(v)) {
                addObject(v, way.under(name));
            }
            if (isWalked(v) && (!own || !way.names.isEmpty() || home.equals(moduleOf(v))) && !seen.contains(v)) {
                todo.add(new Visit(v, way.under(name)));
            }
        }
    }

    /** Whether a name is one that Python itself gives a meaning to. */
    private static boolean isReserved(String name) {
        return name.startsWith("__") && name.endsWith("__");
    }

    private void walk() {
        while (!todo.isEmpty()) {
            Visit visit = todo.remove();
            PyObject o = visit.object;
            if (!seen.add(o)) {
                continue;
            }
            if (o instanceof PyFunction f) {
                if (namespaces.contains(f.globals)) {
                    function(f, visit.way);
                }
            } else {
                boolean isCache = !visit.way.library && o instanceof LruCache;
                if (isCache || !visit.way.steps.isEmpty() && isDecorator(o)) {
                    add(o, visit.way, isCache);
                }
                parts((PyInstance) o, visit.way);
            }
        }
    }

    private void function(PyFunction f, Way way) {
        if (!way.steps.isEmpty() || !isNamed(f.module, f.qualname, way)) {
            add(f, way, false);
        }
        Set<String> assigned = f.closure.length == 0 ? Set.of() : f.code.code.assignedFreeNames();
        for (int i = 0; i < f.closure.length; i++) {
            String name = f.code.code.freeNames[i];
            if (!name.equals(CLASS_CELL)) {
                cell(f.closure[i], way.to(PyTuple.of(PyStr.of(name))), assigned.contains(name));
            }
        }
        if (!way.library) {
            Set<String> changed = rebound.in(f);
            for (int i = 0;
                    f.defaults != null && !changed.contains(DEFAULTS.toString()) && i < f.defaults.size();
                    i++) {
                PyObject value = f.defaults.get(i);
                Way there = way.to(DEFAULTS).to(PyInt.of(i));
                content(value, there);
                if (!found.containsKey(value) && !isFilled(value) && isObject(value)) {
                    addObject(value, there);
                }
            }
            if (f.kwDefaults != null && !changed.contains(KEYWORD_DEFAULTS.toString())) {
                content(f.kwDefaults, way.to(KEYWORD_DEFAULTS));
            }
        }
        parts(f, way);
    }

    /** @param assigned whether the function assigns the variable, so that it has another value in a fresh process */
    private void cell(PyCell c, Way way, boolean assigned) {
        PyObject value = c.value;
        boolean goesAlong = assigned || value != null && (isFilled(value) || !way.library && isByValue(value));
        boolean first = seen.add(c);
        if (first || assigned) {
            add(c, way, goesAlong);
        }
        if (first && !assigned && value != null) {
            content(value, way.to(CONTENTS));
        }
    }

    /** What a variable or an attribute of a function holds. */
    private void content(PyObject o, Way way) {
        if (isWalked(o)) {
            todo.add(new Visit(o, way));
        }
        if (found.containsKey(o) || o instanceof PyDict d && Modules.ownerOf(x, d) != null) {
            return;
        }
        if (isFilled(o)) {
            add(o, way, true);
        } else if (o instanceof PyType c) {
            if (isLocal(c)
                    && way.module
                            .namespace()
                            .get(Names.NAME)
                            .equals(c.namespace().get(Names.MODULE))) {
                add(c, way, false);
            }
        } else if (way.library
                && isByValue(o)
                && !(o instanceof PyBaseException)
                && !o.type().module().equals("_thread")) {
            add(o, way, false);
        }
    }

    /** Whether a class was made inside of a function. */
    private static boolean isLocal(PyType c) {
        return c.qualname().toString().contains(LOCALS);
    }

    /** Whether an object goes by its place and gets its content there. */
    private static boolean isFilled(PyObject o) {
        return o instanceof PyDict d && d.isExact() || o instanceof PyList l && l.isExact() || o.type() == PySet.TYPE;
    }

    /** The reduce value of an object at its place, with its content if that goes along: it is asked for only when it is written. */
    static PyTuple withContent(PyTuple place, PyObject o) {
        return place.size() > 2 && place.get(2) == PySingleton.ELLIPSIS
                ? PyTuple.of(place.get(0), place.get(1), contentOf(o), PySingleton.NONE, PySingleton.NONE, place.get(5))
                : place;
    }

    /** What a cell holds, the items of a list or set, the entries of a dict, the counters and entries of a cache. */
    private static PyTuple contentOf(PyObject o) {
        if (o instanceof PyCell c) {
            return c.value == null ? PyTuple.EMPTY : PyTuple.of(c.value);
        }
        if (o instanceof LruCache c) {
            PyTuple parts = c.parts();
            return PyTuple.of(Arrays.copyOfRange(parts.items, parts.size() - 3, parts.size()));
        }
        if (o instanceof PyDict d) {
            PyObject[] keys = d.keyArray();
            PyObject[] values = d.valueArray();
            PyObject[] items = new PyObject[keys.length];
            Arrays.setAll(items, i -> PyTuple.of(keys[i], values[i]));
            return PyTuple.of(items);
        }
        return PyTuple.of(o instanceof PyList l ? l.toArray() : ((PySet) o).toArray());
    }

    /** The attributes of a function or decorator, and what a decorator decorates. */
    private void parts(PyInstance o, Way way) {
        boolean isFunction = o instanceof PyFunction;
        if (!way.library && (isFunction || isDecorator(o)) && (o.hasOwnDict() || o.shape.size > 0)) {
            content(o.dict(), way.to(Names.DICT));
        }
        if (o instanceof PyProperty p) {
            part(p.getter, way, "fget");
            part(p.setter, way, "fset");
            part(p.deleter, way, "fdel");
        } else if (o instanceof PyStaticMethod s) {
            part(s.function(), way, "__func__");
        } else if (o instanceof PyClassMethod c) {
            part(c.function(), way, "__func__");
        } else if (o instanceof Partial p) {
            part(p.function(), way, "func");
        }
        if (o.hasOwnDict() || o.shape.size > 0) {
            PyDict attributes = o.dictCopy();
            PyObject[] keys = attributes.keyArray();
            PyObject[] values = attributes.valueArray();
            for (int i = 0; i < keys.length; i++) {
                if (isFunction) {
                    content(values[i], way.to(keys[i]));
                } else if (isWalked(values[i])) {
                    todo.add(new Visit(values[i], way.to(keys[i])));
                }
            }
            for (PyStr key : o.shape.keys()) {
                String slot = Shape.slotName(key);
                PyObject v = slot == null ? null : o.getSlot(key);
                part(v, way, slot);
            }
        }
    }

    private void part(PyObject o, Way way, String name) {
        if (o != null && isWalked(o)) {
            todo.add(new Visit(o, way.to(PyStr.of(name))));
        }
    }

    /** An object whose state goes into that of the new process; the second ellipsis tells it from the others. */
    private void addObject(PyObject o, Way way) {
        PyTuple args = PyTuple.of(way.module, PyTuple.of(way.names), PyTuple.of(way.steps), o.type());
        found.put(o, PyTuple.of(emptied, args, PySingleton.ELLIPSIS, PySingleton.ELLIPSIS));
        order.add(o);
    }

    /** Whether a place is that of an object that is made of what its own reduce value says. */
    static boolean isOfObject(PyTuple place) {
        return place.size() == 4 && place.get(3) == PySingleton.ELLIPSIS;
    }

    /** @param goesAlong whether the content does, for which an ellipsis stands until {@link #withContent} */
    private void add(PyObject o, Way way, boolean goesAlong) {
        PyTuple args = PyTuple.of(way.module, PyTuple.of(way.names), PyTuple.of(way.steps));
        PyObject none = PySingleton.NONE;
        PyTuple value =
                goesAlong ? PyTuple.of(held, args, PySingleton.ELLIPSIS, none, none, fill) : PyTuple.of(held, args);
        if (found.put(o, value) == null) {
            order.add(o);
        }
    }

    /** Whether something may hold functions: a function, or what decorators make. */
    private static boolean isWalked(PyObject o) {
        return o instanceof PyFunction
                || isDecorator(o)
                || o instanceof PyInstance
                        && !o.type().isBuiltin()
                        && !(o instanceof PyType || o instanceof PyBaseException || o instanceof PyModule);
    }

    private static boolean isDecorator(PyObject o) {
        return o instanceof PyProperty
                || o instanceof PyStaticMethod
                || o instanceof PyClassMethod
                || o instanceof Partial
                || o instanceof LruCache;
    }

    /** Whether a state takes an object of a program's module by what it consists of, and so can be told apart from another one. */
    private static boolean isByValue(PyObject o) {
        Deque<PyObject> todo = new ArrayDeque<>(List.of(o));
        while (!todo.isEmpty()) {
            PyObject v = todo.remove();
            PyObject[] inside =
                    v instanceof PyTuple t ? t.items : v.type() == PySet.FROZEN_TYPE ? ((PySet) v).toArray() : null;
            if (v instanceof PyMethod m) {
                todo.add(m.self);
            } else if (v instanceof PyBuiltinFunction f && f.self != null) {
                todo.add(f.self);
            } else if (v instanceof PyMethodWrapper w) {
                todo.add(w.self);
            } else if (inside != null) {
                for (PyObject item : inside) {
                    if (isFilled(item) || item instanceof PyFunction f && f.closure.length > 0) {
                        return true;
                    }
                    todo.add(item);
                }
            } else if (v instanceof PyIterator
                    || v instanceof PyGenerator
                    || v instanceof MappingProxy
                    || v instanceof PyInstance
                            && !(v instanceof PyFunction
                                    || v instanceof PyType
                                    || v instanceof PyModule
                                    || isDecorator(v)
                                    || isFilled(v))) {
                return true;
            }
        }
        return false;
    }

    /** Whether an object of a program's module may be given a state: an instance, a deque, a channel; no iterator, function or class. */
    private static boolean isObject(PyObject o) {
        return o instanceof PyInstance
                && !(o instanceof PyFunction
                        || o instanceof PyType
                        || o instanceof PyModule
                        || o instanceof PyBaseException
                        || o instanceof Tasklet
                        || isDecorator(o));
    }

    private static boolean isNamed(PyObject module, PyObject qualname, Way way) {
        if (!way.module.namespace().get(Names.NAME).equals(module)) {
            return false;
        }
        String name = way.names.get(0).toString();
        for (PyObject inner : way.names.subList(1, way.names.size())) {
            name += "." + inner;
        }
        return qualname.toString().equals(name);
    }

    /** The module that a function or decorator says it is of. */
    private static PyObject moduleOf(PyObject o) {
        if (o instanceof PyFunction f) {
            return f.module;
        }
        PyObject own = ((PyInstance) o).getField(Names.MODULE);
        return own != null ? own : PySingleton.NONE;
    }

    private static List<PyObject> extended(List<PyObject> list, PyObject last) {
        List<PyObject> out = new ArrayList<>(list);
        out.add(last);
        return out;
    }

    private static <T> Set<T> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }
}
