package org.picklejar.pickle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Names;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBuiltinFunction;
import org.picklejar.core.PyCell;
import org.picklejar.core.PyCode;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyException;
import org.picklejar.core.PyFunction;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.interp.FrameReference;
import org.picklejar.interp.PythonFrame;
import org.picklejar.modules.Imports;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Items;
import org.picklejar.ops.Values;
import org.picklejar.tasklets.Channel;
import org.picklejar.tasklets.Tasklet;
import org.picklejar.tasklets.TaskletPickling;

/** Finds how an object is reduced and writes what that gives (CPython: the second half of save, and save_reduce). */
final class ReduceTask extends SaveTask {
    private static final PyStr REDUCE_EX = PyStr.of("__reduce_ex__");
    private static final PyStr NEWOBJ = PyStr.of("__newobj__");
    private static final PyStr NEWOBJ_EX = PyStr.of("__newobj_ex__");

    private enum State {
        START,
        OVERRIDE,
        TABLE,
        METHOD,
        VALUE
    }

    /** As deep as CPython's pickler gets: beyond it, code of the program is taken to make new objects without end. */
    private static final int MAX_REDUCTIONS = 10_000;

    private final PyObject object;
    private State state = State.START;
    /** The value is one that code of the program has made. */
    private boolean ofProgram;

    ReduceTask(PyObject object) {
        this.object = object;
    }

    static ReduceTask restore(PyObject[] fields) {
        ReduceTask t = new ReduceTask(fields[0]);
        t.state = State.valueOf(fields[1].toString());
        t.ofProgram = fields[2] == PyBool.TRUE;
        return t;
    }

    @Override
    TaskKind kind() {
        return TaskKind.REDUCE;
    }

    @Override
    PyObject[] fields() {
        return new PyObject[] {object, PyStr.of(state.name()), PyBool.of(ofProgram)};
    }

    @Override
    PyObject run(Execution x, DumpFrame d, PyObject value) {
        PyObject v = value;
        for (; ; ) {
            switch (state) {
                case START -> {
                    PyTuple known = d.pickler.structure == null ? null : d.pickler.structure.of(x, object, d.copyreg);
                    if (known != null) {
                        d.replace(script(x, d, object, known));
                        return null;
                    }
                    if (d.reducerOverride == null || d.pickler.structure != null && !d.pickler.structure.asks(object)) {
                        v = PySingleton.NOT_IMPLEMENTED;
                    } else {
                        d.pickler.noted = true;
                        d.pickler.before = null;
                        v = x.call(d.reducerOverride, object);
                    }
                    state = State.OVERRIDE;
                }
                case OVERRIDE -> {
                    if (v == PySingleton.NOT_IMPLEMENTED) {
                        v = byType(x, d);
                        if (v == null) {
                            return null;
                        }
                    } else {
                        state = State.VALUE;
                        ofProgram = true;
                    }
                }
                case TABLE -> {
                    if (v == null) {
                        v = byMethod(x, d);
                        if (v == null) {
                            return null;
                        }
                    } else {
                        state = State.VALUE;
                        ofProgram = v instanceof PyFunction;
                        v = x.call(v, object);
                    }
                }
                case METHOD -> {
                    state = State.VALUE;
                    v = x.call(v, PyInt.of(d.out.protocol));
                }
                case VALUE -> {
                    write(x, d, v);
                    return null;
                }
            }
            if (v == Pending.PENDING) {
                return v;
            }
        }
    }

    /** Classes and functions go by name; for others it asks the dispatch table.
     * @return null when another task takes over */
    private PyObject byType(Execution x, DumpFrame d) {
        PyType type = object.type();
        if (type == PyType.TYPE) {
            PyObject only = object == PySingleton.NONE.type()
                    ? PySingleton.NONE
                    : object == PySingleton.ELLIPSIS.type()
                            ? PySingleton.ELLIPSIS
                            : object == PySingleton.NOT_IMPLEMENTED.type() ? PySingleton.NOT_IMPLEMENTED : null;
            PyObject byValue = ((PyType) object).isBuiltin() ? d.copyreg.dispatchTable.get(x, PyType.TYPE) : null;
            d.replace(
                    only == null
                            ? new GlobalTask(object, null, byValue)
                            : new ValueTask(object, PyTuple.of(PyType.TYPE, PyTuple.of(only))));
            return null;
        }
        PyObject table = d.pickler.dispatchTable;
        if (table instanceof PyDict p && p.isExact() || table == null) {
            PyObject f = (table == null ? d.copyreg.dispatchTable : (PyDict) table).get(x, type);
            if (object instanceof PyFunction) {
                // By name when it can be found there; else by value, once stackless has registered how.
                d.replace(new GlobalTask(object, null, f));
                return null;
            }
            state = State.TABLE;
            if (f != null) {
                return f;
            }
            PyObject v = byMethod(x, d);
            return v;
        }
        if (object instanceof PyFunction) {
            d.replace(new GlobalTask(object, null, d.copyreg.dispatchTable.get(x, type)));
            return null;
        }
        state = State.TABLE;
        try {
            return Items.get(x, table, type);
        } catch (PyException e) {
            if (x.top != d || !e.is(ExceptionTypes.KEY_ERROR)) {
                throw e;
            }
            return byMethod(x, d);
        }
    }

    private PyObject byMethod(Execution x, DumpFrame d) {
        PyType type = object.type();
        if (object instanceof PyType) {
            d.replace(new GlobalTask(object, null, null));
            return null;
        }
        PyTuple plain = d.plain.of(x, object, d);
        if (plain != null) {
            d.replace(script(x, d, object, plain));
            return null;
        }
        if (type == Tasklet.TYPE && FrameReference.isUsual(x)) {
            state = State.VALUE;
            return TaskletPickling.reduceForPickler(x, (Tasklet) object);
        }
        ofProgram = !type.isBuiltin() && !PlainReduction.isUsual(type);
        PyObject m = type.lookup(REDUCE_EX);
        if (m != null && type.binary(Slot.GETATTRIBUTE) == Attributes.GENERIC) {
            state = State.VALUE;
            return x.callSpecial(object, m, new PyObject[] {object, PyInt.of(d.out.protocol)}, null);
        }
        state = State.METHOD;
        return Attributes.get(x, object, REDUCE_EX);
    }

    private void write(Execution x, DumpFrame d, PyObject value) {
        PyObject v = Values.payload(value);
        if (v instanceof PyStr name) {
            d.replace(new GlobalTask(object, name, null));
        } else if (v instanceof PyTuple t) {
            SaveTask script = script(x, d, object, t, !ofProgram && makesItsTuples(object));
            d.replace(script);
            if (ofProgram && d.pickler.structure == null && ++script.reductions > MAX_REDUCTIONS) {
                throw Errors.of(
                        ExceptionTypes.RECURSION_ERROR, "maximum recursion depth exceeded while pickling an object");
            }
        } else {
            throw PickleErrors.pickling("__reduce__ must return a string or tuple");
        }
    }

    @Override
    PyObject failed(Execution x, DumpFrame d, PyException e) {
        if (state == State.TABLE && e.is(ExceptionTypes.KEY_ERROR)) {
            PyObject v = byMethod(x, d);
            return v == null || v == Pending.PENDING ? v : run(x, d, v);
        }
        if (d.pickler.structure != null
                && state == State.VALUE
                && e.is(ExceptionTypes.ATTRIBUTE_ERROR)
                && object instanceof PyInstance i) {
            // Its class needs it whole, and it is still being made.
            PyTuple parts = StructuralReduction.take(x, i, d.copyreg);
            if (parts != null) {
                d.replace(script(x, d, object, parts));
                return null;
            }
        }
        throw e;
    }

    // ---- what a reduce value says

    /** What writes a value; a tuple to which nothing else refers need not be in the memo. */
    private static Object unshared(DumpFrame d, PyObject o, boolean fresh, PyObject value) {
        if (!fresh || d.persistentId != null || !(value instanceof PyTuple t) || t.size() == 0) {
            return value;
        }
        return o instanceof PythonFrame ? TupleTask.fresh(t, FrameReduction.REGISTERS) : TupleTask.fresh(t);
    }

    private static PyObject given(PyTuple t, int i) {
        return i < t.size() && t.get(i) != PySingleton.NONE ? t.get(i) : null;
    }

    /** Whether the tuples in the reduce value of an object, arguments and state, were made for that. */
    private static boolean makesItsTuples(PyObject o) {
        return o instanceof PyCode
                || o instanceof PyCell
                || (o instanceof Tasklet || o instanceof Channel) && o.type().isBuiltin();
    }

    /** The task that writes a reduce value and memoizes {@code o}; nothing is memoized when it is null. */
    static SaveTask script(Execution x, DumpFrame d, PyObject o, PyTuple t) {
        return script(x, d, o, t, false);
    }

    /** @param fresh whether arguments and state were made for this and nothing else refers to them */
    static SaveTask script(Execution x, DumpFrame d, PyObject o, PyTuple t, boolean fresh) {
        if (t.size() < 2 || t.size() > 6) {
            throw PickleErrors.pickling("tuple returned by __reduce__ must contain 2 through 6 elements");
        }
        PyObject callable = t.get(0);
        if (callable.type().call(Slot.CALL) == null) {
            throw PickleErrors.pickling("first item of the tuple returned by __reduce__ must be callable");
        }
        if (!(Values.payload(t.get(1)) instanceof PyTuple args)) {
            throw PickleErrors.pickling("second item of the tuple returned by __reduce__ must be a tuple");
        }
        PyObject state = given(t, 2);
        PyObject items = iterator(t, 3, "fourth");
        PyObject pairs = iterator(t, 4, "fifth");
        PyObject setter = given(t, 5);
        if (setter != null && setter.type().call(Slot.CALL) == null) {
            throw PickleErrors.pickling(
                    "sixth element of the tuple returned by __reduce__ must be a function, not %s",
                    setter.type().name());
        }
        List<Object> s = new ArrayList<>(12);
        PyObject name = d.out.protocol < 2 ? null : nameOf(x, callable);
        boolean structural = d.pickler.structure != null;
        PyTuple place = structural && o != null ? d.pickler.places.get(o) : null;
        boolean inPlace = place != null
                && ClosurePlaces.isOfObject(place)
                && hasNoContent(o, NEWOBJ.equals(name), callable, args, items != null || pairs != null);
        if (inPlace) {
            Collections.addAll(s, place.get(0), place.get(1), PickleOp.REDUCE);
        } else if (!structural && NEWOBJ_EX.equals(name)) {
            newObjectEx(x, d, args, s);
        } else if (NEWOBJ.equals(name) && (!structural || isStructural(args))) {
            newObject(x, o, args, s);
        } else {
            s.add(callable);
            if (d.pickler.needs != null && StructuralLoading.runsProgram(callable, args)) {
                s.add(new NeedsTask());
            }
            s.add(unshared(d, o, fresh, t.get(1)));
            s.add(PickleOp.REDUCE);
        }
        if (o != null) {
            s.add(new ScriptTask.Memoize(o));
        }
        if (items != null) {
            s.add(new IteratorTask(o, items, false));
        }
        if (pairs != null) {
            s.add(new IteratorTask(o, pairs, true));
        }
        List<Object> stateOps = state == null ? List.of() : List.of(unshared(d, o, fresh, state));
        if (inPlace && o instanceof PyInstance) {
            // When all that the state refers to, perhaps by way of this object, is there.
            PyObject clear = WrapModule.of(x).get("without_attributes");
            stateOps = List.of(clear, o, state == null ? PySingleton.NONE : state, PickleOp.TUPLE2, PickleOp.REDUCE);
        }
        if (state == null) {
            s.addAll(stateOps);
            if (!stateOps.isEmpty()) {
                s.add(PickleOp.POP);
            }
        } else if (setter == null) {
            s.addAll(stateOps);
            s.add(PickleOp.BUILD);
        } else {
            Collections.addAll(s, setter, o);
            s.addAll(stateOps);
            Collections.addAll(s, PickleOp.TUPLE2, PickleOp.REDUCE, PickleOp.POP);
        }
        return new ScriptTask(o, s.toArray());
    }

    /** Whether NEWOBJ of a saved state, which calls no {@code __new__} of a program, makes what {@code __newobj__} would. */
    private static boolean isStructural(PyTuple args) {
        return args.size() > 0
                && args.get(0) instanceof PyType cls
                && (args.size() == 1 || cls.solidBase() != PyType.OBJECT);
    }

    /** Whether all that an object has in it comes after it was made, so that it can be the one that is there in a module. */
    private static boolean hasNoContent(
            PyObject o, boolean isNewObject, PyObject callable, PyTuple args, boolean hasItems) {
        if (isNewObject) {
            return args.size() == 1 && args.get(0) == o.type();
        }
        // A deque's length at most and what makes a dict's defaults are that module's own.
        return callable == o.type()
                && (args.size() == 0
                        || hasItems
                                && Arrays.stream(args.items)
                                        .allMatch(a -> a == PyTuple.EMPTY
                                                || a == PySingleton.NONE
                                                || a instanceof PyInt
                                                || a instanceof PyType
                                                || a instanceof PyFunction));
    }

    private static PyObject nameOf(Execution x, PyObject callable) {
        if (callable instanceof PyFunction f) {
            return f.name;
        }
        return callable instanceof PyBuiltinFunction || callable.type() == PyType.TYPE
                ? null
                : Attributes.getNow(x, callable, Names.NAME);
    }

    private static PyObject iterator(PyTuple t, int i, String which) {
        PyObject v = given(t, i);
        if (v != null && v.type().unary(Slot.NEXT) == null) {
            throw PickleErrors.pickling(
                    "%s element of the tuple returned by __reduce__ must be an iterator, not %s",
                    which, v.type().name());
        }
        return v;
    }

    private static void newObject(Execution x, PyObject o, PyTuple args, List<Object> s) {
        if (args.size() < 1) {
            throw PickleErrors.pickling("__newobj__ arglist is empty");
        }
        if (!(args.get(0) instanceof PyType cls)) {
            throw PickleErrors.pickling("args[0] from __newobj__ args is not a type");
        }
        if (o != null && o.type() != cls && Attributes.getNow(x, o, Names.CLASS) != cls) {
            throw PickleErrors.pickling("args[0] from __newobj__ args has the wrong class");
        }
        s.add(cls);
        s.add(PyTuple.of(Arrays.copyOfRange(args.items, 1, args.size())));
        s.add(PickleOp.NEWOBJ);
    }

    private static void newObjectEx(Execution x, DumpFrame d, PyTuple args, List<Object> s) {
        if (args.size() != 3) {
            throw PickleErrors.pickling(
                    "length of the NEWOBJ_EX argument tuple must be exactly 3, not %d", args.size());
        }
        if (!(args.get(0) instanceof PyType cls)) {
            throw PickleErrors.pickling(
                    "first item from NEWOBJ_EX argument tuple must be a class, not %s",
                    args.get(0).type().name());
        }
        if (!(Values.payload(args.get(1)) instanceof PyTuple positional)) {
            throw PickleErrors.pickling(
                    "second item from NEWOBJ_EX argument tuple must be a tuple, not %s",
                    args.get(1).type().name());
        }
        if (!(args.get(2) instanceof PyDict keywords)) {
            throw PickleErrors.pickling(
                    "third item from NEWOBJ_EX argument tuple must be a dict, not %s",
                    args.get(2).type().name());
        }
        if (d.out.protocol >= 4) {
            Collections.addAll(s, cls, args.get(1), keywords, PickleOp.NEWOBJ_EX);
            return;
        }
        // functools.partial(cls.__new__, cls, *args, **kwargs)()
        PyObject partial = x.await(() -> Imports.attribute(x, "functools", "partial"));
        PyObject[] values = keywords.valueArray();
        PyObject[] all = new PyObject[2 + positional.size() + values.length];
        all[0] = x.await(() -> Attributes.get(x, cls, Names.NEW));
        all[1] = cls;
        System.arraycopy(positional.items, 0, all, 2, positional.size());
        System.arraycopy(values, 0, all, 2 + positional.size(), values.length);
        PyObject made =
                x.await(() -> x.call(partial, all, values.length == 0 ? null : PyTuple.of(keywords.keyArray())));
        Collections.addAll(s, made, PyTuple.EMPTY, PickleOp.REDUCE);
    }

    @Override
    PyObject subject() {
        return object;
    }
}
