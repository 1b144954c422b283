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
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.PyValueInstance;
import org.picklejar.core.Slot;

/** The last steps of operations whose result came from Python: checks and pure conversions. */
public enum Finish {
    /** {@code __init__} must return None; the result is the object a. */
    INIT_RETURN_SELF {
        @Override
        PyObject apply(Execution x, PyObject value, PyObject a, PyObject b) {
            if (value != PySingleton.NONE) {
                throw Errors.typeError(
                        "__init__() should return None, not '%s'", value.type().name());
            }
            return a;
        }
    },
    /** {@code __new__} returned: its {@code __init__} is next. a is the class, b a tuple of args and names. */
    NEW_THEN_INIT {
        @Override
        PyObject apply(Execution x, PyObject value, PyObject a, PyObject b) {
            PyTuple packed = (PyTuple) b;
            PyObject names = packed.get(1);
            return Construction.initialize(
                    x, value, (PyType) a, ((PyTuple) packed.get(0)).items, names instanceof PyTuple t ? t : null);
        }
    },
    BOOL_RESULT {
        @Override
        PyObject apply(Execution x, PyObject value, PyObject a, PyObject b) {
            if (!(value instanceof PyBool)) {
                throw Errors.typeError(
                        "__bool__ should return bool, returned %s", value.type().name());
            }
            return value;
        }
    },
    /** The truth of what came. */
    TRUTH {
        @Override
        PyObject apply(Execution x, PyObject value, PyObject a, PyObject b) {
            return Truth.of(x, value);
        }
    },
    NOT {
        @Override
        PyObject apply(Execution x, PyObject value, PyObject a, PyObject b) {
            return PyBool.of(value != PyBool.TRUE);
        }
    },
    /** Not of the truth of what came; NotImplemented stays. */
    NE_FROM_EQ {
        @Override
        PyObject apply(Execution x, PyObject value, PyObject a, PyObject b) {
            return value == PySingleton.NOT_IMPLEMENTED ? value : Truth.not(x, value);
        }
    },
    LEN_RESULT {
        @Override
        PyObject apply(Execution x, PyObject value, PyObject a, PyObject b) {
            return Items.checkLength(Conversions.indexValue(x, value));
        }
    },
    LEN_TRUTH {
        @Override
        PyObject apply(Execution x, PyObject value, PyObject a, PyObject b) {
            return PyBool.of(((PyInteger) LEN_RESULT.apply(x, value, a, b)).signum() != 0);
        }
    },
    STR_RESULT {
        @Override
        PyObject apply(Execution x, PyObject value, PyObject a, PyObject b) {
            return stringResult(value, "__str__");
        }
    },
    REPR_RESULT {
        @Override
        PyObject apply(Execution x, PyObject value, PyObject a, PyObject b) {
            return stringResult(value, "__repr__");
        }
    },
    ASCII {
        @Override
        PyObject apply(Execution x, PyObject value, PyObject a, PyObject b) {
            return Text.toAscii(value);
        }
    },
    FORMAT_RESULT {
        @Override
        PyObject apply(Execution x, PyObject value, PyObject a, PyObject b) {
            if (!(Values.payload(value) instanceof PyStr)) {
                throw Errors.typeError(
                        "__format__ must return a str, not %s", value.type().name());
            }
            return value;
        }
    },
    ITER_RESULT {
        @Override
        PyObject apply(Execution x, PyObject value, PyObject a, PyObject b) {
            if (value.type().unary(Slot.NEXT) == null) {
                throw Errors.typeError(
                        "iter() returned non-iterator of type '%s'",
                        value.type().name());
            }
            return value;
        }
    },
    AWAIT_RESULT {
        @Override
        PyObject apply(Execution x, PyObject value, PyObject a, PyObject b) {
            if (value.type().name().equals("coroutine")) {
                throw Errors.typeError("__await__() returned a coroutine");
            }
            if (value.type().unary(Slot.NEXT) == null) {
                throw Errors.typeError(
                        "__await__() returned non-iterator of type '%s'",
                        value.type().name());
            }
            return value;
        }
    },
    AITER_RESULT {
        @Override
        PyObject apply(Execution x, PyObject value, PyObject a, PyObject b) {
            if (value.type().unary(Slot.ANEXT) == null) {
                throw Errors.typeError(
                        "'async for' received an object from __aiter__ that does not implement __anext__: %s",
                        value.type().name());
            }
            return value;
        }
    },
    INDEX_RESULT {
        @Override
        PyObject apply(Execution x, PyObject value, PyObject a, PyObject b) {
            if (Values.payload(value) instanceof PyInteger i) {
                return i instanceof PyBool ? PyInt.of(i.longValue()) : i;
            }
            throw Errors.typeError(
                    "__index__ returned non-int (type %s)", value.type().name());
        }
    },
    INT_RESULT {
        @Override
        PyObject apply(Execution x, PyObject value, PyObject a, PyObject b) {
            if (Values.payload(value) instanceof PyInteger i) {
                return i instanceof PyBool ? PyInt.of(i.longValue()) : i;
            }
            throw Errors.typeError(
                    "__int__ returned non-int (type %s)", value.type().name());
        }
    },
    FLOAT_RESULT {
        @Override
        PyObject apply(Execution x, PyObject value, PyObject a, PyObject b) {
            if (Values.payload(value) instanceof PyFloat f) {
                return f;
            }
            throw Errors.typeError(
                    "%s.__float__ returned non-float (type %s)",
                    a.type().name(), value.type().name());
        }
    },
    HASH_RESULT {
        @Override
        PyObject apply(Execution x, PyObject value, PyObject a, PyObject b) {
            if (Values.payload(value) instanceof PyInteger i) {
                long h = i.isLong() ? i.longValue() : Keys.hashBig(i.big());
                return PyInt.of(h == -1 ? -2 : h);
            }
            throw Errors.typeError("__hash__ method should return an integer");
        }
    },
    /** Attribute b of object a: when its lookup fails, {@code __getattr__} is asked. */
    GETATTR_FALLBACK {
        @Override
        PyObject apply(Execution x, PyObject value, PyObject a, PyObject b) {
            return value;
        }

        @Override
        public PyObject recover(Execution x, PyException e, PyObject a, PyObject b) {
            Slot.Binary hook = a.type().binary(Slot.GETATTR);
            if (hook == null || !e.is(ExceptionTypes.ATTRIBUTE_ERROR)) {
                throw e;
            }
            return hook.apply(x, a, b);
        }
    },
    /** a is what to return instead when the attribute is missing. */
    DEFAULT_ON_ATTRIBUTE_ERROR {
        @Override
        PyObject apply(Execution x, PyObject value, PyObject a, PyObject b) {
            return value;
        }

        @Override
        public PyObject recover(Execution x, PyException e, PyObject a, PyObject b) {
            if (!e.is(ExceptionTypes.ATTRIBUTE_ERROR)) {
                throw e;
            }
            return a;
        }
    },
    HASATTR {
        @Override
        PyObject apply(Execution x, PyObject value, PyObject a, PyObject b) {
            return PyBool.TRUE;
        }

        @Override
        public PyObject recover(Execution x, PyException e, PyObject a, PyObject b) {
            if (!e.is(ExceptionTypes.ATTRIBUTE_ERROR)) {
                throw e;
            }
            return PyBool.FALSE;
        }
    },
    /** a is the default of next(). */
    DEFAULT_ON_STOP {
        @Override
        PyObject apply(Execution x, PyObject value, PyObject a, PyObject b) {
            return value;
        }

        @Override
        public PyObject recover(Execution x, PyException e, PyObject a, PyObject b) {
            if (!e.is(ExceptionTypes.STOP_ITERATION)) {
                throw e;
            }
            return a;
        }
    },
    /** {@code from a import b}: a submodule serves when there is no attribute. */
    IMPORT_FROM {
        @Override
        PyObject apply(Execution x, PyObject value, PyObject a, PyObject b) {
            return value;
        }

        @Override
        public PyObject recover(Execution x, PyException e, PyObject a, PyObject b) {
            if (!e.is(ExceptionTypes.ATTRIBUTE_ERROR)) {
                throw e;
            }
            return ImportedNames.submodule(x, a, (PyStr) b);
        }
    },
    /** {@code __trunc__} of a: an int, or what has {@code __index__} (CPython: PyNumber_Long). */
    TRUNC_RESULT {
        @Override
        PyObject apply(Execution x, PyObject value, PyObject a, PyObject b) {
            if (!Conversions.isIndex(value)) {
                throw Errors.typeError(
                        "__trunc__ returned non-Integral (type %s)",
                        value.type().name());
            }
            return Conversions.index(x, value);
        }
    },
    INT_TO_FLOAT {
        @Override
        PyObject apply(Execution x, PyObject value, PyObject a, PyObject b) {
            return new PyFloat(Ints.toDouble((PyInteger) value));
        }
    },
    COMPLEX_RESULT {
        @Override
        PyObject apply(Execution x, PyObject value, PyObject a, PyObject b) {
            if (Values.payload(value) instanceof PyComplex c) {
                return c;
            }
            throw Errors.typeError(
                    "__complex__ returned non-complex (type %s)", value.type().name());
        }
    },
    BYTES_RESULT {
        @Override
        PyObject apply(Execution x, PyObject value, PyObject a, PyObject b) {
            if (Values.payload(value) instanceof PyBytes) {
                return value;
            }
            throw Errors.typeError(
                    "__bytes__ returned non-bytes (type %s)", value.type().name());
        }
    },
    /** Makes the bytes that came the content of bytearray a. */
    FILL_BYTEARRAY {
        @Override
        PyObject apply(Execution x, PyObject value, PyObject a, PyObject b) {
            byte[] bytes = ((PyBytes) Values.payload(value)).value;
            PyByteArray target = (PyByteArray) a;
            target.replace(0, target.byteLength(), bytes, bytes.length);
            return PySingleton.NONE;
        }
    },
    /** An instance of class a, which derives from an immutable builtin type, with what came as its value. */
    VALUE_OF_SUBCLASS {
        @Override
        PyObject apply(Execution x, PyObject value, PyObject a, PyObject b) {
            return new PyValueInstance((PyType) a, Values.payload(value));
        }
    },
    /** Returns a whatever came. */
    RETURN_A {
        @Override
        PyObject apply(Execution x, PyObject value, PyObject a, PyObject b) {
            return a;
        }
    },
    /** Attribute a of what came. */
    ATTRIBUTE_OF {
        @Override
        PyObject apply(Execution x, PyObject value, PyObject a, PyObject b) {
            return Attributes.get(x, value, (PyStr) a);
        }
    },
    /** Calls what came with the arguments in tuple a; b names or None. */
    CALL_RESULT {
        @Override
        PyObject apply(Execution x, PyObject value, PyObject a, PyObject b) {
            return x.call(value, ((PyTuple) a).items, b instanceof PyTuple t ? t : null);
        }
    };

    abstract PyObject apply(Execution x, PyObject value, PyObject a, PyObject b);

    public PyObject recover(Execution x, PyException e, PyObject a, PyObject b) {
        throw e;
    }

    /** The operation's result {@code r}, finished now when it is there, otherwise when it comes. {@code caller}: the top frame before. */
    public PyObject on(Execution x, Frame caller, PyObject r, PyObject a, PyObject b) {
        if (r != Pending.PENDING) {
            return apply(x, r, a, b);
        }
        return x.interpose(caller, new FinishFrame(this, a, b));
    }

    private static PyObject stringResult(PyObject value, String method) {
        if (!(value instanceof PyStr) && !(value instanceof PyValueInstance v && v.payload instanceof PyStr)) {
            throw Errors.typeError(
                    "%s returned non-string (type %s)", method, value.type().name());
        }
        return value;
    }
}
