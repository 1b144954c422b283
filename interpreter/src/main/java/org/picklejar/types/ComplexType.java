package org.picklejar.types;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Keys;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyComplex;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Complexes;
import org.picklejar.ops.Steps;
import org.picklejar.ops.Text;
import org.picklejar.ops.Values;
import org.picklejar.text.FloatText;
import org.picklejar.text.Formatter;

/** Python's complex. */
final class ComplexType {
    private ComplexType() {}

    static void define(TypeBuilder<PyComplex> b) {
        b.doc("Create a complex number from a string or numbers.")
                .constructor(
                        "complex(cls, real=<unset>, imag=<unset>)",
                        (x, cls, a) -> Steps.run(x, new ComplexFrame(cls, a[1], a[2])))
                .unary(Slot.REPR, c -> PyStr.of(repr(c)))
                .unary(Slot.HASH, c -> PyInt.of(Keys.hashComplex(c)))
                .unary(Slot.BOOL, c -> PyBool.of(c.re != 0 || c.im != 0))
                .unary(Slot.NEG, c -> new PyComplex(-c.re, -c.im))
                .unary(Slot.POS, c -> c)
                .unary(Slot.ABS, ComplexType::abs)
                .rawBinary(Slot.FORMAT, ComplexType::format)
                .comparisons(ComplexType::compare);
        arithmetic(b, Slot.ADD, Complexes::add);
        arithmetic(b, Slot.SUB, Complexes::subtract);
        arithmetic(b, Slot.MUL, Complexes::multiply);
        arithmetic(b, Slot.TRUEDIV, Complexes::divide);
        b.rawTernary(Slot.POW, (x, v, w, m) -> power(v, w, m));
        b.rawBinary(Slot.RPOW, (x, w, v) -> power(v, w, PySingleton.NONE));
        b.method("conjugate(self, /)", c -> new PyComplex(c.re, -c.im))
                .method("__complex__(self, /)", c -> c)
                .method("__getnewargs__(self, /)", c -> PyTuple.of(new PyFloat(c.re), new PyFloat(c.im)))
                .member("real", c -> new PyFloat(c.re))
                .member("imag", c -> new PyFloat(c.im));
    }

    static String repr(PyComplex c) {
        String im = part(c.im) + "j";
        if (c.re == 0 && Math.copySign(1, c.re) > 0) {
            return im;
        }
        return "(" + part(c.re) + (im.startsWith("-") ? "" : "+") + im + ")";
    }

    /** A float's repr without a trailing ".0". */
    private static String part(double v) {
        return FloatText.format(v, 'r', 0, FloatText.Layout.PLAIN);
    }

    private static PyObject abs(PyComplex c) {
        double r = Math.hypot(c.re, c.im);
        if (Double.isInfinite(r) && !Double.isInfinite(c.re) && !Double.isInfinite(c.im)) {
            throw Errors.overflowError("absolute value too large");
        }
        return new PyFloat(r);
    }

    @FunctionalInterface
    private interface Operation {
        PyComplex apply(PyComplex a, PyComplex b);
    }

    private static void arithmetic(TypeBuilder<PyComplex> b, Slot slot, Operation op) {
        b.arithmetic(slot, (x, l, r) -> {
            PyComplex v = valueOrNull(l);
            PyComplex w = valueOrNull(r);
            return v == null || w == null ? PySingleton.NOT_IMPLEMENTED : op.apply(v, w);
        });
    }

    private static PyComplex valueOrNull(PyObject o) {
        PyObject v = Values.payload(o);
        return v instanceof PyComplex c ? c : FloatType.isReal(v) ? new PyComplex(FloatType.real(v), 0) : null;
    }

    private static PyObject power(PyObject a, PyObject b, PyObject m) {
        PyComplex v = valueOrNull(a);
        PyComplex w = valueOrNull(b);
        if (v == null || w == null) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        if (m != PySingleton.NONE) {
            throw Errors.valueError("complex modulo");
        }
        return Complexes.power(v, w);
    }

    private static PyObject compare(Execution x, PyComplex a, PyObject other, Slot op) {
        if (op != Slot.EQ && op != Slot.NE) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        PyObject o = Values.payload(other);
        boolean equal;
        if (o instanceof PyComplex b) {
            equal = a.re == b.re && a.im == b.im;
        } else if (o instanceof PyFloat f) {
            equal = a.re == f.value && a.im == 0;
        } else if (o instanceof PyInteger i) {
            equal = a.im == 0 && !Double.isNaN(a.re) && PyInteger.compare(i, a.re) == 0;
        } else {
            return PySingleton.NOT_IMPLEMENTED;
        }
        return PyBool.of(equal == (op == Slot.EQ));
    }

    private static PyObject format(Execution x, PyObject self, PyObject spec) {
        PyComplex c = (PyComplex) Values.payload(self);
        String text = NumberTypes.spec(spec);
        if (text.isEmpty()) {
            return Text.str(x, self);
        }
        try {
            return PyStr.of(Formatter.format(c.re, c.im, text, self.type().name()));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw NumberTypes.error(e);
        }
    }
}
