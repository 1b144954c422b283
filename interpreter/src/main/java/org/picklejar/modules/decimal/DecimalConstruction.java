package org.picklejar.modules.decimal;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.PyValueInstance;
import org.picklejar.ops.Values;
import org.picklejar.text.decimal.Condition;
import org.picklejar.text.decimal.Decimal;
import org.picklejar.text.decimal.DecimalContext;
import org.picklejar.text.decimal.DecimalReader;

/** Decimals out of other objects. */
final class DecimalConstruction {
    private static final int PARTS = 3;

    private DecimalConstruction() {}

    /** {@code Decimal(value, context)}: the exact value. */
    static PyObject create(Execution x, PyType cls, PyObject[] args) {
        PyDecimalContext context = PyDecimalContext.argument(x, args[2]);
        PyObject value = args[1];
        if (value instanceof PyDecimal && cls == PyDecimal.TYPE) {
            return value;
        }
        PyDecimal d = new PyDecimal(exact(x, value, context));
        return cls == PyDecimal.TYPE ? d : new PyValueInstance(cls, d);
    }

    private static Decimal exact(Execution x, PyObject value, PyDecimalContext context) {
        Decimal number = Operands.orNull(value);
        if (number != null) {
            return number;
        }
        PyObject v = Values.payload(value);
        if (v instanceof PyFloat f) {
            context.raise(x, Condition.FLOAT_OPERATION);
            return Operands.of(f);
        }
        String text = text(value, true);
        DecimalContext c = context.begin();
        Decimal d = Operation.guarded(() -> DecimalReader.readExactly(text, c));
        context.raise(x, c.status);
        return d;
    }

    /** {@code context.create_decimal(value)}: the value rounded. */
    static PyObject createIn(Execution x, PyDecimalContext context, PyObject value) {
        Decimal number = Operands.orNull(value);
        if (number != null) {
            if (number.isZero() && Values.payload(value) instanceof PyInteger) {
                // An int that is zero is not rounded (CPython: dec_from_long).
                return new PyDecimal(number);
            }
            return rounded(x, context, number);
        }
        PyObject v = Values.payload(value);
        if (v instanceof PyFloat f) {
            context.raise(x, Condition.FLOAT_OPERATION);
            return rounded(x, context, Operands.of(f));
        }
        String text = text(value, false);
        return Operation.run(x, context, (a, c) -> DecimalReader.read(text, c), Decimal.ZERO);
    }

    private static PyObject rounded(Execution x, PyDecimalContext context, Decimal d) {
        DecimalContext c = context.arithmetic;
        if (d.isNan() && d.payloadDigits() > c.prec - (c.clamp ? 1 : 0)) {
            context.raise(x, Condition.CONVERSION_SYNTAX);
            return new PyDecimal(Decimal.NAN);
        }
        return Operation.run(x, context, (a, in) -> in.finish(a), d);
    }

    /** {@code Decimal.from_float(f)}. */
    static PyObject fromFloat(Execution x, PyType cls, PyObject f) {
        PyDecimal d = new PyDecimal(ofFloat(f));
        return cls == PyDecimal.TYPE ? d : x.call(cls, d);
    }

    /** {@code context.create_decimal_from_float(f)}. */
    static PyObject fromFloatIn(Execution x, PyDecimalContext context, PyObject f) {
        return rounded(x, context, ofFloat(f));
    }

    private static Decimal ofFloat(PyObject o) {
        PyObject v = Values.payload(o);
        if (v instanceof PyFloat f) {
            return Operands.of(f);
        }
        if (v instanceof PyInteger i) {
            return Operands.of(i);
        }
        throw Errors.typeError("argument must be int or float");
    }

    /** The text of a str, or of a (sign, digits, exponent). */
    private static String text(PyObject o, boolean strip) {
        PyObject v = Values.payload(o);
        if (v instanceof PyStr s) {
            return DecimalReader.ascii(s.toString(), strip);
        }
        if (v instanceof PyTuple || v instanceof PyList) {
            return parts(items(v));
        }
        throw Operands.notSupported(o);
    }

    private static PyObject[] items(PyObject sequence) {
        PyObject v = Values.payload(sequence);
        return v instanceof PyTuple t ? t.items : v instanceof PyList l ? l.toArray() : null;
    }

    private static String parts(PyObject... parts) {
        if (parts.length != PARTS) {
            throw Errors.valueError("argument must be a sequence of length 3");
        }
        StringBuilder out = new StringBuilder();
        if (!(Values.payload(parts[0]) instanceof PyInteger sign)
                || !sign.isLong()
                || sign.longValue() < 0
                || sign.longValue() > 1) {
            throw Errors.valueError("sign must be an integer with the value 0 or 1");
        }
        out.append(sign.longValue() == 1 ? '-' : '+');
        PyObject exponent = Values.payload(parts[2]);
        String special = exponent instanceof PyStr s ? s.toString() : null;
        PyObject[] digits = items(parts[1]);
        if (special == null && !(exponent instanceof PyInteger)) {
            throw Errors.valueError("exponent must be an integer");
        }
        if (special != null) {
            switch (special) {
                case "F" -> {
                    return out.append("Inf").toString();
                }
                case "n" -> out.append("NaN");
                case "N" -> out.append("sNaN");
                default -> throw Errors.valueError("string argument in the third position must be 'F', 'n' or 'N'");
            }
        }
        if (digits == null) {
            throw badDigits();
        }
        for (PyObject o : digits) {
            if (!(Values.payload(o) instanceof PyInteger i) || !i.isLong() || i.longValue() < 0 || i.longValue() > 9) {
                throw badDigits();
            }
            out.append((char) ('0' + i.longValue()));
        }
        if (special != null) {
            return out.toString();
        }
        out.append(digits.length == 0 ? "0" : "");
        return out.append('E').append(ContextType.size((PyInteger) exponent)).toString();
    }

    private static RuntimeException badDigits() {
        return Errors.valueError("coefficient must be a tuple of digits");
    }
}
