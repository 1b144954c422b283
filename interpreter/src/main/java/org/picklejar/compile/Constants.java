package org.picklejar.compile;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.picklejar.code.CodeObject;
import org.picklejar.syntax.Expr;
import org.picklejar.syntax.Operator;

/** Constant expressions: literals, tuples of them, and a little arithmetic on small ints and strings. */
final class Constants {
    /** No constant. */
    static final Object NONE = new Object();

    private static final int MOST_POWER = 128;

    private Constants() {}

    /** The constant as {@link CodeObject} holds it, or {@link #NONE}. */
    static Object fold(Expr e) {
        if (e instanceof Expr.Constant c) {
            return ofLiteral(c.value());
        }
        if (e instanceof Expr.Name n && n.id().equals("__debug__")) {
            return true;
        }
        if (e instanceof Expr.Tuple t && t.context() == Expr.Context.LOAD) {
            List<Object> values = foldAll(t.elements());
            return values == null ? NONE : values;
        }
        if (e instanceof Expr.UnaryOp o && o.op() == Operator.Unary.MINUS) {
            Object v = fold(o.operand());
            if (v instanceof Long i && i != Long.MIN_VALUE) {
                return -i;
            } else if (v instanceof Double d) {
                return -d;
            } else if (v instanceof BigInteger b) {
                BigInteger n = b.negate();
                return n.bitLength() < 64 ? (Object) n.longValue() : n;
            } else if (v instanceof CodeObject.Complex z) {
                return new CodeObject.Complex(-z.re(), -z.im());
            }
            return NONE;
        }
        if (e instanceof Expr.BinOp o && !(o.left() instanceof Expr.BinOp) && !(o.right() instanceof Expr.BinOp)) {
            return arithmetic(o);
        }
        return NONE;
    }

    private static Object ofLiteral(Object value) {
        if (value == Expr.Constant.ELLIPSIS) {
            return CodeObject.ELLIPSIS;
        } else if (value instanceof Expr.Complex z) {
            return new CodeObject.Complex(z.re(), z.im());
        } else if (value instanceof List<?> items) {
            return items.stream().map(Constants::ofLiteral).collect(Collectors.toCollection(ArrayList::new));
        } else if (value instanceof Set<?> items) {
            return items.stream().map(Constants::ofLiteral).collect(Collectors.toCollection(LinkedHashSet::new));
        }
        return value;
    }

    private static Object arithmetic(Expr.BinOp o) {
        Object a = fold(o.left());
        Object b = a == NONE ? NONE : fold(o.right());
        if (a instanceof Long i && b instanceof Long j) {
            try {
                switch (o.op()) {
                    case ADD:
                        return Math.addExact(i, j);
                    case SUB:
                        return Math.subtractExact(i, j);
                    case MULT:
                        return Math.multiplyExact(i, j);
                    case POW:
                        return j >= 0 && j <= MOST_POWER
                                ? small(BigInteger.valueOf(i).pow(j.intValue()))
                                : NONE;
                    case LSHIFT:
                        return j >= 0 && j <= MOST_POWER
                                ? small(BigInteger.valueOf(i).shiftLeft(j.intValue()))
                                : NONE;
                    default:
                        return NONE;
                }
            } catch (ArithmeticException tooLarge) {
                return NONE;
            }
        }
        // Complex literals are written as sums.
        if (b instanceof CodeObject.Complex z
                && (a instanceof Long || a instanceof Double)
                && (o.op() == Operator.ADD || o.op() == Operator.SUB)) {
            double re = ((Number) a).doubleValue();
            return o.op() == Operator.ADD
                    ? new CodeObject.Complex(re + z.re(), z.im())
                    : new CodeObject.Complex(re - z.re(), -z.im());
        }
        return NONE;
    }

    private static Object small(BigInteger v) {
        return v.bitLength() < 64 ? (Object) v.longValue() : v;
    }

    /** The constants of all elements, or null when one is not constant. */
    static List<Object> foldAll(List<Expr> elements) {
        List<Object> values = new ArrayList<>(elements.size());
        for (Expr e : elements) {
            Object v = fold(e);
            if (v == NONE) {
                return null;
            }
            values.add(v);
        }
        return values;
    }

    static boolean truth(Object v) {
        if (v == null) {
            return false;
        } else if (v instanceof Boolean b) {
            return b;
        } else if (v instanceof Long i) {
            return i != 0;
        } else if (v instanceof Double d) {
            return d != 0;
        } else if (v instanceof String s) {
            return !s.isEmpty();
        } else if (v instanceof byte[] b) {
            return b.length > 0;
        } else if (v instanceof CodeObject.Complex z) {
            return z.re() != 0 || z.im() != 0;
        }
        return !(v instanceof Collection<?> items) || !items.isEmpty();
    }
}
