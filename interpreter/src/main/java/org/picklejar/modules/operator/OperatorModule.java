package org.picklejar.modules.operator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.Identity;
import org.picklejar.core.Names;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyByteArray;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.ops.Arithmetic;
import org.picklejar.ops.Comparisons;
import org.picklejar.ops.Conversions;
import org.picklejar.ops.Finish;
import org.picklejar.ops.Items;
import org.picklejar.ops.IterableSearchFrame;
import org.picklejar.ops.Truth;
import org.picklejar.ops.Values;

/** Module _operator. */
public final class OperatorModule {
    private OperatorModule() {}

    public static PyModule create() {
        ModuleBuilder b = new ModuleBuilder("_operator")
                .doc(
                        "Operator interface.\n\nThis module exports a set of functions implemented in C corresponding\nto the intrinsic operators of "
                                + "Python.  For example, operator.add(x, y)\nis equivalent to the expression x+y.")
                .type(Getter.ITEM)
                .type(Getter.ATTRIBUTE)
                .type(MethodCaller.TYPE);
        addArithmetic(b);
        addComparisons(b);
        b.tail("truth(a, /) -- Return True if a is true, False otherwise.", Truth::of)
                .tail("not_(a, /) -- Same as not a.", Truth::not)
                .function("is_(a, b, /) -- Same as a is b.", (a, o) -> PyBool.of(Identity.isSame(a, o)))
                .function("is_not(a, b, /) -- Same as a is not b.", (a, o) -> PyBool.of(!Identity.isSame(a, o)))
                .tail("index(a, /) -- Same as a.__index__()", Conversions::index)
                .tail("contains(a, b, /) -- Same as b in a (note reversed operands).", Items::contains)
                .tail("indexOf(a, b, /) -- Return the first index of b in a.", IterableSearchFrame::index)
                .tail(
                        "countOf(a, b, /) -- Return the number of items in a which are, or which equal, b.",
                        IterableSearchFrame::count)
                .tail("getitem(a, b, /) -- Same as a[b].", Items::get)
                .tail("setitem(a, b, c, /) -- Same as a[b] = c.", (x, a, k, v) -> none(x, x.top, Items.set(x, a, k, v)))
                .tail("delitem(a, b, /) -- Same as del a[b].", (x, a, k) -> none(x, x.top, Items.delete(x, a, k)))
                .tail("concat(a, b, /) -- Same as a + b, for a and b sequences.", (x, a, o) -> concat(x, a, o, false))
                .tail("iconcat(a, b, /) -- Same as a += b, for a and b sequences.", (x, a, o) -> concat(x, a, o, true))
                .tail(
                        "length_hint(obj, default: index = 0, /) -- Return an estimate of the number of items in obj.\n\nThis is useful for presizing "
                                + "containers when building from an iterable.\n\nIf the object supports len(), the result will be exact.\n"
                                + "Otherwise, it may over- or under-estimate by an arbitrary amount.",
                        OperatorModule::lengthHint)
                .tailN("call(obj, /, *args, **kwargs) -- Same as obj(*args, **kwargs).", OperatorModule::call)
                .function(
                        "_compare_digest(a, b, /) -- Return 'a == b'.\n\nThis function uses an approach designed to prevent\n"
                                + "timing analysis, making it appropriate for cryptography.",
                        OperatorModule::compareDigest);
        return b.build();
    }

    private static void addArithmetic(ModuleBuilder b) {
        String[][] table = {
            {"add", "+", "ADD"},
            {"sub", "-", "SUB"},
            {"mul", "*", "MUL"},
            {"matmul", "@", "MATMUL"},
            {"truediv", "/", "TRUEDIV"},
            {"floordiv", "//", "FLOORDIV"},
            {"mod", "%", "MOD"},
            {"lshift", "<<", "LSHIFT"},
            {"rshift", ">>", "RSHIFT"},
            {"and_", "&", "AND"},
            {"or_", "|", "OR"},
            {"xor", "^", "XOR"},
            {"pow", "**", "POW"}
        };
        for (String[] row : table) {
            Slot op = Slot.valueOf(row[2]);
            Slot inPlace = Slot.valueOf("I" + row[2]);
            String name = row[0].replace("_", "");
            b.tail(row[0] + "(a, b, /) -- Same as a " + row[1] + " b.", (x, a, o) -> Arithmetic.binary(x, op, a, o));
            b.tail(
                    "i" + name + "(a, b, /) -- Same as a " + row[1] + "= b.",
                    (x, a, o) -> Arithmetic.inPlace(x, op, inPlace, a, o));
        }
        b.tail("neg(a, /) -- Same as -a.", (x, a) -> Arithmetic.unary(x, Slot.NEG, a))
                .tail("pos(a, /) -- Same as +a.", (x, a) -> Arithmetic.unary(x, Slot.POS, a))
                .tail("abs(a, /) -- Same as abs(a).", (x, a) -> Arithmetic.unary(x, Slot.ABS, a))
                .tail("inv(a, /) -- Same as ~a.", (x, a) -> Arithmetic.unary(x, Slot.INVERT, a))
                .tail("invert(a, /) -- Same as ~a.", (x, a) -> Arithmetic.unary(x, Slot.INVERT, a));
    }

    private static void addComparisons(ModuleBuilder b) {
        String[][] table = {{"lt", "<"}, {"le", "<="}, {"eq", "=="}, {"ne", "!="}, {"gt", ">"}, {"ge", ">="}};
        for (String[] row : table) {
            Slot op = Slot.of("__" + row[0] + "__");
            b.tail(row[0] + "(a, b, /) -- Same as a " + row[1] + " b.", (x, a, o) -> Comparisons.compare(x, op, a, o));
        }
    }

    private static PyObject none(Execution x, Frame caller, PyObject done) {
        return Finish.RETURN_A.on(x, caller, done, PySingleton.NONE, null);
    }

    private static PyObject concat(Execution x, PyObject a, PyObject b, boolean inPlace) {
        if (a.type().binary(Slot.GETITEM) == null || a instanceof PyDict) {
            throw Errors.typeError("'%s' object can't be concatenated", a.type().name());
        }
        return inPlace ? Arithmetic.inPlace(x, Slot.ADD, Slot.IADD, a, b) : Arithmetic.binary(x, Slot.ADD, a, b);
    }

    private static PyObject lengthHint(Execution x, PyObject o, PyObject fallback) {
        if (o.type().unary(Slot.LEN) != null) {
            return Items.len(x, o);
        }
        PyObject method = o.type().lookup(Names.LENGTH_HINT);
        if (method == null) {
            return fallback;
        }
        PyObject hint = x.await(() -> x.callSpecial(o, method, new PyObject[] {o}, null));
        if (hint == PySingleton.NOT_IMPLEMENTED) {
            return fallback;
        }
        if (!(Values.payload(hint) instanceof PyInteger i)) {
            throw Errors.typeError(
                    "__length_hint__ must be an integer, not %s", hint.type().name());
        }
        if (i.signum() < 0) {
            throw Errors.valueError("__length_hint__() should return >= 0");
        }
        return i;
    }

    private static PyObject call(Execution x, PyObject[] a) {
        PyTuple args = (PyTuple) a[1];
        PyDict keywords = (PyDict) a[2];
        PyObject[] all = Arrays.copyOf(args.items, args.size() + keywords.size());
        System.arraycopy(keywords.valueArray(), 0, all, args.size(), keywords.size());
        return x.call(a[0], all, keywords.size() == 0 ? null : PyTuple.of(keywords.keyArray()));
    }

    private static PyObject compareDigest(PyObject a, PyObject b) {
        byte[] s = digest(a);
        byte[] t = digest(b);
        if (s == null || t == null || Values.payload(a) instanceof PyStr != Values.payload(b) instanceof PyStr) {
            if (Values.payload(a) instanceof PyStr && Values.payload(b) instanceof PyStr) {
                throw Errors.typeError("comparing strings with non-ASCII characters is not supported");
            }
            throw Errors.typeError(
                    "unsupported operand types(s) or combination of types: '%s' and '%s'",
                    a.type().name(), b.type().name());
        }
        return PyBool.of(MessageDigest.isEqual(s, t));
    }

    private static byte[] digest(PyObject o) {
        PyObject v = Values.payload(o);
        if (v instanceof PyBytes b) {
            return b.value;
        }
        if (v instanceof PyByteArray b) {
            return Arrays.copyOf(b.storage(), b.byteLength());
        }
        if (v instanceof PyStr s && s.toString().chars().allMatch(c -> c < 128)) {
            return s.toString().getBytes(StandardCharsets.US_ASCII);
        }
        return null;
    }

    /** @param name qualified. @return whether the type is defined here */
    public static boolean define(String name, TypeBuilder<?> b) {
        switch (name) {
            case "operator.itemgetter" -> Getter.define(b, true);
            case "operator.attrgetter" -> Getter.define(b, false);
            case "operator.methodcaller" -> MethodCaller.define(b);
            default -> {
                return false;
            }
        }
        return true;
    }
}
