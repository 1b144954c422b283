package org.picklejar.pickle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Names;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBuiltinFunction;
import org.picklejar.core.PyException;
import org.picklejar.core.PyFunction;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyList;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Text;

/** Writes an object as a reference by module and name (CPython: save_global). */
final class GlobalTask extends SaveTask {
    private static final String LOCALS = "<locals>";

    private enum State {
        START,
        IMPORTED,
        FALLBACK
    }

    private final PyObject object;
    /** The name that {@code __reduce__} gave; null to ask the object. */
    private final PyObject givenName;
    /** Reduces the object by value when it cannot be found by name; null when there is no such way. */
    private final PyObject byValue;

    private State state = State.START;
    private String name;
    private String moduleName;

    GlobalTask(PyObject object, PyObject givenName, PyObject byValue) {
        this.object = object;
        this.givenName = givenName;
        this.byValue = byValue;
    }

    static GlobalTask restore(PyObject[] fields) {
        GlobalTask t = new GlobalTask(fields[0], fields[1], fields[2]);
        t.state = State.valueOf(fields[3].toString());
        t.name = fields[4] == null ? null : fields[4].toString();
        t.moduleName = fields[5] == null ? null : fields[5].toString();
        return t;
    }

    @Override
    TaskKind kind() {
        return TaskKind.GLOBAL;
    }

    @Override
    PyObject[] fields() {
        return new PyObject[] {
            object,
            givenName,
            byValue,
            PyStr.of(state.name()),
            name == null ? null : PyStr.of(name),
            moduleName == null ? null : PyStr.of(moduleName)
        };
    }

    @Override
    PyObject run(Execution x, DumpFrame d, PyObject value) {
        if (state == State.FALLBACK) {
            d.replace(ReduceTask.script(x, d, object, (PyTuple) value));
            return null;
        }
        try {
            if (state == State.START) {
                state = State.IMPORTED;
                name = nameOf(x);
                if (isLocal(name)) {
                    throw Errors.of(ExceptionTypes.ATTRIBUTE_ERROR, PyStr.of("Can't get local object '" + name + "'"));
                }
                moduleName = whichModule(x);
                if (x.machine.modules.get(moduleName) == null) {
                    PyObject r = x.call(
                            x.machine.builtins.get("__import__"),
                            PyStr.of(moduleName),
                            PySingleton.NONE,
                            PySingleton.NONE,
                            PyList.of(Names.NAME),
                            PyInt.ZERO);
                    if (r == Pending.PENDING) {
                        return r;
                    }
                }
            }
            write(x, d);
            return null;
        } catch (PyException e) {
            if (x.top != d) {
                throw e;
            }
            return failed(x, d, e);
        }
    }

    @Override
    PyObject failed(Execution x, DumpFrame d, PyException e) {
        boolean fromImport = name != null && moduleName != null && x.machine.modules.get(moduleName) == null;
        if (state == State.FALLBACK
                || !fromImport && !e.is(PickleErrors.PICKLING_ERROR) && !e.is(ExceptionTypes.ATTRIBUTE_ERROR)) {
            throw e;
        }
        if (byValue != null) {
            state = State.FALLBACK;
            PyObject r = x.call(byValue, object);
            return r == Pending.PENDING ? r : run(x, d, r);
        }
        if (d.pickler.structure != null && givenName != null && object instanceof PyInstance i) {
            // What says that it is found by a name and is not, as a NewType inside of a function, or will not be.
            PyTuple parts = StructuralReduction.take(x, i, d.copyreg);
            if (parts != null) {
                d.replace(ReduceTask.script(x, d, object, parts));
                return null;
            }
        }
        if (fromImport) {
            throw PickleErrors.pickling(
                    "%s",
                    "Can't pickle " + Text.reprNow(x, object) + ": import of module "
                            + Text.reprNow(x, PyStr.of(moduleName)) + " failed");
        }
        throw e;
    }

    private String nameOf(Execution x) {
        if (givenName != null) {
            return givenName.toString();
        } else if (object instanceof PyType t) {
            return t.qualname().toString();
        } else if (object instanceof PyFunction f && f.qualname != null) {
            return f.qualname.toString();
        }
        PyObject n = Attributes.getNow(x, object, Names.QUALNAME);
        if (n == null) {
            n = x.await(() -> Attributes.get(x, object, Names.NAME));
        }
        return n.toString();
    }

    static boolean isLocal(String dotted) {
        return dotted.contains(LOCALS) && Arrays.asList(dotted.split("\\.")).contains(LOCALS);
    }

    private String whichModule(Execution x) {
        PyObject m = object instanceof PyType t && t.isBuiltin()
                ? PyStr.of(t.module())
                : object instanceof PyFunction f ? f.module : Attributes.getNow(x, object, Names.MODULE);
        if (m instanceof PyStr s) {
            return s.toString();
        }
        for (PyObject key : x.machine.modules.keyArray()) {
            PyObject there = key instanceof PyStr s ? x.machine.modules.get(s) : null;
            if (there != null
                    && there != PySingleton.NONE
                    && !key.toString().equals("__main__")
                    && find(x, there, name) == object) {
                return key.toString();
            }
        }
        return "__main__";
    }

    /** Follows a dotted name; null when there is nothing. */
    static PyObject find(Execution x, PyObject root, String dotted) {
        if (dotted.indexOf('.') < 0 && root instanceof PyModule m) {
            PyObject there = m.namespace().get(dotted);
            if (there != null) {
                return there;
            }
        }
        PyObject o = root;
        for (String part : dotted.split("\\.")) {
            if (part.equals(LOCALS)) {
                return null;
            }
            PyObject parent = o;
            PyStr n = PyStr.of(part);
            PyObject next = parent instanceof PyModule m ? m.namespace().get(n) : null;
            o = next != null ? next : Attributes.getNow(x, parent, n);
            if (o == null) {
                return null;
            }
        }
        return o;
    }

    private void write(Execution x, DumpFrame d) {
        PyObject module = x.machine.modules.get(moduleName);
        if (module == null) {
            throw PickleErrors.pickling("import failed");
        }
        PyObject found = find(x, module, name);
        if (found == null) {
            throw PickleErrors.pickling(
                    "%s",
                    "Can't pickle " + Text.reprNow(x, object) + ": attribute lookup " + name + " on " + moduleName
                            + " failed");
        }
        if (found != object) {
            throw PickleErrors.pickling(
                    "%s",
                    "Can't pickle " + Text.reprNow(x, object) + ": it's not the same object as " + moduleName + "."
                            + name);
        }
        if (d.pickler.byValue.contains(moduleName)) {
            d.pickler.named.append(PyTuple.of(PyStr.of(moduleName), PyStr.of(name)));
            d.pickler.noted = true;
            throw PickleErrors.pickling(
                    "%s", "Can't pickle " + moduleName + "." + name + ": it is not there in another process");
        }
        writeFound(x, d);
    }

    private void writeFound(Execution x, DumpFrame d) {
        PyStr module = PyStr.of(moduleName);
        PyStr global = PyStr.of(name);
        if (d.out.protocol >= 2 && extension(x, d, module, global)) {
            d.pop();
            return;
        }
        ScriptTask.Memoize memoize = new ScriptTask.Memoize(object);
        if (d.out.protocol >= 4) {
            d.replace(new ScriptTask(
                    null,
                    d.name(module, object instanceof PyBuiltinFunction),
                    isBuiltinType() ? global : d.name(global, false),
                    PickleOp.STACK_GLOBAL,
                    memoize));
            return;
        }
        String[] parts = name.split("\\.");
        String[] names = {moduleName, parts[0]};
        if (d.out.protocol < 3 && d.pickler.fixImports) {
            OldNames.toPython2(x, names);
        }
        if (d.out.protocol < 3 && !(names[0] + names[1]).chars().allMatch(c -> c < 0x80)) {
            throw PickleErrors.pickling(
                    "can't pickle global identifier '%s.%s' using pickle protocol %d",
                    names[0], names[1], d.out.protocol);
        }
        // getattr(getattr(<global>, 'first'), 'second')
        List<Object> script = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            script.add(x.machine.builtins.get("getattr"));
            if (d.out.protocol < 2) {
                script.add(PickleOp.MARK);
            }
        }
        script.add(("c" + names[0] + "\n" + names[1] + "\n").getBytes(StandardCharsets.UTF_8));
        for (int i = 1; i < parts.length; i++) {
            script.add(PyStr.of(parts[i]));
            script.add(d.out.protocol < 2 ? PickleOp.TUPLE : PickleOp.TUPLE2);
            script.add(PickleOp.REDUCE);
        }
        script.add(memoize);
        d.replace(new ScriptTask(null, script.toArray()));
    }

    /** The name of such a type is a string of its own in CPython, also when its module has the same. */
    private boolean isBuiltinType() {
        return object instanceof PyType t && t.isBuiltin();
    }

    private boolean extension(Execution x, DumpFrame d, PyStr module, PyStr global) {
        PyObject code = d.copyreg.extensionRegistry.get(x, PyTuple.of(module, global));
        if (code == null) {
            return false;
        }
        long n = code instanceof PyInteger i && i.isLong() ? i.longValue() : -1;
        if (n <= 0 || n > 0x7fffffffL) {
            throw Errors.runtimeError(
                    "%s", "Can't pickle " + Text.reprNow(x, object) + ": extension code " + n + " is out of range");
        }
        if (n <= 0xff) {
            d.out.op(PickleOp.EXT1, n, 1);
        } else if (n <= 0xffff) {
            d.out.op(PickleOp.EXT2, n, 2);
        } else {
            d.out.op(PickleOp.EXT4, n, 4);
        }
        return true;
    }

    @Override
    PyObject subject() {
        return object;
    }
}
