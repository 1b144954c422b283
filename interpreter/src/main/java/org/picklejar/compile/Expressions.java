package org.picklejar.compile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.picklejar.code.CodeObject;
import org.picklejar.code.Op;
import org.picklejar.syntax.Expr;
import org.picklejar.syntax.Operator;

/** Expressions. {@link #into} computes into a given register, {@link #value} wherever it is cheapest. */
final class Expressions {
    private final Unit u;

    Expressions(Unit u) {
        this.u = u;
    }

    // ---- entry points

    /** A register with the value: a local's own, or a new temporary. */
    int value(Expr e) {
        if (e instanceof Expr.Name n && n.context() == Expr.Context.LOAD) {
            int r = u.names.bound(n.id());
            if (r >= 0) {
                return r;
            }
        }
        int t = u.temp();
        into(e, t);
        return t;
    }

    /** As {@link #value}, for an operand after which others are computed: a local that could change meanwhile is copied. */
    int operand(Expr e) {
        if (u.compilation.hasWalrus) {
            int t = u.temp();
            into(e, t);
            return t;
        }
        return value(e);
    }

    /** The right operand of an operator: a register, or ~index of a constant. */
    int right(Expr e) {
        Object constant = Constants.fold(e);
        return constant == Constants.NONE ? value(e) : ~u.constant(constant);
    }

    /** Loads a constant into a new temporary. */
    int load(Object constant) {
        int t = u.temp();
        u.emit(Op.LOAD_CONST, t, u.constant(constant), 0);
        return t;
    }

    void loadInto(Object constant, int dst) {
        u.emit(Op.LOAD_CONST, dst, u.constant(constant), 0);
    }

    /** Computes e for its effect. */
    void effect(Expr e) {
        if (e instanceof Expr.Constant) {
            u.line(e.span());
            return;
        }
        int mark = u.mark();
        into(e, u.temp());
        u.release(mark);
    }

    void into(Expr e, int dst) {
        u.at(e.span());
        int mark = u.mark();
        Object constant = Constants.fold(e);
        if (constant != Constants.NONE) {
            loadInto(constant, dst);
        } else {
            compile(e, dst);
        }
        u.release(mark);
    }

    private void compile(Expr e, int dst) {
        if (e instanceof Expr.Name n) {
            u.names.load(n.id(), dst);
        } else if (e instanceof Expr.BinOp o) {
            binary(o, dst);
        } else if (e instanceof Expr.Attribute a) {
            int o = value(a.value());
            u.at(a.span());
            u.emit(Op.LOAD_ATTR, dst, o, u.nameIndex(u.mangle(a.name())));
        } else if (e instanceof Expr.Call c) {
            u.calls.call(c, dst);
        } else if (e instanceof Expr.Subscript s) {
            subscript(s, dst);
        } else if (e instanceof Expr.Compare c) {
            compare(c, dst);
        } else if (e instanceof Expr.BoolOp b) {
            boolOp(b, dst);
        } else if (e instanceof Expr.UnaryOp o) {
            int v = value(o.operand());
            u.at(o.span());
            u.emit(
                    switch (o.op()) {
                        case INVERT -> Op.INVERT;
                        case NOT -> Op.NOT;
                        case PLUS -> Op.POSITIVE;
                        case MINUS -> Op.NEGATE;
                    },
                    dst,
                    v,
                    0);
        } else if (e instanceof Expr.IfExp i) {
            conditional(i, dst);
        } else {
            compileOther(e, dst);
        }
    }

    private void compileOther(Expr e, int dst) {
        if (e instanceof Expr.Tuple t) {
            sequence(t.elements(), Op.BUILD_TUPLE, dst);
        } else if (e instanceof Expr.ListDisplay l) {
            sequence(l.elements(), Op.BUILD_LIST, dst);
        } else if (e instanceof Expr.SetDisplay s) {
            sequence(s.elements(), Op.BUILD_SET, dst);
        } else if (e instanceof Expr.Dict d) {
            dict(d, dst);
        } else if (e instanceof Expr.JoinedStr j) {
            joined(j, dst);
        } else if (e instanceof Expr.FormattedValue f) {
            formatted(f, dst);
        } else if (e instanceof Expr.Lambda l) {
            Definitions.lambda(u, l, dst);
        } else if (e instanceof Expr.NamedExpr n) {
            into(n.value(), dst);
            u.names.store(n.target().id(), dst);
        } else if (e instanceof Expr.Yield y) {
            yieldValue(y, dst);
        } else if (e instanceof Expr.YieldFrom y) {
            int t = u.temp();
            into(y.value(), t);
            u.at(y.span());
            u.emit(Op.GET_YIELD_FROM_ITER, t, t, 0);
            delegate(t, dst);
        } else if (e instanceof Expr.Await a) {
            int t = u.temp();
            into(a.value(), t);
            u.at(a.span());
            await(t, 0, dst);
        } else if (e instanceof Expr.Slice s) {
            slice(s, dst);
        } else if (e instanceof Expr.Starred s) {
            throw u.compilation.error(s.span(), "can't use starred expression here");
        } else {
            u.comprehensions.compile(e, dst);
        }
    }

    // ---- operators

    private void binary(Expr.BinOp o, int dst) {
        // A long chain a + b + c + ... leans to the left: walk down it instead of recursing.
        List<Expr.BinOp> chain = new ArrayList<>();
        Expr left = o;
        while (left instanceof Expr.BinOp b && Constants.fold(b) == Constants.NONE) {
            chain.add(b);
            left = b.left();
        }
        int a = operand(left);
        int acc = -1;
        for (int i = chain.size() - 1; i >= 0; i--) {
            Expr.BinOp b = chain.get(i);
            int mark = u.mark();
            int r = right(b.right());
            u.at(b.span());
            boolean last = i == 0;
            if (!last && acc < 0) {
                u.release(mark);
                acc = u.temp();
                mark = u.mark();
            }
            u.emit(operator(b.op()), last ? dst : acc, a, r);
            a = acc;
            u.release(mark);
        }
    }

    static int operator(Operator op) {
        return switch (op) {
            case ADD -> Op.ADD;
            case SUB -> Op.SUB;
            case MULT -> Op.MUL;
            case MATMUL -> Op.MATMUL;
            case DIV -> Op.TRUEDIV;
            case MOD -> Op.MOD;
            case POW -> Op.POW;
            case LSHIFT -> Op.LSHIFT;
            case RSHIFT -> Op.RSHIFT;
            case BIT_OR -> Op.OR;
            case BIT_XOR -> Op.XOR;
            case BIT_AND -> Op.AND;
            case FLOOR_DIV -> Op.FLOORDIV;
        };
    }

    private static int comparison(Operator.Comparison op) {
        return switch (op) {
            case EQ -> Op.EQ;
            case NE -> Op.NE;
            case LT -> Op.LT;
            case LE -> Op.LE;
            case GT -> Op.GT;
            case GE -> Op.GE;
            case IS -> Op.IS;
            case IS_NOT -> Op.IS_NOT;
            case IN -> Op.CONTAINS;
            case NOT_IN -> Op.NOT_CONTAINS;
        };
    }

    private void compare(Expr.Compare c, int dst) {
        int a = operand(c.left());
        int n = c.ops().size();
        if (n == 1) {
            int b = comparand(c.comparators().get(0), c.ops().get(0));
            u.at(c.span());
            u.emit(comparison(c.ops().get(0)), dst, a, b);
            return;
        }
        Unit.Label end = new Unit.Label();
        int t = u.temp();
        int result = u.temp();
        for (int i = 0; i < n; i++) {
            int b = i < n - 1 ? t : comparand(c.comparators().get(i), c.ops().get(i));
            if (i < n - 1) {
                // The middle operand is the left one of the next comparison.
                int next = u.temp();
                into(c.comparators().get(i), next);
                b = next;
            }
            u.at(c.span());
            u.emit(comparison(c.ops().get(i)), result, a, b);
            if (i < n - 1) {
                Unit.Label more = new Unit.Label();
                jumpIf(result, true, more);
                u.emit(Op.MOVE, dst, result, 0);
                u.jump(Op.JUMP, -1, end);
                u.place(more);
            } else {
                u.emit(Op.MOVE, dst, result, 0);
            }
            a = b;
        }
        u.place(end);
    }

    /** The right side of a membership test: a display of constants becomes a constant. */
    private int comparand(Expr e, Operator.Comparison op) {
        if (op == Operator.Comparison.IN || op == Operator.Comparison.NOT_IN) {
            List<Expr> elements = e instanceof Expr.ListDisplay l
                    ? l.elements()
                    : e instanceof Expr.SetDisplay s ? s.elements() : null;
            if (elements != null) {
                List<Object> values = new ArrayList<>();
                for (Expr x : elements) {
                    Object v = Constants.fold(x);
                    if (v == Constants.NONE || v instanceof List) {
                        return value(e);
                    }
                    values.add(v);
                }
                if (e instanceof Expr.ListDisplay) {
                    return ~u.constant(values);
                }
                if (values.stream().allMatch(v -> v instanceof String || v instanceof Long)) {
                    Set<Object> set = new LinkedHashSet<>(values);
                    return ~u.constant(set);
                }
            }
        }
        return right(e);
    }

    private void boolOp(Expr.BoolOp b, int dst) {
        Unit.Label end = new Unit.Label();
        int t = u.temp();
        for (int i = 0; i < b.values().size(); i++) {
            into(b.values().get(i), dst);
            if (i < b.values().size() - 1) {
                u.at(b.span());
                u.emit(Op.TO_BOOL, t, dst, 0);
                u.jump(b.isAnd() ? Op.JUMP_IF_FALSE : Op.JUMP_IF_TRUE, t, end);
            }
        }
        u.place(end);
    }

    private void conditional(Expr.IfExp i, int dst) {
        Unit.Label otherwise = new Unit.Label();
        Unit.Label end = new Unit.Label();
        jumpUnless(i.test(), otherwise);
        into(i.body(), dst);
        u.jump(Op.JUMP, -1, end);
        u.place(otherwise);
        into(i.orElse(), dst);
        u.place(end);
    }

    // ---- conditions

    /** Goes to the label unless e is true. */
    void jumpUnless(Expr e, Unit.Label label) {
        jumpIf(e, false, label);
    }

    /** Goes to the label when the truth of e is {@code wanted}. */
    void jumpIf(Expr e, boolean wanted, Unit.Label label) {
        int mark = u.mark();
        u.at(e.span());
        if (e instanceof Expr.UnaryOp o && o.op() == Operator.Unary.NOT) {
            jumpIf(o.operand(), !wanted, label);
        } else if (e instanceof Expr.BoolOp b) {
            Unit.Label skip = new Unit.Label();
            for (int i = 0; i < b.values().size(); i++) {
                boolean last = i == b.values().size() - 1;
                if (last || b.isAnd() != wanted) {
                    jumpIf(b.values().get(i), wanted, label);
                } else {
                    jumpIf(b.values().get(i), !wanted, skip);
                }
            }
            u.place(skip);
        } else if (e instanceof Expr.Compare c && c.ops().size() == 1 && isNoneTest(c)) {
            int v = value(c.left());
            boolean is = c.ops().get(0) == Operator.Comparison.IS;
            u.at(c.span());
            u.jump(is == wanted ? Op.JUMP_IF_NONE : Op.JUMP_IF_NOT_NONE, v, label);
        } else {
            Object constant = Constants.fold(e);
            if (constant != Constants.NONE && !(constant instanceof List)) {
                u.line(e.span());
                if (Constants.truth(constant) == wanted) {
                    u.jump(Op.JUMP, -1, label);
                }
            } else {
                jumpIf(value(e), wanted, label);
            }
        }
        u.release(mark);
    }

    private static boolean isNoneTest(Expr.Compare c) {
        return (c.ops().get(0) == Operator.Comparison.IS || c.ops().get(0) == Operator.Comparison.IS_NOT)
                && c.comparators().get(0) instanceof Expr.Constant k
                && k.value() == null;
    }

    void jumpIf(int register, boolean wanted, Unit.Label label) {
        int r = register;
        if (!u.isTemp(r) || !u.justComputed(r)) {
            r = u.temp();
            u.emit(Op.TO_BOOL, r, register, 0);
        }
        u.jump(wanted ? Op.JUMP_IF_TRUE : Op.JUMP_IF_FALSE, r, label);
        if (r != register) {
            u.release(r);
        }
    }

    // ---- displays

    private void sequence(List<Expr> elements, int op, int dst) {
        if (Compilation.isStarred(elements)) {
            starred(elements, op, dst);
            return;
        }
        if (op == Op.BUILD_LIST && elements.size() > 2) {
            List<Object> values = Constants.foldAll(elements);
            if (values != null) {
                int t = load(values);
                int list = u.temp();
                u.emit(Op.BUILD_LIST, list, 0, 0);
                u.emit(Op.LIST_EXTEND, u.temp(), list, t);
                u.emit(Op.MOVE, dst, list, 0);
                return;
            }
        }
        if (op == Op.BUILD_SET && elements.size() > 2) {
            List<Object> values = Constants.foldAll(elements);
            if (values != null) {
                // In two steps, as CPython does it: that shows in the order of the elements.
                int set = u.temp();
                u.emit(Op.BUILD_SET, set, 0, 0);
                u.emit(Op.SET_UPDATE, u.temp(), set, constantSet(elements, values));
                u.emit(Op.MOVE, dst, set, 0);
                return;
            }
        }
        int base = consecutive(elements);
        u.emit(op, dst, base, elements.size());
    }

    private int constantSet(List<Expr> elements, List<Object> values) {
        if (values.stream().allMatch(v -> v instanceof String || v instanceof Long)) {
            return load(new LinkedHashSet<>(values));
        }
        int base = consecutive(elements);
        int t = u.temp();
        u.emit(Op.BUILD_SET, t, base, elements.size());
        return t;
    }

    /** Computes the elements into registers in a row; the first. */
    int consecutive(List<Expr> elements) {
        var span = u.span();
        int base = u.mark();
        for (Expr e : elements) {
            into(e, u.temp());
        }
        u.at(span);
        return base;
    }

    private void starred(List<Expr> elements, int op, int dst) {
        var span = u.span();
        int acc = u.temp();
        boolean set = op == Op.BUILD_SET;
        u.emit(set ? Op.BUILD_SET : Op.BUILD_LIST, acc, 0, 0);
        fill(elements, acc, set);
        u.at(span);
        u.emit(op == Op.BUILD_TUPLE ? Op.LIST_TO_TUPLE : Op.MOVE, dst, acc, 0);
    }

    /** Adds elements, starred ones spread, to the list or set in {@code acc}. */
    void fill(List<Expr> elements, int acc, boolean set) {
        for (Expr e : elements) {
            int mark = u.mark();
            if (e instanceof Expr.Starred s) {
                int v = value(s.value());
                u.at(s.span());
                u.emit(set ? Op.SET_UPDATE : Op.LIST_EXTEND, u.temp(), acc, v);
            } else {
                int v = value(e);
                u.emit(set ? Op.SET_ADD : Op.LIST_APPEND, set ? u.temp() : -1, acc, v);
            }
            u.release(mark);
        }
    }

    private void dict(Expr.Dict d, int dst) {
        boolean plain = d.keys().stream().allMatch(k -> k != null) && d.keys().size() <= 16;
        int acc = u.temp();
        if (plain) {
            u.release(acc);
            int base = u.mark();
            for (int i = 0; i < d.keys().size(); i++) {
                into(d.keys().get(i), u.temp());
                into(d.values().get(i), u.temp());
            }
            u.at(d.span());
            u.emit(Op.BUILD_MAP, dst, base, d.keys().size());
            return;
        }
        u.emit(Op.BUILD_MAP, acc, 0, 0);
        for (int i = 0; i < d.keys().size(); i++) {
            int mark = u.mark();
            if (d.keys().get(i) == null) {
                int v = value(d.values().get(i));
                u.emit(Op.DICT_UPDATE, u.temp(), acc, v);
            } else {
                int k = operand(d.keys().get(i));
                int v = value(d.values().get(i));
                u.emit(Op.MAP_ADD, acc, k, v);
            }
            u.release(mark);
        }
        u.emit(Op.MOVE, dst, acc, 0);
    }

    // ---- subscripts

    private void subscript(Expr.Subscript s, int dst) {
        int o = operand(s.value());
        int i = right(s.index());
        u.at(s.span());
        u.emit(Op.SUBSCRIPT, dst, o, i);
    }

    private void slice(Expr.Slice s, int dst) {
        int base = u.mark();
        for (Expr part : new Expr[] {s.lower(), s.upper(), s.step()}) {
            int t = u.temp();
            if (part == null) {
                loadInto(null, t);
            } else {
                into(part, t);
            }
        }
        u.at(s.span());
        u.emit(Op.BUILD_SLICE, dst, base, 3);
    }

    // ---- f-strings

    private void joined(Expr.JoinedStr j, int dst) {
        if (j.values().isEmpty()) {
            loadInto("", dst);
            return;
        }
        if (j.values().size() == 1 && j.values().get(0) instanceof Expr.FormattedValue f) {
            formatted(f, dst);
            return;
        }
        int base = consecutive(j.values());
        u.emit(Op.BUILD_STRING, dst, base, j.values().size());
    }

    private void formatted(Expr.FormattedValue f, int dst) {
        int v = operand(f.value());
        u.at(f.span());
        if (f.conversion() != 0) {
            int t = u.temp();
            u.emit(Op.CONVERT, t, v, f.conversion());
            v = t;
        }
        int spec = -1;
        if (f.formatSpec() != null) {
            spec = u.temp();
            into(f.formatSpec(), spec);
        }
        u.at(f.span());
        u.emit(Op.FORMAT, dst, v, spec);
    }

    // ---- yield and await

    private void yieldValue(Expr.Yield y, int dst) {
        int v = y.value() == null ? load(null) : value(y.value());
        u.at(y.span());
        if ((u.flags & CodeObject.ASYNC_GENERATOR) != 0) {
            int t = u.temp();
            u.emit(Op.ASYNC_WRAP, t, v, 0);
            v = t;
        }
        u.emit(Op.YIELD, dst, v, -1);
    }

    /** Awaits what is in a register.
     * @param where as in GET_AWAITABLE */
    void await(int awaitable, int where, int dst) {
        u.emit(Op.GET_AWAITABLE, awaitable, awaitable, where);
        delegate(awaitable, dst);
    }

    /** Passes values through until the iterator in a register ends; its result is the value. */
    void delegate(int iterator, int dst) {
        Unit.Label loop = new Unit.Label();
        Unit.Label end = new Unit.Label();
        int t = u.temp();
        loadInto(null, t);
        u.place(loop);
        u.jump(Op.SEND, t, iterator, end);
        u.emit(Op.YIELD, t, t, iterator);
        u.jump(Op.JUMP_BACK, -1, loop);
        u.place(end);
        u.emit(Op.MOVE, dst, t, 0);
    }
}
