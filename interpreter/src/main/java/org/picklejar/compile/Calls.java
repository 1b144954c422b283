package org.picklejar.compile;

import java.util.ArrayList;
import java.util.List;
import org.picklejar.code.Op;
import org.picklejar.source.Span;
import org.picklejar.syntax.Expr;
import org.picklejar.syntax.Node;

/** Calls. The function and its arguments lie in registers in a row. */
final class Calls {
    private static final int MOST_ARGUMENTS = 2000;
    private final Unit u;

    Calls(Unit u) {
        this.u = u;
    }

    void call(Expr.Call c, int dst) {
        boolean plain = !Compilation.isStarred(c.args())
                && c.keywords().stream().allMatch(k -> k.name() != null)
                && c.args().size() + c.keywords().size() < MOST_ARGUMENTS;
        int base = u.temp();
        if (plain && c.function() instanceof Expr.Attribute a) {
            u.temp();
            int mark = u.mark();
            int o = u.expressions.value(a.value());
            u.at(a.span());
            u.emit(Op.LOAD_METHOD, base, o, u.nameIndex(u.mangle(a.name())));
            u.release(mark);
            arguments(c.span(), c.args(), c.keywords(), base, dst, true);
            return;
        }
        u.expressions.into(c.function(), base);
        if (plain) {
            arguments(c.span(), c.args(), c.keywords(), base, dst, false);
        } else {
            spread(c.span(), -1, null, c.args(), c.keywords(), base, dst);
        }
    }

    /** Computes the arguments behind R[base], to which temporaries were taken already, and calls. */
    private void arguments(Span span, List<Expr> args, List<Node.Keyword> keywords, int base, int dst, boolean method) {
        for (Expr e : args) {
            u.expressions.into(e, u.temp());
        }
        List<Object> names = new ArrayList<>();
        for (Node.Keyword k : keywords) {
            names.add(k.name());
            u.expressions.into(k.value(), u.temp());
        }
        u.at(span);
        int n = args.size() + names.size();
        if (names.isEmpty()) {
            u.emit(method ? Op.CALL_METHOD : Op.CALL, dst, base, n);
        } else {
            u.emit(method ? Op.CALL_METHOD_KW : Op.CALL_KW, dst, base, u.constant(names) << 16 | n);
        }
    }

    /** A call with * or **. Of a class definition, {@code function} and {@code name} are arguments before the others; else -1 and null. */
    private void spread(
            Span span, int function, String name, List<Expr> args, List<Node.Keyword> keywords, int base, int dst) {
        int tuple = u.temp();
        int dict = u.temp();
        u.emit(Op.BUILD_LIST, tuple, 0, 0);
        if (function >= 0) {
            u.emit(Op.LIST_APPEND, -1, tuple, function);
            int n = u.expressions.load(name);
            u.emit(Op.LIST_APPEND, -1, tuple, n);
            u.release(n);
        }
        u.expressions.fill(args, tuple, false);
        u.emit(Op.LIST_TO_TUPLE, tuple, tuple, 0);
        if (keywords.isEmpty()) {
            u.emit(Op.CLEAR, dict, 0, 0);
        } else {
            u.emit(Op.BUILD_MAP, dict, 0, 0);
            for (Node.Keyword k : keywords) {
                int mark = u.mark();
                int v;
                if (k.name() == null) {
                    v = u.expressions.value(k.value());
                } else {
                    int key = u.expressions.load(k.name());
                    u.expressions.into(k.value(), u.temp());
                    v = u.temp();
                    u.emit(Op.BUILD_MAP, v, key, 1);
                }
                u.at(span);
                u.emit(Op.DICT_MERGE, base, dict, v);
                u.release(mark);
            }
        }
        u.at(span);
        u.emit(Op.CALL_EX, dst, base, 0);
    }

    /** Calls a helper of the runtime with the values of expressions. */
    void helper(String name, int dst, List<Expr> args) {
        int base = u.temp();
        u.emit(Op.LOAD_HELPER, base, u.nameIndex(name), 0);
        for (Expr e : args) {
            u.expressions.into(e, u.temp());
        }
        u.emit(Op.CALL, dst, base, args.size());
    }

    /** Calls a helper with what is in registers. */
    void helperOf(String name, int dst, int... registers) {
        int mark = u.mark();
        int base = u.temp();
        u.emit(Op.LOAD_HELPER, base, u.nameIndex(name), 0);
        for (int r : registers) {
            u.emit(Op.MOVE, u.temp(), r, 0);
        }
        u.emit(Op.CALL, dst, base, registers.length);
        u.release(mark);
    }

    /** Calls the builder of classes: the body function and the name, then bases and keywords as written. */
    void buildClass(
            Span span,
            int function,
            String name,
            List<Expr> bases,
            int extraBase,
            List<Node.Keyword> keywords,
            int dst) {
        int base = u.temp();
        u.emit(Op.LOAD_HELPER, base, u.nameIndex("build_class"), 0);
        boolean plain = extraBase < 0
                && !Compilation.isStarred(bases)
                && keywords.stream().allMatch(k -> k.name() != null);
        if (plain) {
            u.emit(Op.MOVE, u.temp(), function, 0);
            u.expressions.load(name);
            for (Expr e : bases) {
                u.expressions.into(e, u.temp());
            }
            List<Object> names = new ArrayList<>();
            for (Node.Keyword k : keywords) {
                names.add(k.name());
                u.expressions.into(k.value(), u.temp());
            }
            u.at(span);
            int n = 2 + bases.size() + names.size();
            u.emit(
                    names.isEmpty() ? Op.CALL : Op.CALL_KW,
                    dst,
                    base,
                    names.isEmpty() ? n : u.constant(names) << 16 | n);
            return;
        }
        List<Expr> all = new ArrayList<>(bases);
        if (extraBase >= 0) {
            all.add(new Expr.Name(span, Definitions.GENERIC_BASE, Expr.Context.LOAD));
        }
        spread(span, function, name, all, keywords, base, dst);
    }
}
