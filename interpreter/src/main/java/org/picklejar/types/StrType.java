package org.picklejar.types;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.Keys;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PySlice;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.Comparisons;
import org.picklejar.ops.Conversions;
import org.picklejar.ops.Finish;
import org.picklejar.ops.SliceBounds;
import org.picklejar.ops.Text;
import org.picklejar.ops.TextBuilder;
import org.picklejar.ops.TextCodecs;
import org.picklejar.ops.Values;
import org.picklejar.text.Formatter;
import org.picklejar.text.StringText;

/** Python's str: its operators. The methods stand in StrSearch, StrSplit, StrCase, StrPadding, StrPredicates and StrFormat. */
final class StrType {
    private StrType() {}

    static void define(TypeBuilder<PyStr> b) {
        b.doc("str(object='') -> str\nstr(bytes_or_buffer[, encoding[, errors]]) -> str")
                .constructor("str(cls, object=<unset>, encoding=<unset>, errors=<unset>)", StrType::create)
                .unary(Slot.REPR, s -> PyStr.of(StringText.repr(s.toString())))
                .unary(Slot.STR, s -> s)
                .unary(Slot.HASH, s -> PyInt.of(Keys.hashStr(s)))
                .unary(Slot.LEN, s -> PyInt.of(s.length()))
                .unary(Slot.ITER, IndexIterator::ofStr)
                .binary(Slot.ADD, StrType::add)
                .binaryTail(Slot.MUL, StrType::repeat)
                .binaryTail(Slot.RMUL, StrType::repeat)
                .rawBinary(Slot.MOD, StrPercent::format)
                .rawBinary(
                        Slot.RMOD,
                        (x, s, other) -> Values.payload(other) instanceof PyStr
                                ? StrPercent.format(x, other, s)
                                : PySingleton.NOT_IMPLEMENTED)
                .binary(Slot.CONTAINS, StrSearch::contains)
                .binaryTail(Slot.GETITEM, StrType::get)
                .rawBinary(Slot.FORMAT, StrType::format)
                .comparisons(StrType::compare)
                .method("__getnewargs__(self, /)", s -> PyTuple.of(s))
                .method("__sizeof__(self, /)", s -> PyInt.of(41 + s.length()));
        StrSearch.define(b);
        StrSplit.define(b);
        StrCase.define(b);
        StrPadding.define(b);
        StrPredicates.define(b);
        StrCodec.define(b);
        StrTranslate.define(b);
        StrFormat.define(b);
    }

    private static PyObject create(Execution x, PyType cls, PyObject[] args) {
        PyObject o = args[1];
        Frame caller = x.top;
        PyObject r;
        if (args[2] != null || args[3] != null) {
            r = decode(x, o == null ? PyBytes.EMPTY : o, args[2], args[3]);
        } else {
            r = o == null ? PyStr.EMPTY : Text.str(x, o);
        }
        return cls == PyStr.TYPE ? r : Finish.VALUE_OF_SUBCLASS.on(x, caller, r, cls, null);
    }

    private static PyObject decode(Execution x, PyObject o, PyObject encoding, PyObject errors) {
        if (Values.payload(o) instanceof PyStr) {
            throw Errors.typeError("decoding str is not supported");
        }
        byte[] bytes = Buffers.bytesOrNull(o);
        if (bytes == null) {
            throw Errors.typeError(
                    "decoding to str: need a bytes-like object, %s found",
                    o.type().name());
        }
        return TextCodecs.decode(x, bytes, encoding, errors);
    }

    private static PyObject add(PyStr s, PyObject other) {
        return Values.payload(other) instanceof PyStr t ? s.concat(t) : PySingleton.NOT_IMPLEMENTED;
    }

    private static PyObject repeat(Execution x, PyStr s, PyObject times) {
        if (!Conversions.isIndex(times)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        int n = Repetition.count(x, times, s.length(), "repeated string is too long");
        if (n == 0) {
            return PyStr.EMPTY;
        }
        if (n == 1) {
            return s;
        }
        String text = s.toString();
        if (s.isSimple()
                && !(Character.isLowSurrogate(text.charAt(0))
                        && Character.isHighSurrogate(text.charAt(text.length() - 1)))) {
            return PyStr.of(text.repeat(n));
        }
        TextBuilder out = new TextBuilder();
        for (int i = 0; i < n; i++) {
            out.append(s);
        }
        return out.toStr();
    }

    private static PyObject get(Execution x, PyStr s, PyObject key) {
        if (key instanceof PySlice slice) {
            SliceBounds r = SliceBounds.of(x, slice, s::length);
            if (r.step() == 1) {
                return s.substring(r.start(), r.start() + r.count());
            }
            TextBuilder out = new TextBuilder();
            for (int i = 0; i < r.count(); i++) {
                out.appendCodePoint(s.codePointAt(r.start() + i * r.step()));
            }
            return out.toStr();
        }
        if (!Conversions.isIndex(key)) {
            throw Errors.typeError(
                    "string indices must be integers, not '%s'", key.type().name());
        }
        long i = Values.toIndex(x, key);
        long at = i < 0 ? i + s.length() : i;
        if (at < 0 || at >= s.length()) {
            throw Errors.indexError("string index out of range");
        }
        return s.charAt((int) at);
    }

    private static PyObject format(Execution x, PyObject self, PyObject spec) {
        PyStr s = (PyStr) Values.payload(self);
        String text = NumberTypes.spec(spec);
        if (text.isEmpty()) {
            return self == s ? s : Text.str(x, self);
        }
        try {
            return PyStr.of(Formatter.format(s.toString(), text, self.type().name()));
        } catch (IllegalArgumentException e) {
            throw NumberTypes.error(e);
        }
    }

    private static PyObject compare(Execution x, PyStr a, PyObject other, Slot op) {
        if (!(Values.payload(other) instanceof PyStr b)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        return PyBool.of(
                op == Slot.EQ ? a.equals(b) : op == Slot.NE ? !a.equals(b) : Comparisons.holds(op, a.compareTo(b)));
    }
}
