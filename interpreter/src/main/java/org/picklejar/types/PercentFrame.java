package org.picklejar.types;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.Names;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyException;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Slot;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.Conversions;
import org.picklejar.ops.Finish;
import org.picklejar.ops.Items;
import org.picklejar.ops.Text;
import org.picklejar.ops.TextBuilder;
import org.picklejar.ops.Values;
import org.picklejar.text.IntText;
import org.picklejar.text.PercentFormat;

/** {@code format % args} of str, bytes and bytearray. The format of bytes is a str of Latin-1 characters here. */
public final class PercentFrame extends NativeFrame {
    /** What the result is. */
    enum Target {
        STR,
        BYTES,
        BYTEARRAY
    }

    private enum State {
        PIECE,
        LOOKED_UP,
        CONVERTED
    }

    private PyStr format;
    private List<PercentFormat.Piece> pieces;
    private Target target;
    private PyObject args;
    /** Whether args may be looked up by key. */
    private boolean isMapping;
    /** A tuple of arguments or, {@code single}, one argument. */
    private PyObject current;

    private boolean single;
    /** How many arguments of {@link #current} are used. */
    private int used;

    private State state = State.PIECE;
    private int at;
    private int width;
    private int precision;
    private boolean left;
    private final TextBuilder out = new TextBuilder();

    /** For unpickling. */
    public PercentFrame() {}

    PercentFrame(PyStr format, PyObject args, Target target) {
        this.format = format;
        this.pieces = PercentFormat.parse(format.toString());
        this.args = args;
        this.target = target;
        PyObject v = Values.payload(args);
        single = !(v instanceof PyTuple);
        current = single ? args : v;
        isMapping = single
                && args.type().binary(Slot.GETITEM) != null
                && !(v instanceof PyStr)
                && !(target != Target.STR && Buffers.isBytesLike(args));
    }

    @Override
    public PyObject step(Execution x, PyObject value) {
        PyObject v = value;
        for (; ; ) {
            switch (state) {
                case PIECE -> {
                    if (at == pieces.size()) {
                        return end();
                    }
                    PercentFormat.Piece p = pieces.get(at);
                    if (p instanceof PercentFormat.Literal l) {
                        out.append(l.text());
                        at++;
                        continue;
                    }
                    String key = p instanceof PercentFormat.Conversion c ? c.key() : ((PercentFormat.Failure) p).key();
                    v = null;
                    state = State.LOOKED_UP;
                    if (key != null) {
                        v = lookup(x, key);
                    }
                }
                case LOOKED_UP -> {
                    if (v != null) {
                        current = v;
                        single = true;
                        used = 0;
                    }
                    state = State.CONVERTED;
                    v = convert(x);
                }
                case CONVERTED -> {
                    append(conversion(), v);
                    at++;
                    state = State.PIECE;
                }
            }
            if (v == Pending.PENDING) {
                return v;
            }
        }
    }

    private PyObject lookup(Execution x, String key) {
        if (!isMapping) {
            throw Errors.typeError("format requires a mapping");
        }
        return Items.get(
                x, args, target == Target.STR ? PyStr.of(key) : new PyBytes(key.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private PercentFormat.Conversion conversion() {
        return (PercentFormat.Conversion) pieces.get(at);
    }

    private PyObject argument() {
        if (single ? used > 0 : used >= ((PyTuple) current).size()) {
            throw Errors.typeError("not enough arguments for format string");
        }
        used++;
        return single ? current : ((PyTuple) current).get(used - 1);
    }

    private PyObject convert(Execution x) {
        if (pieces.get(at) instanceof PercentFormat.Failure f) {
            throw Errors.valueError(f.message());
        }
        PercentFormat.Conversion c = conversion();
        left = c.left();
        width = c.width();
        if (width == PercentFormat.STAR) {
            width = star("width too big");
            left |= width < 0;
            width = Math.abs(width);
        }
        precision = c.precision();
        if (precision == PercentFormat.STAR) {
            precision = Math.max(0, star("precision too big"));
        }
        PyObject v = argument();
        if (!c.isKnown() || target == Target.STR && c.type() == 'b') {
            throw Errors.valueError(c.unsupported());
        }
        return switch (c.type()) {
            case 's' -> target == Target.STR ? Text.str(x, v) : bytes(x, v);
            case 'b' -> bytes(x, v);
            case 'r' -> target == Target.STR ? Text.repr(x, v) : Text.ascii(x, v);
            case 'a' -> Text.ascii(x, v);
            case 'c' -> Conversions.isIndex(v) ? Conversions.index(x, v) : v;
            case 'd', 'i', 'u', 'o', 'x', 'X' -> integer(x, c, v);
            default -> Conversions.real(x, v);
        };
    }

    private int star(String tooBig) {
        if (!(Values.payload(argument()) instanceof PyInteger i)) {
            throw Errors.typeError("* wants int");
        }
        if (!i.isLong() || i.longValue() != (int) i.longValue()) {
            throw Errors.valueError(tooBig);
        }
        return (int) i.longValue();
    }

    private static PyObject bytes(Execution x, PyObject v) {
        byte[] b = Buffers.bytesOrNull(v);
        if (b != null) {
            return PyStr.of(new String(b, StandardCharsets.ISO_8859_1));
        }
        PyObject method = v.type().lookup(Names.BYTES);
        if (method == null) {
            throw Errors.typeError(
                    "%%b requires a bytes-like object, or an object that implements __bytes__, not '%s'",
                    v.type().name());
        }
        Frame caller = x.top;
        return Finish.BYTES_RESULT.on(x, caller, x.callSpecial(v, method, new PyObject[] {v}, null), null, null);
    }

    private static PyObject integer(Execution x, PercentFormat.Conversion c, PyObject v) {
        PyObject value = Values.payload(v);
        if (value instanceof PyInteger i) {
            return i;
        }
        boolean decimal = c.type() == 'd' || c.type() == 'i' || c.type() == 'u';
        Slot.Unary f = decimal ? v.type().unary(Slot.INT) : null;
        if (f == null && v.type().unary(Slot.INDEX) == null) {
            throw notInteger(c, v);
        }
        Frame caller = x.top;
        try {
            return f != null ? Finish.INT_RESULT.on(x, caller, f.apply(x, v), v, null) : Conversions.index(x, v);
        } catch (PyException e) {
            throw e.is(ExceptionTypes.TYPE_ERROR) ? notInteger(c, v) : e;
        }
    }

    private static PyException notInteger(PercentFormat.Conversion c, PyObject v) {
        boolean decimal = c.type() == 'd' || c.type() == 'i' || c.type() == 'u';
        return Errors.typeError(
                "%%%c format: %s is required, not %s",
                (char) c.type(),
                decimal ? "a real number" : "an integer",
                v.type().name());
    }

    private void append(PercentFormat.Conversion given, PyObject converted) {
        PercentFormat.Conversion c = left == given.left()
                ? given
                : new PercentFormat.Conversion(
                        given.key(),
                        left,
                        given.plus(),
                        given.space(),
                        given.alternate(),
                        given.zero(),
                        given.width(),
                        given.precision(),
                        given.type(),
                        given.index());
        PyObject v = Values.payload(converted);
        try {
            switch (c.type()) {
                case 's', 'r', 'a', 'b' ->
                    text(
                            v instanceof PyBytes b
                                    ? PyStr.of(new String(b.value, StandardCharsets.ISO_8859_1))
                                    : (PyStr) v,
                            precision);
                case 'c' -> text(character(converted), PercentFormat.NONE);
                case 'd', 'i', 'u', 'o', 'x', 'X' -> out.append(decimalOrOther(c, (PyInteger) v));
                default -> out.append(PercentFormat.formatFloat(c, width, precision, ((PyFloat) v).value));
            }
        } catch (IllegalArgumentException e) {
            throw Errors.valueError(e.getMessage());
        }
    }

    private String decimalOrOther(PercentFormat.Conversion c, PyInteger i) {
        boolean simple =
                i.isLong() && width == PercentFormat.NONE && precision == PercentFormat.NONE && !c.plus() && !c.space();
        return simple && "diu".indexOf(c.type()) >= 0
                ? Long.toString(i.longValue())
                : PercentFormat.formatInt(c, width, precision, i.big(), IntText.DEFAULT_MAX_DIGITS);
    }

    private void text(PyStr s, int most) {
        PyStr part = most >= 0 && most < s.length() ? s.substring(0, most) : s;
        int fill = Math.max(0, width - part.length());
        out.repeat(' ', left ? 0 : fill).append(part).repeat(' ', left ? fill : 0);
    }

    private PyStr character(PyObject o) {
        PyObject v = Values.payload(o);
        boolean str = target == Target.STR;
        if (v instanceof PyInteger i) {
            if (!i.isLong() || i.longValue() < 0 || i.longValue() > (str ? 0x10FFFF : 255)) {
                throw Errors.overflowError(str ? "%c arg not in range(0x110000)" : "%c arg not in range(256)");
            }
            return PyStr.ofCodePoint((int) i.longValue());
        }
        if (str) {
            if (v instanceof PyStr s && s.length() == 1) {
                return s;
            }
            throw Errors.typeError("%c requires int or char");
        }
        byte[] b = Buffers.bytesOrNull(v);
        if (b != null && b.length == 1) {
            return PyStr.ofChar((char) (b[0] & 0xFF));
        }
        throw Errors.typeError("%c requires an integer in range(256) or a single byte");
    }

    private PyObject end() {
        boolean over = single ? used == 0 : used < ((PyTuple) current).size();
        if (over && !isMapping) {
            throw Errors.typeError(
                    target == Target.STR
                            ? "not all arguments converted during string formatting"
                            : "not all arguments converted during bytes formatting");
        }
        PyStr s = out.toStr();
        if (target == Target.STR) {
            return s;
        }
        byte[] b = s.toString().getBytes(StandardCharsets.ISO_8859_1);
        return target == Target.BYTES ? ByteKind.BYTES.make(b) : ByteKind.BYTEARRAY.make(b);
    }

    @Override
    public PyObject raise(Execution x, PyException e) {
        if (state == State.CONVERTED
                && e.is(ExceptionTypes.TYPE_ERROR)
                && "diuoxX".indexOf(conversion().type()) >= 0) {
            throw notInteger(conversion(), single ? current : ((PyTuple) current).get(used - 1));
        }
        throw e;
    }

    @Override
    public PyObject[] save() {
        return new PyObject[] {
            format,
            args,
            PyInt.of(target.ordinal()),
            current,
            PyInt.of(used),
            PyInt.of(state.ordinal()),
            PyInt.of(at),
            PyInt.of(width),
            PyInt.of(precision),
            out.toStr(),
            PyBool.of(left),
            PyBool.of(single)
        };
    }

    @Override
    public void restore(PyObject[] s) {
        PercentFrame start = new PercentFrame((PyStr) s[0], s[1], Target.values()[integer(s[2])]);
        format = start.format;
        pieces = start.pieces;
        args = start.args;
        target = start.target;
        isMapping = start.isMapping;
        current = s[3];
        used = integer(s[4]);
        state = State.values()[integer(s[5])];
        at = integer(s[6]);
        width = integer(s[7]);
        precision = integer(s[8]);
        out.append((PyStr) s[9]);
        left = s[10] == PyBool.TRUE;
        single = s[11] == PyBool.TRUE;
    }

    private static int integer(PyObject o) {
        return (int) ((PyInt) o).value;
    }
}
