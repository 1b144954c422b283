package org.picklejar.types;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.Names;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyComplex;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.ops.Conversions;
import org.picklejar.ops.Finish;
import org.picklejar.ops.Values;

/** {@code complex(real, imag)}: converts the real part, then the imaginary part. */
public final class ComplexFrame extends NativeFrame {
    private PyType cls;
    /** The arguments, each replaced by a complex or float once it is converted. Null when not given. */
    private PyObject real;

    private PyObject imag;
    private int converted;

    /** For unpickling. */
    public ComplexFrame() {}

    ComplexFrame(PyType cls, PyObject real, PyObject imag) {
        this.cls = cls;
        this.real = real;
        this.imag = imag;
    }

    @Override
    public PyObject step(Execution x, PyObject value) {
        PyObject v = value;
        if (v == null) {
            PyObject text = real == null ? null : Values.payload(real);
            if (text instanceof PyStr s) {
                if (imag != null) {
                    throw Errors.typeError("complex() can't take second arg if first is a string");
                }
                return NumberTypes.instance(cls, ComplexText.parse(s.toString()));
            }
            if (imag != null && Values.payload(imag) instanceof PyStr) {
                throw Errors.typeError("complex() second arg can't be a string");
            }
            v = convert(x, real, true);
        }
        for (; ; ) {
            if (v == Pending.PENDING) {
                return v;
            }
            if (converted++ == 0) {
                real = v;
                v = convert(x, imag, false);
            } else {
                imag = v;
                return result();
            }
        }
    }

    private static PyObject convert(Execution x, PyObject o, boolean first) {
        if (o == null) {
            return new PyFloat(0);
        }
        if (o instanceof PyComplex || o instanceof PyFloat) {
            return o;
        }
        Frame caller = x.top;
        PyObject method = first ? o.type().lookup(Names.COMPLEX) : null;
        if (method != null) {
            return Finish.COMPLEX_RESULT.on(x, caller, x.callSpecial(o, method, new PyObject[] {o}, null), o, null);
        }
        if (Values.payload(o) instanceof PyComplex c) {
            return c;
        }
        Slot.Unary f = o.type().unary(Slot.FLOAT);
        if (f != null) {
            return Finish.FLOAT_RESULT.on(x, caller, f.apply(x, o), o, null);
        }
        if (o.type().unary(Slot.INDEX) != null) {
            return Finish.INT_TO_FLOAT.on(x, caller, Conversions.index(x, o), null, null);
        }
        throw Errors.typeError(
                first
                        ? "complex() first argument must be a string or a number, not '%s'"
                        : "complex() second argument must be a number, not '%s'",
                o.type().name());
    }

    private PyObject result() {
        PyComplex r = real instanceof PyComplex c ? c : new PyComplex(((PyFloat) real).value, 0);
        if (imag instanceof PyComplex i) {
            return NumberTypes.instance(cls, new PyComplex(r.re - i.im, r.im + i.re));
        }
        double im = ((PyFloat) imag).value;
        return NumberTypes.instance(cls, new PyComplex(r.re, real instanceof PyComplex ? r.im + im : im));
    }

    @Override
    public PyObject[] save() {
        return new PyObject[] {
            cls, real == null ? PySingleton.NONE : real, imag == null ? PySingleton.NONE : imag, PyInt.of(converted)
        };
    }

    @Override
    public void restore(PyObject[] state) {
        cls = (PyType) state[0];
        real = state[1] == PySingleton.NONE ? null : state[1];
        imag = state[2] == PySingleton.NONE ? null : state[2];
        converted = (int) ((PyInt) state[3]).value;
    }
}
