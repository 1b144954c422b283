package org.picklejar.types;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.Keys;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.Comparisons;
import org.picklejar.ops.Conversions;
import org.picklejar.ops.Finish;
import org.picklejar.ops.Floats;
import org.picklejar.ops.Ints;
import org.picklejar.ops.Text;
import org.picklejar.ops.Values;
import org.picklejar.text.FloatText;
import org.picklejar.text.Formatter;
import org.picklejar.text.StringText;

/** Python's float. */
final class FloatType {
    private FloatType() {}

    static void define(TypeBuilder<PyFloat> b) {
        b.doc("Convert a string or number to a floating-point number, if possible.")
                .constructor("float(cls, x=<unset>, /)", FloatType::create)
                .unary(Slot.REPR, f -> PyStr.of(FloatText.repr(f.value)))
                .unary(Slot.HASH, f -> PyInt.of(Keys.hashDouble(f.value, f)))
                .unary(Slot.BOOL, f -> PyBool.of(f.value != 0))
                .unary(Slot.INT, f -> integer(f.value))
                .unary(Slot.FLOAT, f -> f)
                .unary(Slot.NEG, f -> new PyFloat(-f.value))
                .unary(Slot.POS, f -> f)
                .unary(Slot.ABS, f -> new PyFloat(Math.abs(f.value)))
                .rawBinary(Slot.FORMAT, FloatType::format)
                .comparisons(FloatType::compare);
        arithmetic(b, Slot.ADD, (v, w) -> new PyFloat(v + w));
        arithmetic(b, Slot.SUB, (v, w) -> new PyFloat(v - w));
        arithmetic(b, Slot.MUL, (v, w) -> new PyFloat(v * w));
        arithmetic(b, Slot.TRUEDIV, (v, w) -> new PyFloat(Floats.divide(v, w)));
        arithmetic(b, Slot.FLOORDIV, (v, w) -> new PyFloat(Floats.floorDiv(v, w)));
        arithmetic(b, Slot.MOD, (v, w) -> new PyFloat(Floats.mod(v, w)));
        arithmetic(b, Slot.DIVMOD, Floats::divmod);
        b.rawTernary(Slot.POW, (x, v, w, m) -> power(v, w, m));
        b.rawBinary(Slot.RPOW, (x, w, v) -> power(v, w, PySingleton.NONE));
        methods(b);
    }

    private static void methods(TypeBuilder<PyFloat> b) {
        b.method("conjugate(self, /)", f -> f)
                .method(
                        "is_integer(self, /)",
                        f -> PyBool.of(f.value == Math.rint(f.value) && !Double.isInfinite(f.value)))
                .method("as_integer_ratio(self, /)", f -> ratio(f.value))
                .method("hex(self, /)", f -> PyStr.of(FloatText.hex(f.value)))
                .classMethod("fromhex(cls, string, /)", FloatType::fromHex)
                .classMethod("__getformat__(cls, typestr, /)", FloatType::getFormat)
                .method("__trunc__(self, /)", f -> integer(f.value))
                .method("__floor__(self, /)", f -> integer(Math.floor(f.value)))
                .method("__ceil__(self, /)", f -> integer(Math.ceil(f.value)))
                .method("__round__(self, ndigits: index = None, /)", FloatType::round)
                .method("__getnewargs__(self, /)", f -> PyTuple.of(f))
                .getter("real", f -> f)
                .getter("imag", f -> new PyFloat(0));
    }

    private static PyObject create(Execution x, PyType cls, PyObject[] args) {
        PyObject o = args[1];
        if (o == null) {
            return NumberTypes.instance(cls, new PyFloat(0));
        }
        if (o instanceof PyFloat f) {
            return NumberTypes.instance(cls, f);
        }
        Frame caller = x.top;
        PyObject r = convert(x, o);
        return cls == PyFloat.TYPE ? r : Finish.VALUE_OF_SUBCLASS.on(x, caller, r, cls, null);
    }

    /** CPython: PyNumber_Float. */
    private static PyObject convert(Execution x, PyObject o) {
        PyObject v = Values.payload(o);
        if (v instanceof PyStr s) {
            return parse(s.toString(), StringText.repr(s.toString()));
        }
        byte[] bytes = Buffers.bytesOrNull(o);
        if (bytes != null) {
            return parse(new String(bytes, StandardCharsets.ISO_8859_1), StringText.reprBytes(bytes));
        }
        Frame caller = x.top;
        Slot.Unary f = o.type().unary(Slot.FLOAT);
        if (f != null) {
            return Finish.FLOAT_RESULT.on(x, caller, f.apply(x, o), o, null);
        }
        if (o.type().unary(Slot.INDEX) != null) {
            return Finish.INT_TO_FLOAT.on(x, caller, Conversions.index(x, o), null, null);
        }
        throw Errors.typeError(
                "float() argument must be a string or a real number, not '%s'",
                o.type().name());
    }

    private static PyFloat parse(String text, String shown) {
        try {
            return new PyFloat(FloatText.parse(text));
        } catch (NumberFormatException e) {
            throw Errors.valueError("could not convert string to float: " + shown);
        }
    }

    /** The integral part. */
    static PyInteger integer(double v) {
        if (Math.abs(v) < 9e18) {
            return PyInt.of((long) v);
        }
        if (Double.isNaN(v)) {
            throw Errors.valueError("cannot convert float NaN to integer");
        }
        if (Double.isInfinite(v)) {
            throw Errors.overflowError("cannot convert float infinity to integer");
        }
        return PyInteger.of(new BigDecimal(v).toBigInteger());
    }

    private static PyObject ratio(double v) {
        if (Double.isNaN(v)) {
            throw Errors.valueError("cannot convert NaN to integer ratio");
        }
        if (Double.isInfinite(v)) {
            throw Errors.overflowError("cannot convert Infinity to integer ratio");
        }
        BigDecimal d = new BigDecimal(v);
        BigInteger denominator = BigInteger.TEN.pow(Math.max(0, d.scale()));
        BigInteger numerator = d.multiply(new BigDecimal(denominator)).toBigInteger();
        BigInteger g = numerator.gcd(denominator);
        return PyTuple.of(PyInteger.of(numerator.divide(g)), PyInteger.of(denominator.divide(g)));
    }

    private static PyObject round(PyFloat f, PyObject digits) {
        double v = f.value;
        if (digits == PySingleton.NONE) {
            return integer(Math.rint(v));
        }
        PyInteger n = (PyInteger) digits;
        int places = n.isLong() ? (int) Math.max(-1000, Math.min(1000, n.longValue())) : n.signum() * 1000;
        try {
            return new PyFloat(FloatText.round(v, places));
        } catch (ArithmeticException e) {
            throw Errors.overflowError("rounded value too large to represent");
        }
    }

    private static PyObject fromHex(Execution x, PyType cls, PyObject[] a) {
        if (!(Values.payload(a[1]) instanceof PyStr s)) {
            throw Errors.typeError("bad argument type for built-in operation");
        }
        try {
            PyFloat f = new PyFloat(FloatText.fromHex(s.toString()));
            return cls == PyFloat.TYPE ? f : x.call(cls, f);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw NumberTypes.error(e);
        }
    }

    private static PyObject getFormat(Execution x, PyType cls, PyObject[] a) {
        String kind = Values.textOrNull(a[1]);
        if (!"double".equals(kind) && !"float".equals(kind)) {
            throw Errors.valueError("__getformat__() argument 1 must be 'double' or 'float'");
        }
        return PyStr.of("IEEE, little-endian");
    }

    @FunctionalInterface
    private interface Operation {
        PyObject apply(double a, double b);
    }

    private static void arithmetic(TypeBuilder<PyFloat> b, Slot slot, Operation op) {
        b.arithmetic(slot, (x, l, r) -> {
            PyObject v = Values.payload(l);
            PyObject w = Values.payload(r);
            return isReal(v) && isReal(w) ? op.apply(real(v), real(w)) : PySingleton.NOT_IMPLEMENTED;
        });
    }

    /** Whether a builtin value is a float or an int. */
    static boolean isReal(PyObject v) {
        return v instanceof PyFloat || v instanceof PyInteger;
    }

    static double real(PyObject v) {
        return v instanceof PyFloat f ? f.value : Ints.toDouble((PyInteger) v);
    }

    private static PyObject power(PyObject a, PyObject b, PyObject m) {
        PyObject v = Values.payload(a);
        PyObject w = Values.payload(b);
        if (!isReal(v) || !isReal(w)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        if (m != PySingleton.NONE) {
            throw Errors.typeError("pow() 3rd argument not allowed unless all arguments are integers");
        }
        return Floats.pow(real(v), real(w));
    }

    private static PyObject compare(Execution x, PyFloat a, PyObject other, Slot op) {
        PyObject o = Values.payload(other);
        if (o instanceof PyFloat b) {
            return PyBool.of(Comparisons.holds(op, a.value, b.value));
        }
        if (!(o instanceof PyInteger b)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        return PyBool.of(Double.isNaN(a.value) ? op == Slot.NE : Comparisons.holds(op, -PyInteger.compare(b, a.value)));
    }

    private static PyObject format(Execution x, PyObject self, PyObject spec) {
        PyFloat f = (PyFloat) Values.payload(self);
        String text = NumberTypes.spec(spec);
        if (text.isEmpty()) {
            return Text.str(x, self);
        }
        try {
            return PyStr.of(Formatter.format(f.value, text, self.type().name()));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw NumberTypes.error(e);
        }
    }
}
