package org.picklejar.ops;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.Keys;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyByteArray;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyComplex;
import org.picklejar.core.PyException;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySet;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.PyValueInstance;
import org.picklejar.core.Slot;

/** The last steps of operations whose result came from Python: checks, pure conversions, what takes the place of an exception. */
public enum Finish {
    // ---- what came must be of the right type

    BOOL_RESULT((x, v, a, b) -> require(v instanceof PyBool, v, "__bool__ should return bool, returned %s")),
    STR_RESULT((x, v, a, b) -> require(isText(v), v, "__str__ returned non-string (type %s)")),
    REPR_RESULT((x, v, a, b) -> require(isText(v), v, "__repr__ returned non-string (type %s)")),
    FORMAT_RESULT((x, v, a, b) -> require(isText(v), v, "__format__ must return a str, not %s")),
    BYTES_RESULT(
            (x, v, a, b) -> require(Values.payload(v) instanceof PyBytes, v, "__bytes__ returned non-bytes (type %s)")),
    ITER_RESULT((x, v, a, b) -> require(isIterator(v), v, "iter() returned non-iterator of type '%s'")),
    AWAIT_RESULT((x, v, a, b) -> {
        require(!v.type().name().equals("coroutine"), v, "__await__() returned a coroutine");
        return require(isIterator(v), v, "__await__() returned non-iterator of type '%s'");
    }),
    AITER_RESULT((x, v, a, b) -> require(
            v.type().unary(Slot.ANEXT) != null,
            v,
            "'async for' received an object from __aiter__ that does not implement __anext__: %s")),
    INDEX_RESULT((x, v, a, b) -> integer(v, "__index__ returned non-int (type %s)")),
    INT_RESULT((x, v, a, b) -> integer(v, "__int__ returned non-int (type %s)")),
    /** {@code __float__} of a. */
    FLOAT_RESULT((x, v, a, b) -> {
        if (Values.payload(v) instanceof PyFloat f) {
            return f;
        }
        throw Errors.typeError(
                "%s.__float__ returned non-float (type %s)",
                a.type().name(), v.type().name());
    }),
    COMPLEX_RESULT((x, v, a, b) -> {
        PyObject c = Values.payload(v);
        require(c instanceof PyComplex, v, "__complex__ returned non-complex (type %s)");
        return c;
    }),
    /** An int as a length. */
    LENGTH((x, v, a, b) -> Items.checkLength((PyInteger) v)),
    LEN_RESULT((x, v, a, b) -> LENGTH.on(x, x.top, Conversions.index(x, v), null, null)),
    HASH_RESULT((x, v, a, b) -> {
        long hash = Keys.result(v);
        return v instanceof PyInt i && i.value == hash ? i : PyInt.of(hash);
    }),
    /** {@code __trunc__} of a: an int, or what has {@code __index__} (CPython: PyNumber_Long). */
    TRUNC_RESULT((x, v, a, b) -> {
        require(Conversions.isIndex(v), v, "__trunc__ returned non-Integral (type %s)");
        return Conversions.index(x, v);
    }),
    /** {@code __init__} must return None; the result is the object a. */
    INIT_RETURN_SELF((x, v, a, b) -> {
        require(v == PySingleton.NONE, v, "__init__() should return None, not '%s'");
        return a;
    }),

    // ---- what came is converted, or another operation follows

    /** The truth of what came. */
    TRUTH((x, v, a, b) -> Truth.of(x, v)),
    NOT((x, v, a, b) -> PyBool.of(v != PyBool.TRUE)),
    /** Not of the truth of what came; NotImplemented stays. */
    NE_FROM_EQ((x, v, a, b) -> v == PySingleton.NOT_IMPLEMENTED ? v : Truth.not(x, v)),
    LENGTH_TRUTH((x, v, a, b) -> PyBool.of(Items.checkLength((PyInteger) v).signum() != 0)),
    LEN_TRUTH((x, v, a, b) -> LENGTH_TRUTH.on(x, x.top, Conversions.index(x, v), null, null)),
    SORTED((x, v, a, b) -> x.call(x.machine.builtins.get("sorted"), v)),
    ASCII((x, v, a, b) -> Text.toAscii(v)),
    INT_TO_FLOAT((x, v, a, b) -> new PyFloat(Ints.toDouble((PyInteger) v))),
    /** Makes the bytes that came the content of bytearray a. */
    FILL_BYTEARRAY((x, v, a, b) -> {
        byte[] bytes = ((PyBytes) Values.payload(v)).value;
        PyByteArray target = (PyByteArray) a;
        target.replace(0, target.byteLength(), bytes, bytes.length);
        return PySingleton.NONE;
    }),
    /** An instance of class a, which derives from an immutable builtin type, with what came as its value. */
    VALUE_OF_SUBCLASS((x, v, a, b) -> new PyValueInstance((PyType) a, Values.payload(v))),
    /** Returns a whatever came. */
    RETURN_A((x, v, a, b) -> a),
    /** Attribute a of what came. */
    ATTRIBUTE_OF((x, v, a, b) -> Attributes.get(x, v, (PyStr) a)),
    /** Calls what came with the arguments in tuple a; b names or None. */
    CALL_RESULT((x, v, a, b) -> x.call(v, ((PyTuple) a).items, b instanceof PyTuple t ? t : null)),
    /** {@code __new__} returned: its {@code __init__} is next. a is the class, b a tuple of args and names. */
    NEW_THEN_INIT((x, v, a, b) -> {
        PyTuple packed = (PyTuple) b;
        PyTuple names = packed.get(1) instanceof PyTuple t ? t : null;
        return Construction.initialize(x, v, (PyType) a, ((PyTuple) packed.get(0)).items, names);
    }),

    /** An entry of a dict came (a tuple), or None: whether there is one, with a value like a. */
    ENTRY_HAS_VALUE((x, v, a, b) -> {
        if (v == PySingleton.NONE) {
            return PyBool.FALSE;
        }
        PyObject found = ((PyTuple) v).get(1);
        return found == a ? PyBool.TRUE : Comparisons.equal(x, found, a);
    }),

    // ---- what came is a set

    /** It is the new content of set a; the result is b. */
    BECOME_SET((x, v, a, b) -> {
        ((PySet) a).become((PySet) v);
        return b;
    }),
    /** It is removed from set a; the result is b. */
    SUBTRACT_FROM_SET((x, v, a, b) -> SetOperations.subtract(x, (PySet) a, v, b)),
    /** Set a keeps what is in one of the two; the result is b. */
    TOGGLE_IN_SET((x, v, a, b) -> SetOperations.toggle(x, (PySet) a, v, b)),
    /** It loses the elements of a. */
    SUBTRACT((x, v, a, b) -> SetOperations.subtract(x, (PySet) v, a, v)),
    /** It keeps what is in one of it and a. */
    TOGGLE_BY((x, v, a, b) -> SetOperations.toggle(x, (PySet) v, a, v)),
    /** It gets the elements of a. */
    UPDATE((x, v, a, b) -> SetOperations.update(x, (PySet) v, a, v)),
    /** Whether it has as many elements as set a. */
    SAME_SIZE((x, v, a, b) -> PyBool.of(((PySet) v).size() == ((PySet) a).size())),

    // ---- what came is the result, unless an exception came

    /** Attribute b of object a: when its lookup fails, {@code __getattr__} is asked. */
    GETATTR_FALLBACK(Finish::value, ExceptionTypes.ATTRIBUTE_ERROR, (x, e, a, b) -> {
        Slot.Binary hook = a.type().binary(Slot.GETATTR);
        if (hook == null) {
            throw e;
        }
        return hook.apply(x, a, b);
    }),
    /** a is what to return instead when the attribute is missing. */
    DEFAULT_ON_ATTRIBUTE_ERROR(Finish::value, ExceptionTypes.ATTRIBUTE_ERROR, (x, e, a, b) -> a),
    HASATTR((x, v, a, b) -> PyBool.TRUE, ExceptionTypes.ATTRIBUTE_ERROR, (x, e, a, b) -> PyBool.FALSE),
    /** {@code from a import b}: a submodule serves when there is no attribute. */
    IMPORT_FROM(
            Finish::value, ExceptionTypes.ATTRIBUTE_ERROR, (x, e, a, b) -> ImportedNames.submodule(x, a, (PyStr) b)),
    /** a is the default of next(). */
    DEFAULT_ON_STOP(Finish::value, ExceptionTypes.STOP_ITERATION, (x, e, a, b) -> a);

    /** The step, on the value that came and what was kept for it; may end in one call into Python. */
    private interface Step {
        PyObject apply(Execution x, PyObject value, PyObject a, PyObject b);
    }

    /** What takes the place of an exception; may end in one call into Python. */
    private interface Recovery {
        PyObject apply(Execution x, PyException e, PyObject a, PyObject b);
    }

    private final Step step;
    /** The exception that {@link #recovery} is for; null when each is raised. */
    private final PyType expected;

    private final Recovery recovery;

    Finish(Step step) {
        this(step, null, null);
    }

    Finish(Step step, PyType expected, Recovery recovery) {
        this.step = step;
        this.expected = expected;
        this.recovery = recovery;
    }

    PyObject apply(Execution x, PyObject value, PyObject a, PyObject b) {
        return step.apply(x, value, a, b);
    }

    /** An exception came: returns like {@link #apply}, or throws it. */
    public PyObject recover(Execution x, PyException e, PyObject a, PyObject b) {
        if (expected == null || !e.is(expected)) {
            throw e;
        }
        return recovery.apply(x, e, a, b);
    }

    /** The operation's result {@code r}, finished now when it is there, otherwise when it comes. {@code caller}: the top frame before. */
    public PyObject on(Execution x, Frame caller, PyObject r, PyObject a, PyObject b) {
        if (r != Pending.PENDING) {
            return apply(x, r, a, b);
        }
        return x.interpose(caller, new FinishFrame(this, a, b));
    }

    private static PyObject value(Execution x, PyObject value, PyObject a, PyObject b) {
        return value;
    }

    private static PyObject require(boolean ok, PyObject value, String message) {
        if (!ok) {
            throw Errors.typeError(message, value.type().name());
        }
        return value;
    }

    private static boolean isText(PyObject value) {
        return Values.payload(value) instanceof PyStr;
    }

    private static boolean isIterator(PyObject value) {
        return value.type().unary(Slot.NEXT) != null;
    }

    private static PyObject integer(PyObject value, String message) {
        if (Values.payload(value) instanceof PyInteger i) {
            return i instanceof PyBool ? PyInt.of(i.longValue()) : i;
        }
        throw Errors.typeError(message, value.type().name());
    }
}
