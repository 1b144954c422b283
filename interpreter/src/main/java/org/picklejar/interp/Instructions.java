package org.picklejar.interp;

import static org.picklejar.core.Pending.PENDING;

import org.picklejar.code.Op;
import org.picklejar.code.Opcode;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBuiltinFunction;
import org.picklejar.core.PyCell;
import org.picklejar.core.PyCode;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyException;
import org.picklejar.core.PyFunction;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySet;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PySlice;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.ops.Arithmetic;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Comparisons;
import org.picklejar.ops.ExtendFrame;
import org.picklejar.ops.Finish;
import org.picklejar.ops.FinishFrame;
import org.picklejar.ops.Items;
import org.picklejar.ops.Iteration;
import org.picklejar.ops.Text;
import org.picklejar.ops.Truth;
import org.picklejar.ops.Values;

/** The instructions that are too long or too rare for the loop, one method each, named like the opcode. */
final class Instructions {
    private static final Slot[] BINARY = new Slot[Opcode.values().length];
    private static final Slot[] IN_PLACE = new Slot[Opcode.values().length];

    static {
        for (int op = Op.ADD; op <= Op.XOR; op++) {
            BINARY[op] = Slot.valueOf(Opcode.values()[op].name());
        }
        for (int op = Op.IADD; op <= Op.IXOR; op++) {
            IN_PLACE[op] = Slot.valueOf(Opcode.values()[op].name());
            BINARY[op] = Slot.valueOf(Opcode.values()[op].name().substring(1));
        }
        for (int op = Op.LT; op <= Op.GE; op++) {
            BINARY[op] = Slot.valueOf(Opcode.values()[op].name());
        }
    }

    private Instructions() {}

    /** What the loop does not do in line. @return the result; null when there is none, with f.pc where to go on */
    static PyObject other(Execution x, PythonFrame f, int pc) {
        int[] c = f.code.instructions;
        PyObject[] r = f.registers;
        int dst = c[pc + 1];
        int a = c[pc + 2];
        int b = c[pc + 3];
        switch (c[pc]) {
            case Op.LOAD_NAME:
                return NameInstructions.loadName(x, f, f.code.names[a]);
            case Op.STORE_NAME:
                return keep(x, f, NameInstructions.storeName(x, f, f.code.names[a], r[dst]), r[dst]);
            case Op.DELETE_NAME:
                return NameInstructions.deleteName(x, f, f.code.names[a]);
            case Op.STORE_GLOBAL:
                f.globals.put(f.code.names[a], r[b]);
                return null;
            case Op.DELETE_GLOBAL:
                if (f.globals.remove(f.code.names[a]) == null) {
                    throw Errors.nameError(f.code.names[a]);
                }
                return null;
            case Op.MAKE_CELL:
                r[dst] = new PyCell(a < 0 ? null : r[a]);
                return null;
            case Op.DELETE_CELL:
                if (((PyCell) r[a]).value == null) {
                    throw NameInstructions.unboundCell(f.code, b);
                }
                ((PyCell) r[a]).value = null;
                return null;
            case Op.LOAD_CLASS_CELL:
                return NameInstructions.loadClassCell(x, f, r[a], f.code.names[b]);
            case Op.LOAD_FROM_DICT_OR_GLOBAL:
                return NameInstructions.loadFromDictOrGlobal(x, f, r[a], f.code.names[b]);
            case Op.LOAD_LOCALS:
                return f.locals == null ? f.globals : f.locals;
            case Op.SETUP_ANNOTATIONS:
                return NameInstructions.setupAnnotations(x, f);
            case Op.DELETE_ATTR:
                return Attributes.delete(x, r[a], f.code.names[b]);
            case Op.LOAD_SPECIAL:
                return AttributeInstructions.loadSpecial(x, r[a], b);
            case Op.DELETE_SUBSCRIPT:
                return Items.delete(x, r[a], r[b]);
            case Op.NEGATE:
                x.ticks++;
                return Arithmetic.unary(x, Slot.NEG, r[a]);
            case Op.POSITIVE:
                x.ticks++;
                return Arithmetic.unary(x, Slot.POS, r[a]);
            case Op.INVERT:
                x.ticks++;
                return Arithmetic.unary(x, Slot.INVERT, r[a]);
            case Op.NOT_CONTAINS: {
                x.ticks++;
                return Finish.NOT.on(x, f, Items.contains(x, right(f.code, r, b), r[a]), null, null);
            }
            case Op.NOT:
                return Truth.not(x, r[a]);
            case Op.GET_ITER:
                return Iteration.iter(x, r[a]);
            case Op.SPREAD:
                return spread(x, r[a], b, -1);
            case Op.SPREAD_STAR:
                return spread(x, r[a], b >> 16, b & 0xffff);
            default:
                return building(x, f, c[pc], dst, a, b);
        }
    }

    private static PyObject building(Execution x, PythonFrame f, int op, int dst, int a, int b) {
        PyObject[] r = f.registers;
        switch (op) {
            case Op.BUILD_TUPLE:
                return PyTuple.of(slice(r, a, b));
            case Op.BUILD_LIST:
                return new PyList(slice(r, a, b), b);
            case Op.BUILD_SET: {
                PySet s = new PySet();
                for (int i = 0; i < b; i++) {
                    s.add(x, r[a + i]);
                }
                return s;
            }
            case Op.BUILD_MAP: {
                PyDict d = new PyDict();
                for (int i = 0; i < b; i++) {
                    d.put(x, r[a + 2 * i], r[a + 2 * i + 1]);
                }
                return d;
            }
            case Op.BUILD_STRING:
                return buildString(r, a, b);
            case Op.BUILD_SLICE:
                return new PySlice(r[a], r[a + 1], b == 3 ? r[a + 2] : PySingleton.NONE);
            case Op.SET_ADD:
                ((PySet) r[a]).add(x, r[b]);
                return null;
            case Op.MAP_ADD:
                ((PyDict) r[dst]).put(x, r[a], r[b]);
                return null;
            case Op.LIST_EXTEND:
                return listExtend(x, (PyList) r[a], r[b]);
            case Op.SET_UPDATE:
                return ExtendFrame.extend(x, (PySet) r[a], r[b], PySingleton.NONE);
            case Op.DICT_UPDATE:
                return dictUpdate(x, (PyDict) r[a], r[b], null);
            case Op.DICT_MERGE:
                return keep(x, f, dictUpdate(x, (PyDict) r[a], r[b], r[dst]), r[dst]);
            case Op.LIST_TO_TUPLE:
                return PyTuple.of(((PyList) r[a]).toArray());
            case Op.CONVERT:
                return b == 's' ? Text.str(x, r[a]) : b == 'r' ? Text.repr(x, r[a]) : Text.ascii(x, r[a]);
            case Op.FORMAT:
                return Text.format(x, r[a], b < 0 ? PyStr.EMPTY : r[b]);
            case Op.CALL_KW:
                return x.call(r[a], slice(r, a + 1, b & 0xffff), (PyTuple) f.code.constants[b >> 16]);
            case Op.CALL_METHOD_KW: {
                boolean self = r[a + 1] != null;
                return x.call(r[a], slice(r, self ? a + 1 : a + 2, (b & 0xffff) + (self ? 1 : 0)), (PyTuple)
                        f.code.constants[b >> 16]);
            }
            case Op.CALL_EX:
                return callEx(x, r[a], (PyTuple) r[a + 1], (PyDict) r[a + 2]);
            case Op.MAKE_FUNCTION:
                return makeFunction(f, (PyCode) f.code.constants[a], b);
            case Op.LOAD_HELPER:
                return x.machine.helpers.get(f.code.names[a]);
            default:
                return control(x, f, op, dst, a, b);
        }
    }

    private static PyObject control(Execution x, PythonFrame f, int op, int dst, int a, int b) {
        PyObject[] r = f.registers;
        switch (op) {
            case Op.RETURN_GENERATOR:
                return Generators.returnValue(x, f, r[a]);
            case Op.SEND: {
                PyObject v = Generators.send(x, r[a], r[dst]);
                if (v == null) {
                    r[dst] = PySingleton.NONE;
                    f.pc = b;
                }
                return v;
            }
            case Op.GET_YIELD_FROM_ITER:
                return r[a] instanceof PyGenerator g && g.kind != PyGenerator.Kind.ASYNC_GENERATOR
                        ? Generators.yieldFromIterator(f, g)
                        : Iteration.iter(x, r[a]);
            case Op.GET_AWAITABLE:
                return Generators.awaitable(x, r[a], b);
            case Op.GET_AITER:
                return Generators.asyncIter(x, r[a]);
            case Op.GET_ANEXT:
                return Generators.asyncNext(x, r[a]);
            case Op.ASYNC_WRAP:
                return new AsyncYield(r[a]);
            case Op.PUSH_HANDLED:
                r[dst] = f.handled == null ? PySingleton.NONE : f.handled;
                f.handled = (PyBaseException) r[a];
                return null;
            case Op.POP_HANDLED:
                f.handled = r[a] instanceof PyBaseException e ? e : null;
                return null;
            case Op.MATCH_EXCEPTION:
                return PyBool.of(matches(r[a], r[b]));
            case Op.IMPORT_NAME:
                return importName(x, f, r[a], r[a + 1], f.code.names[b]);
            case Op.IMPORT_FROM:
                return importFrom(x, f, r[a], f.code.names[b]);
            case Op.IMPORT_STAR:
                return x.call(x.machine.helpers.get("import_star"), r[a], f.locals == null ? f.globals : f.locals);
            case Op.MATCH_SEQUENCE:
                return PyBool.of(Patterns.isSequence(x, r[a]));
            case Op.MATCH_MAPPING:
                return PyBool.of(Patterns.isMapping(x, r[a]));
            case Op.GET_LEN:
                return Items.len(x, r[a]);
            default:
                throw Errors.systemError("unknown opcode");
        }
    }

    /** Copies arguments: there are seldom more than three, and a loop or an arraycopy costs more then. */
    static void copy(PyObject[] from, int at, PyObject[] to, int n) {
        if (n > 0) {
            to[0] = from[at];
            if (n > 1) {
                to[1] = from[at + 1];
                if (n > 2) {
                    System.arraycopy(from, at + 2, to, 2, n - 2);
                }
            }
        }
    }

    static PyObject[] slice(PyObject[] r, int from, int n) {
        PyObject[] out = new PyObject[n];
        System.arraycopy(r, from, out, 0, n);
        return out;
    }

    /** For instructions without a result: when {@code result} is pending, its value must not overwrite R[dst], which holds {@code value}. */
    static PyObject keep(Execution x, PythonFrame f, PyObject result, PyObject value) {
        return result == PENDING ? x.interpose(f, new FinishFrame(Finish.RETURN_A, value, null)) : value;
    }

    // ---- safe points

    /** At function entry. @return whether a switch is due */
    static boolean enter(Execution x, PythonFrame f) {
        if (f.invalid != null) {
            throw Unwinder.invalidFrame(f);
        }
        return safePoint(x, f);
    }

    /** @return whether a switch is due; the frame then goes on at f.pc without a value */
    static boolean safePoint(Execution x, PythonFrame f) {
        f.interrupted = true;
        PyObject r;
        try {
            r = x.machine.safePoint.poll(x);
        } catch (PyException e) {
            f.interrupted = false;
            throw e;
        }
        if (r == PENDING) {
            return true;
        }
        f.interrupted = false;
        return false;
    }

    // ---- arithmetic

    static PyObject binary(Execution x, int op, PyObject a, PyObject b) {
        return Arithmetic.binary(x, BINARY[op], a, b);
    }

    static PyObject inPlace(Execution x, int op, PyObject a, PyObject b) {
        return Arithmetic.inPlace(x, BINARY[op], IN_PLACE[op], a, b);
    }

    /** The right operand of an operator. */
    static PyObject right(PyCode co, PyObject[] r, int b) {
        return b >= 0 ? r[b] : co.constants[~b];
    }

    /**
     * Does the conditional jump that may follow a comparison whose result is known.
     *
     * @return the instruction before the one to go on at
     */
    static int behindTest(int[] c, int pc, boolean result) {
        int next = pc + 4;
        int op = c[next];
        if (op == Op.JUMP_IF_FALSE) {
            return result ? next : c[next + 3] - 4;
        }
        return op == Op.JUMP_IF_TRUE ? result ? c[next + 3] - 4 : next : pc;
    }

    /** LE, NE, GT, GE of ints. */
    static boolean holds(int op, long a, long b) {
        return op == Op.GT ? a > b : op == Op.GE ? a >= b : op == Op.LE ? a <= b : a != b;
    }

    static PyObject compare(Execution x, int op, PyObject a, PyObject b) {
        return Comparisons.compare(x, BINARY[op], a, b);
    }

    // ---- iteration and building

    /** For FOR_ITER: an end that comes as StopIteration is handled when it unwinds. */
    static PyObject next(Execution x, PyObject it) {
        return Iteration.next(x, it);
    }

    private static PyObject spread(Execution x, PyObject o, int before, int after) {
        if (after < 0) {
            PyTuple t = o instanceof PyTuple p ? p : null;
            if (t != null && t.size() == before || o instanceof PyList l && l.isExact() && l.size == before) {
                return o;
            }
        }
        if (o.type().unary(Slot.ITER) == null && o.type().binary(Slot.GETITEM) == null) {
            throw Errors.typeError(
                    "cannot unpack non-iterable %s object", o.type().name());
        }
        PyObject[] items = Iteration.itemsOrNull(o instanceof org.picklejar.core.PyIterator ? null : o);
        return items != null
                ? SpreadFrame.result(
                        items, before, after, o instanceof PyList || o instanceof PyTuple || o instanceof PyDict)
                : x.push(new SpreadFrame(o, before, after));
    }

    private static PyObject buildString(PyObject[] r, int a, int n) {
        StringBuilder out = new StringBuilder();
        boolean simple = true;
        for (int i = 0; i < n; i++) {
            PyStr s = (PyStr) Values.payload(r[a + i]);
            simple &= s.isSimple();
            out.append(s);
        }
        if (simple) {
            return PyStr.of(out.toString());
        }
        PyStr s = PyStr.EMPTY;
        for (int i = 0; i < n; i++) {
            s = s.concat((PyStr) Values.payload(r[a + i]));
        }
        return s;
    }

    private static PyObject listExtend(Execution x, PyList list, PyObject o) {
        if (o.type().unary(Slot.ITER) == null && o.type().binary(Slot.GETITEM) == null) {
            throw Errors.typeError(
                    "Value after * must be an iterable, not %s", o.type().name());
        }
        return ExtendFrame.extend(x, list, o, PySingleton.NONE);
    }

    /** @param callee for a call's keywords, where a key twice is an error; null for a dict display */
    private static PyObject dictUpdate(Execution x, PyDict d, PyObject o, PyObject callee) {
        if (o instanceof PyDict m && m.isExact()) {
            if (callee == null) {
                d.putAll(x, m);
            } else {
                MergeFrame.mergeKeywords(x, d, m, callee);
            }
            return PySingleton.NONE;
        }
        return new MergeFrame(d, o, callee).run(x);
    }

    // ---- calls

    /** R[from], ... R[from + n - 1] are the arguments. */
    static PyObject call(Execution x, PyObject callee, PyObject[] r, int from, int n) {
        PyObject[] args = slice(r, from, n);
        if (callee instanceof PyBuiltinFunction b) {
            return b.invoke(x, args, null);
        }
        return x.call(callee, args, null);
    }

    private static PyObject callEx(Execution x, PyObject callee, PyTuple args, PyDict keywords) {
        if (keywords == null || keywords.size() == 0) {
            return x.call(callee, args.items, null);
        }
        PyObject[] names = keywords.keyArray();
        for (PyObject n : names) {
            if (!(Values.payload(n) instanceof PyStr)) {
                throw Errors.typeError("keywords must be strings");
            }
        }
        PyObject[] values = keywords.valueArray();
        PyObject[] all = new PyObject[args.size() + values.length];
        System.arraycopy(args.items, 0, all, 0, args.size());
        System.arraycopy(values, 0, all, args.size(), values.length);
        return x.call(callee, all, PyTuple.of(names));
    }

    private static PyObject makeFunction(PythonFrame f, PyCode code, int base) {
        PyFunction fn = new PyFunction(code, f.globals, f.builtins);
        if (base >= 0) {
            PyObject[] r = f.registers;
            fn.defaults = (PyTuple) r[base];
            fn.kwDefaults = (PyDict) r[base + 1];
            fn.annotations = r[base + 2];
            if (r[base + 3] instanceof PyTuple cells) {
                fn.closure = new PyCell[cells.size()];
                for (int i = 0; i < fn.closure.length; i++) {
                    fn.closure[i] = (PyCell) cells.get(i);
                }
            }
        }
        return fn;
    }

    // ---- exceptions

    private static boolean matches(PyObject exception, PyObject wanted) {
        if (wanted instanceof PyTuple t) {
            for (PyObject w : t.items) {
                checkCatchable(w);
            }
            for (PyObject w : t.items) {
                if (exception.type().isSubtypeOf((PyType) w)) {
                    return true;
                }
            }
            return false;
        }
        checkCatchable(wanted);
        return exception.type().isSubtypeOf((PyType) wanted);
    }

    private static void checkCatchable(PyObject w) {
        if (!(w instanceof PyType t) || !t.isSubtypeOf(ExceptionTypes.BASE_EXCEPTION)) {
            throw Errors.typeError("catching classes that do not inherit from BaseException is not allowed");
        }
    }

    /** RAISE and RERAISE. @return what is raised; null when Python has to make it first and a frame for that was pushed */
    static PyException raised(Execution x, PythonFrame f, int pc) {
        int[] c = f.code.instructions;
        int a = c[pc + 2];
        PyObject what = a < 0 ? null : f.registers[a];
        if (c[pc] == Op.RERAISE) {
            PyException e = new PyException((PyBaseException) what);
            e.reraised = true;
            return e;
        }
        PyObject cause = c[pc + 3] < 0 ? null : f.registers[c[pc + 3]];
        if (what == null) {
            PyBaseException handled = f.handledException();
            if (handled == null) {
                throw Errors.runtimeError("No active exception to reraise");
            }
            PyException e = new PyException(handled);
            e.reraised = handled.traceback != null && f.handled == handled;
            return e;
        }
        if (what instanceof PyBaseException e && cause == null) {
            return new PyException(e);
        }
        x.push(new RaiseFrame(what, cause));
        return null;
    }

    // ---- imports

    private static PyObject importName(Execution x, PythonFrame f, PyObject level, PyObject names, PyStr name) {
        PyObject function = f.builtins.get("__import__");
        if (function == null) {
            throw Errors.of(ExceptionTypes.IMPORT_ERROR, "__import__ not found");
        }
        return x.call(function, name, f.globals, f.locals == null ? PySingleton.NONE : f.locals, names, level);
    }

    private static PyObject importFrom(Execution x, PythonFrame f, PyObject module, PyStr name) {
        try {
            return Finish.IMPORT_FROM.on(x, f, Attributes.get(x, module, name), module, name);
        } catch (PyException e) {
            return Finish.IMPORT_FROM.recover(x, e, module, name);
        }
    }
}
