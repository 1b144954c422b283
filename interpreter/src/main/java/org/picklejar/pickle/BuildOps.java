package org.picklejar.pickle;

import java.util.Arrays;
import java.util.Locale;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySet;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Values;

/** Executes the opcodes that name globals and that make and fill objects. */
final class BuildOps {
    private static final PyStr GET_INIT_ARGS = PyStr.of("__getinitargs__");

    private BuildOps() {}

    /** @return null to go on, PENDING after one call into Python */
    static PyObject execute(Execution x, LoadFrame f, int op) {
        PickleInput in = f.in;
        switch (op) {
            case PickleOp.GLOBAL -> {
                String module = InputLines.name(in.line());
                return global(x, f, LoadStep.Simple.PUSH, module, InputLines.name(in.line()));
            }
            case PickleOp.STACK_GLOBAL -> {
                PyObject name = f.pop();
                PyObject module = f.pop();
                if (!(name instanceof PyStr) || !(module instanceof PyStr)) {
                    throw PickleErrors.unpickling("STACK_GLOBAL requires str");
                }
                return global(x, f, LoadStep.Simple.PUSH, module.toString(), name.toString());
            }
            case PickleOp.EXT1 -> {
                return extension(x, f, in.u1());
            }
            case PickleOp.EXT2 -> {
                return extension(x, f, in.u2());
            }
            case PickleOp.EXT4 -> {
                return extension(x, f, in.i4());
            }
            case PickleOp.PERSID -> {
                return persistent(x, f, InputLines.persistentId(in.line()));
            }
            case PickleOp.BINPERSID -> {
                return persistent(x, f, f.pop());
            }
            case PickleOp.INST -> {
                f.requireMark();
                String module = InputLines.oldName(in.line());
                String name = InputLines.oldName(in.line());
                return global(x, f, LoadStep.Simple.INSTANTIATE, module, name);
            }
            case PickleOp.OBJ -> {
                PyObject[] all = f.popMark();
                if (all.length == 0) {
                    throw PickleErrors.unpickling("unpickling stack underflow");
                }
                return instantiate(x, f, all[0], Arrays.copyOfRange(all, 1, all.length));
            }
            case PickleOp.NEWOBJ -> {
                PyObject args = f.pop();
                PyType cls = LoadOps.classArgument(f.pop(), "NEWOBJ");
                if (f.u.structure != null && args instanceof PyTuple t) {
                    f.push(StructuralLoading.make(x, cls, t));
                    return null;
                }
                return make(x, f, cls, args, null, "NEWOBJ");
            }
            case PickleOp.NEWOBJ_EX -> {
                PyObject keywords = f.pop();
                PyObject args = f.pop();
                PyType cls = LoadOps.classArgument(f.pop(), "NEWOBJ_EX");
                checkArguments(args, "NEWOBJ_EX");
                if (!(keywords instanceof PyDict d)) {
                    throw PickleErrors.unpickling(
                            "NEWOBJ_EX kwargs argument must be a dict, not %s",
                            keywords.type().name());
                }
                return make(x, f, cls, args, d, "NEWOBJ_EX");
            }
            case PickleOp.REDUCE -> {
                PyObject args = f.pop();
                PyObject callable = f.pop();
                if (!(Values.payload(args) instanceof PyTuple t)) {
                    throw Errors.typeError("argument list must be a tuple");
                }
                if (f.u.structure != null && !f.u.structure.isDone() && StructuralLoading.runsProgram(callable, t)) {
                    return f.u.structure.settle(x, f, false, (y, g, v) -> reduce(y, g, callable, t));
                }
                return reduce(x, f, callable, t);
            }
            case PickleOp.BUILD -> {
                PyObject state = f.pop();
                return new BuildState(f.top(), state).start(x, f);
            }
            case PickleOp.APPEND -> {
                PyObject item = f.pop();
                return append(x, f, f.top(), new PyObject[] {item});
            }
            case PickleOp.APPENDS -> {
                PyObject[] items = f.popMark();
                return append(x, f, f.top(), items);
            }
            case PickleOp.SETITEM -> {
                PyObject value = f.pop();
                PyObject key = f.pop();
                return setItems(x, f, f.top(), new PyObject[] {key, value});
            }
            case PickleOp.SETITEMS -> {
                PyObject[] items = f.popMark();
                PyObject target = f.top();
                if (items.length % 2 != 0) {
                    throw PickleErrors.unpickling("odd number of items for SETITEMS");
                }
                return setItems(x, f, target, items);
            }
            case PickleOp.ADDITEMS -> {
                PyObject[] items = f.popMark();
                return addItems(x, f, f.top(), items);
            }
            default -> throw invalidKey(op);
        }
    }

    private static PyObject reduce(Execution x, LoadFrame f, PyObject callable, PyTuple args) {
        return f.call(
                x,
                LoadStep.Simple.PUSH,
                () -> StructuralLoading.call(
                        x,
                        f.u.structure != null && StructuralLoading.isBuiltin(callable),
                        () -> x.call(callable, args.items.clone(), null)));
    }

    private static PyException invalidKey(int op) {
        String shown = op >= 0x20 && op < 0x7f && op != '\'' && op != '\\'
                ? String.valueOf((char) op)
                : String.format(Locale.ROOT, "\\x%02x", op);
        return PickleErrors.unpickling("%s", "invalid load key, '" + shown + "'.");
    }

    // ---- globals

    private static PyObject global(Execution x, LoadFrame f, LoadStep then, String module, String name) {
        return f.call(
                x,
                then,
                () -> f.findClass == null
                        ? FindGlobal.find(x, f.u, f.protocol, module, name)
                        : x.call(f.findClass, PyStr.of(module), PyStr.of(name)));
    }

    private static PyObject extension(Execution x, LoadFrame f, int code) {
        if (code <= 0) {
            throw PickleErrors.unpickling("EXT specifies code <= 0");
        }
        CopyReg registry = CopyReg.of(x);
        PyInt key = PyInt.of(code);
        PyObject known = registry.extensionCache.get(x, key);
        if (known != null) {
            f.push(known);
            return null;
        }
        PyObject pair = registry.invertedRegistry.get(x, key);
        if (pair == null) {
            throw Errors.valueError("unregistered extension code %d", code);
        }
        if (!(pair instanceof PyTuple t)
                || t.size() != 2
                || !(t.get(0) instanceof PyStr)
                || !(t.get(1) instanceof PyStr)) {
            throw Errors.valueError("_inverted_registry[%d] isn't a 2-tuple of strings", code);
        }
        return global(
                x,
                f,
                new LoadStep.Extension(code),
                t.get(0).toString(),
                t.get(1).toString());
    }

    private static PyException noPersistentLoad() {
        return PickleErrors.unpickling(
                "A load persistent id instruction was encountered, but no persistent_load function was specified.");
    }

    private static PyObject persistent(Execution x, LoadFrame f, PyObject id) {
        if (f.persistentLoad == null) {
            throw noPersistentLoad();
        }
        return f.call(x, LoadStep.Simple.PUSH, () -> x.call(f.persistentLoad, id));
    }

    // ---- making objects

    static PyObject instantiate(Execution x, LoadFrame f, PyObject cls, PyObject[] args) {
        if (args.length == 0 && cls instanceof PyType t && Attributes.getNow(x, cls, GET_INIT_ARGS) == null) {
            return make(x, f, t, PyTuple.EMPTY, null, "NEWOBJ");
        }
        return f.call(x, LoadStep.Simple.PUSH, () -> x.call(cls, args, null));
    }

    private static PyTuple checkArguments(PyObject args, String op) {
        if (Values.payload(args) instanceof PyTuple t) {
            return t;
        }
        throw PickleErrors.unpickling(
                "%s args argument must be a tuple, not %s", op, args.type().name());
    }

    private static PyObject make(Execution x, LoadFrame f, PyType cls, PyObject args, PyDict keywords, String op) {
        PyTuple t = checkArguments(args, op);
        Slot.Call make = cls.call(Slot.NEW);
        if (make == null) {
            throw PickleErrors.unpickling("%s class argument '%s' doesn't have __new__", op, cls.name());
        }
        PyObject[] all = t.items.clone();
        PyTuple names = null;
        if (keywords != null && keywords.size() > 0) {
            PyObject[] values = keywords.valueArray();
            all = Arrays.copyOf(all, all.length + values.length);
            System.arraycopy(values, 0, all, t.size(), values.length);
            names = PyTuple.of(keywords.keyArray());
        }
        PyObject[] given = all;
        PyTuple givenNames = names;
        return f.call(x, LoadStep.Simple.PUSH, () -> make.call(x, cls, given, givenNames));
    }

    // ---- filling containers

    private static PyObject append(Execution x, LoadFrame f, PyObject target, PyObject[] items) {
        if (target instanceof PyList l && (l.isExact() || f.u.structure != null)) {
            l.addAll(items, items.length);
            return null;
        }
        if (items.length == 0) {
            return null;
        }
        if (f.u.structure != null && target instanceof PySet s) {
            f.u.structure.fill(x, s, items);
            return null;
        }
        return new FillTarget(target, items).start(x, f);
    }

    private static PyObject setItems(Execution x, LoadFrame f, PyObject target, PyObject[] items) {
        if (f.u.structure != null && target instanceof PyDict d) {
            f.u.structure.fill(x, d, items);
            return null;
        }
        if (target instanceof PyDict d && d.isExact()) {
            for (int i = 0; i < items.length; i += 2) {
                d.put(x, items[i], items[i + 1]);
            }
            return null;
        }
        return items.length == 0 ? null : new FillTarget(target, items).startPairs(x, f);
    }

    private static PyObject addItems(Execution x, LoadFrame f, PyObject target, PyObject[] items) {
        if (f.u.structure != null && target instanceof PySet s) {
            f.u.structure.fill(x, s, items);
            return null;
        }
        if (target instanceof PySet s && !s.isFrozen() && s.type().isBuiltin()) {
            for (PyObject o : items) {
                s.add(x, o);
            }
            return null;
        }
        return items.length == 0 ? null : new FillTarget(target, items).startAdd(x, f);
    }
}
