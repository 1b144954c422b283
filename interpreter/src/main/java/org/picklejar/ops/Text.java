package org.picklejar.ops;

import java.util.Locale;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.Identity;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;

/** {@code str()}, {@code repr()}, {@code ascii()} and {@code format()}. */
public final class Text {
    private Text() {}

    /** {@code str(o)}: an exact str or an instance of a subclass. */
    public static PyObject str(Execution x, PyObject o) {
        if (o instanceof PyStr) {
            return o;
        }
        if (o instanceof PyInt i) {
            return PyStr.of(Long.toString(i.value));
        }
        Frame caller = x.top;
        return Finish.STR_RESULT.on(x, caller, o.type().unary(Slot.STR).apply(x, o), null, null);
    }

    public static PyObject repr(Execution x, PyObject o) {
        if (o instanceof PyInt i) {
            return PyStr.of(Long.toString(i.value));
        }
        Slot.Unary f = o.type().unary(Slot.REPR);
        if (f == null) {
            return PyStr.of(defaultRepr(o));
        }
        Frame caller = x.top;
        return Finish.REPR_RESULT.on(x, caller, f.apply(x, o), null, null);
    }

    public static PyObject ascii(Execution x, PyObject o) {
        Frame caller = x.top;
        return Finish.ASCII.on(x, caller, repr(x, o), null, null);
    }

    /** {@code format(o, spec)}. */
    public static PyObject format(Execution x, PyObject o, PyObject spec) {
        if (o instanceof PyStr && spec == PyStr.EMPTY) {
            return o;
        }
        if (o instanceof PyInt && spec == PyStr.EMPTY) {
            return str(x, o);
        }
        Slot.Binary f = o.type().binary(Slot.FORMAT);
        Frame caller = x.top;
        return Finish.FORMAT_RESULT.on(x, caller, f.apply(x, o, spec), null, null);
    }

    /** The str now; Python code for it runs nested (blocking). */
    public static String strNow(Execution x, PyObject o) {
        return Values.payload(x.await(() -> str(x, o))).toString();
    }

    public static String reprNow(Execution x, PyObject o) {
        return Values.payload(x.await(() -> repr(x, o))).toString();
    }

    /** {@code <C object at 0x...>}. */
    public static String defaultRepr(PyObject o) {
        PyType t = o.type();
        return "<" + t.module().replaceFirst("^builtins$", "") + (t.module().equals("builtins") ? "" : ".")
                + t.qualname() + " object at " + address(o) + ">";
    }

    /** A stand-in for the address, as {@code id()} and reprs have it. */
    public static String address(PyObject o) {
        return String.format(Locale.ROOT, "0x%012x", Identity.id(o));
    }

    /** What {@code id()} gives. */
    public static PyInt identity(PyObject o) {
        return PyInt.identity(Identity.id(o));
    }

    /** A repr with everything beyond ASCII escaped. */
    static PyObject toAscii(PyObject repr) {
        PyStr s = (PyStr) Values.payload(repr);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < s.length(); i++) {
            int c = s.codePointAt(i);
            if (c < 128) {
                out.append((char) c);
            } else {
                out.append(
                        c < 256
                                ? String.format(Locale.ROOT, "\\x%02x", c)
                                : c < 65536
                                        ? String.format(Locale.ROOT, "\\u%04x", c)
                                        : String.format(Locale.ROOT, "\\U%08x", c));
            }
        }
        return PyStr.of(out.toString());
    }

    /** TypeError unless the format spec is empty: {@code object.__format__}. */
    public static PyObject plainFormat(Execution x, PyObject o, PyObject spec) {
        if (Values.payload(spec) instanceof PyStr s && s.length() > 0) {
            throw Errors.typeError(
                    "unsupported format string passed to %s.__format__",
                    o.type().name());
        }
        return str(x, o);
    }
}
