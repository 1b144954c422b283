package org.picklejar.modules.weakref;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Arithmetic;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Comparisons;
import org.picklejar.ops.Conversions;
import org.picklejar.ops.Items;
import org.picklejar.ops.Iteration;
import org.picklejar.ops.Text;
import org.picklejar.ops.Truth;

/** The weak proxies: every operation goes to the object while it lives (CPython: weakrefobject.c, proxy_as_number and so on). */
final class ProxyTypes {
    private static final Slot[] ARITHMETIC = {
        Slot.ADD,
        Slot.SUB,
        Slot.MUL,
        Slot.MATMUL,
        Slot.TRUEDIV,
        Slot.FLOORDIV,
        Slot.MOD,
        Slot.DIVMOD,
        Slot.LSHIFT,
        Slot.RSHIFT,
        Slot.AND,
        Slot.OR,
        Slot.XOR
    };
    private static final Slot[][] IN_PLACE = {
        {Slot.ADD, Slot.IADD},
        {Slot.SUB, Slot.ISUB},
        {Slot.MUL, Slot.IMUL},
        {Slot.MATMUL, Slot.IMATMUL},
        {Slot.TRUEDIV, Slot.ITRUEDIV},
        {Slot.FLOORDIV, Slot.IFLOORDIV},
        {Slot.MOD, Slot.IMOD},
        {Slot.LSHIFT, Slot.ILSHIFT},
        {Slot.RSHIFT, Slot.IRSHIFT},
        {Slot.AND, Slot.IAND},
        {Slot.OR, Slot.IOR},
        {Slot.XOR, Slot.IXOR}
    };

    private ProxyTypes() {}

    /** The object of a proxy; anything else is itself. */
    private static PyObject of(PyObject o) {
        if (!(o instanceof PyWeakReference r)
                || r.type() != PyWeakReference.PROXY && r.type() != PyWeakReference.CALLABLE_PROXY) {
            return o;
        }
        PyObject t = r.referent();
        if (t == null) {
            throw Errors.of(ExceptionTypes.REFERENCE_ERROR, "weakly-referenced object no longer exists");
        }
        return t;
    }

    static void define(TypeBuilder<PyWeakReference> b, boolean callable) {
        b.rawBinary(Slot.GETATTRIBUTE, (x, o, n) -> Attributes.get(x, of(o), Attributes.nameOf(n)))
                .rawTernary(Slot.SETATTR, (x, o, n, v) -> Attributes.set(x, of(o), Attributes.nameOf(n), v))
                .rawBinary(Slot.DELATTR, (x, o, n) -> Attributes.delete(x, of(o), Attributes.nameOf(n)))
                .rawUnary(Slot.STR, (x, o) -> Text.str(x, of(o)))
                .rawUnary(
                        Slot.REPR,
                        (x, o) -> PyStr.of("<weakproxy at " + Text.address(o) + " to "
                                + of(o).type().name() + " at " + Text.address(of(o)) + ">"))
                .notHashable()
                .rawUnary(Slot.BOOL, (x, o) -> Truth.of(x, of(o)))
                .rawUnary(Slot.LEN, (x, o) -> Items.len(x, of(o)))
                .rawUnary(Slot.ITER, (x, o) -> Iteration.iter(x, of(o)))
                .rawUnary(Slot.NEXT, (x, o) -> {
                    if (of(o).type().unary(Slot.NEXT) == null) {
                        throw Errors.typeError(
                                "Weakref proxy referenced a non-iterator '%s' object",
                                of(o).type().name());
                    }
                    return Iteration.next(x, of(o));
                })
                .rawUnary(Slot.INDEX, (x, o) -> Conversions.index(x, of(o)))
                .rawBinary(Slot.GETITEM, (x, o, k) -> Items.get(x, of(o), of(k)))
                .rawBinary(Slot.DELITEM, (x, o, k) -> Items.delete(x, of(o), of(k)))
                .rawTernary(Slot.SETITEM, (x, o, k, v) -> Items.set(x, of(o), of(k), v))
                .rawBinary(Slot.CONTAINS, (x, o, k) -> Items.contains(x, of(o), of(k)));
        for (Slot s : new Slot[] {Slot.NEG, Slot.POS, Slot.INVERT, Slot.ABS}) {
            b.rawUnary(s, (x, o) -> Arithmetic.unary(x, s, of(o)));
        }
        for (Slot s : new Slot[] {Slot.INT, Slot.FLOAT}) {
            b.rawUnary(s, (x, o) -> {
                Slot.Unary f = of(o).type().unary(s);
                if (f == null) {
                    throw Errors.typeError("'%s' object has no %s", of(o).type().name(), s.text);
                }
                return f.apply(x, of(o));
            });
        }
        for (Slot s : ARITHMETIC) {
            b.arithmetic(s, (x, l, r) -> Arithmetic.binary(x, s, of(l), of(r)));
        }
        b.rawTernary(
                Slot.POW,
                (x, o, p, m) -> m == PySingleton.NONE
                        ? Arithmetic.binary(x, Slot.POW, of(o), of(p))
                        : Arithmetic.pow(x, of(o), of(p), of(m)));
        for (Slot[] s : IN_PLACE) {
            b.rawBinary(s[1], (x, l, r) -> Arithmetic.inPlace(x, s[0], s[1], of(l), of(r)));
        }
        for (Slot s : new Slot[] {Slot.LT, Slot.LE, Slot.EQ, Slot.NE, Slot.GT, Slot.GE}) {
            b.rawBinary(s, (x, l, r) -> Comparisons.compare(x, s, of(l), of(r)));
        }
        if (callable) {
            b.call(Slot.CALL, (x, o, args, names) -> x.call(of(o), args, names));
        }
    }
}
