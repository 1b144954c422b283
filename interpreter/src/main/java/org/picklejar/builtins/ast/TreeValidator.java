package org.picklejar.builtins.ast;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import org.picklejar.core.Errors;
import org.picklejar.core.PyException;
import org.picklejar.source.Span;
import org.picklejar.syntax.Expr;
import org.picklejar.syntax.Expr.Context;
import org.picklejar.syntax.Node;
import org.picklejar.syntax.Operator;
import org.picklejar.syntax.Pattern;
import org.picklejar.syntax.Stmt;

/**
 * What holds of each tree that the parser makes, and what the compiler relies on. Trees that programs make are asked before they are
 * compiled (CPython: {@code _PyAST_Validate}). All methods throw ValueError, or TypeError where it says so, when it does not hold.
 */
final class TreeValidator {
    private static final Set<String> CONSTANTS = Set.of("None", "True", "False");

    private TreeValidator() {}

    static void check(Node.Mod tree) {
        if (tree instanceof Node.Module m) {
            statements(m.body());
        } else if (tree instanceof Node.Interactive i) {
            statements(i.body());
        } else {
            load(((Node.Expression) tree).body());
        }
    }

    private static PyException fault(String message, Object... values) {
        return Errors.valueError(message, values);
    }

    private static void notEmpty(List<?> list, String field, String owner) {
        if (list.isEmpty()) {
            throw fault("empty %s on %s", field, owner);
        }
    }

    private static void sameLength(List<?> a, List<?> b, String message) {
        if (a.size() != b.size()) {
            throw fault(message);
        }
    }

    private static void position(Span s) {
        if (s == Span.NONE) {
            return;
        }
        int line = s.line();
        int endLine = s.endLine();
        int column = s.column();
        int endColumn = s.endColumn();
        if (line > endLine) {
            throw fault("AST node line range (%d, %d) is not valid", line, endLine);
        } else if (line < 0 && endLine != line || column < 0 && endColumn != column) {
            throw fault(
                    "AST node column range (%d, %d) for line range (%d, %d) is not valid",
                    column, endColumn, line, endLine);
        } else if (line == endLine && column > endColumn) {
            throw fault("line %d, column %d-%d is not a valid range", line, column, endColumn);
        }
    }

    private static void name(String name) {
        if (CONSTANTS.contains(name)) {
            throw fault("identifier field can't represent '%s' constant", name);
        }
    }

    // ---- statements

    private static void statements(List<Stmt> body) {
        body.forEach(TreeValidator::statement);
    }

    private static void body(List<Stmt> body, String owner) {
        notEmpty(body, "body", owner);
        statements(body);
    }

    private static void statement(Stmt s) {
        position(s.span());
        if (s instanceof Stmt.FunctionDef f) {
            body(f.body(), f.isAsync() ? "AsyncFunctionDef" : "FunctionDef");
            typeParameters(f.typeParams());
            arguments(f.args());
            loadAll(f.decorators());
            optional(f.returns());
        } else if (s instanceof Stmt.ClassDef c) {
            body(c.body(), "ClassDef");
            typeParameters(c.typeParams());
            loadAll(c.bases());
            keywords(c.keywords());
            loadAll(c.decorators());
        } else if (s instanceof Stmt.Return r) {
            optional(r.value());
        } else if (s instanceof Stmt.Delete d) {
            targets(d.targets(), "Delete", Context.DEL);
        } else if (s instanceof Stmt.Assign a) {
            targets(a.targets(), "Assign", Context.STORE);
            load(a.value());
        } else if (s instanceof Stmt.AugAssign a) {
            expression(a.target(), Context.STORE);
            load(a.value());
        } else if (s instanceof Stmt.AnnAssign a) {
            if (a.simple() && !(a.target() instanceof Expr.Name)) {
                throw Errors.typeError("AnnAssign with simple non-Name target");
            }
            expression(a.target(), Context.STORE);
            optional(a.value());
            load(a.annotation());
        } else if (s instanceof Stmt.TypeAlias t) {
            expression(t.name(), Context.STORE);
            typeParameters(t.typeParams());
            load(t.value());
        } else if (s instanceof Stmt.Raise r) {
            if (r.exception() == null && r.cause() != null) {
                throw fault("Raise with cause but no exception");
            }
            optional(r.exception());
            optional(r.cause());
        } else if (s instanceof Stmt.Assert a) {
            load(a.test());
            optional(a.message());
        } else if (s instanceof Stmt.Import i) {
            notEmpty(i.names(), "names", "Import");
        } else if (s instanceof Stmt.ImportFrom i) {
            if (i.level() < 0) {
                throw fault("Negative ImportFrom level");
            }
            notEmpty(i.names(), "names", "ImportFrom");
        } else if (s instanceof Stmt.Global g) {
            notEmpty(g.names(), "names", "Global");
        } else if (s instanceof Stmt.Nonlocal n) {
            notEmpty(n.names(), "names", "Nonlocal");
        } else if (s instanceof Stmt.ExprStmt e) {
            load(e.value());
        } else {
            block(s);
        }
    }

    private static void targets(List<Expr> targets, String owner, Context context) {
        notEmpty(targets, "targets", owner);
        all(targets, context);
    }

    /** A statement with statements inside that is no definition; one without has nothing to check. */
    private static void block(Stmt s) {
        if (s instanceof Stmt.For f) {
            expression(f.target(), Context.STORE);
            load(f.iter());
            body(f.body(), f.isAsync() ? "AsyncFor" : "For");
            statements(f.orElse());
        } else if (s instanceof Stmt.While w) {
            load(w.test());
            body(w.body(), "While");
            statements(w.orElse());
        } else if (s instanceof Stmt.If i) {
            load(i.test());
            body(i.body(), "If");
            statements(i.orElse());
        } else if (s instanceof Stmt.With w) {
            String owner = w.isAsync() ? "AsyncWith" : "With";
            notEmpty(w.items(), "items", owner);
            for (Node.WithItem item : w.items()) {
                load(item.context());
                if (item.target() != null) {
                    expression(item.target(), Context.STORE);
                }
            }
            body(w.body(), owner);
        } else if (s instanceof Stmt.Match m) {
            load(m.subject());
            notEmpty(m.cases(), "cases", "Match");
            for (Node.MatchCase c : m.cases()) {
                pattern(c.pattern(), false);
                optional(c.guard());
                body(c.body(), "match_case");
            }
        } else if (s instanceof Stmt.Try t) {
            attempt(t);
        }
    }

    private static void attempt(Stmt.Try t) {
        String owner = t.isStar() ? "TryStar" : "Try";
        body(t.body(), owner);
        if (t.handlers().isEmpty()) {
            if (t.finallyBody().isEmpty()) {
                throw fault("%s has neither except handlers nor finalbody", owner);
            } else if (!t.orElse().isEmpty()) {
                throw fault("%s has orelse but no except handlers", owner);
            }
        }
        for (Node.ExceptHandler h : t.handlers()) {
            position(h.span());
            optional(h.type());
            body(h.body(), "ExceptHandler");
        }
        statements(t.finallyBody());
        statements(t.orElse());
    }

    // ---- parts of statements and expressions

    private static void typeParameters(List<Node.TypeParam> parameters) {
        for (Node.TypeParam p : parameters) {
            position(p.span());
            name(p.name());
            if (p instanceof Node.TypeVar v) {
                optional(v.bound());
            }
            optional(p.defaultValue());
        }
    }

    private static void arguments(Node.Arguments a) {
        parameters(a.posOnlyArgs());
        parameters(a.args());
        if (a.vararg() != null) {
            parameters(List.of(a.vararg()));
        }
        parameters(a.kwOnlyArgs());
        if (a.kwarg() != null) {
            parameters(List.of(a.kwarg()));
        }
        if (a.defaults().size() > a.posOnlyArgs().size() + a.args().size()) {
            throw fault("more positional defaults than args on arguments");
        }
        sameLength(a.kwDefaults(), a.kwOnlyArgs(), "length of kwonlyargs is not the same as kw_defaults on arguments");
        loadAll(a.defaults());
        a.kwDefaults().forEach(TreeValidator::optional);
    }

    private static void parameters(List<Node.Arg> parameters) {
        for (Node.Arg p : parameters) {
            position(p.span());
            optional(p.annotation());
        }
    }

    private static void keywords(List<Node.Keyword> keywords) {
        keywords.forEach(k -> load(k.value()));
    }

    private static void comprehension(List<Node.Comprehension> generators) {
        if (generators.isEmpty()) {
            throw fault("comprehension with no generators");
        }
        for (Node.Comprehension c : generators) {
            expression(c.target(), Context.STORE);
            load(c.iter());
            loadAll(c.ifs());
        }
    }

    // ---- expressions

    private static void optional(Expr e) {
        if (e != null) {
            load(e);
        }
    }

    private static void load(Expr e) {
        expression(e, Context.LOAD);
    }

    private static void loadAll(List<Expr> all) {
        all(all, Context.LOAD);
    }

    private static void all(List<Expr> all, Context context) {
        all.forEach(e -> expression(e, context));
    }

    private static String word(Context context) {
        return switch (context) {
            case LOAD -> "Load";
            case STORE -> "Store";
            case DEL -> "Del";
        };
    }

    /** @return null for an expression that has no context */
    private static Context contextOf(Expr e) {
        if (e instanceof Expr.Name n) {
            return n.context();
        } else if (e instanceof Expr.Attribute a) {
            return a.context();
        } else if (e instanceof Expr.Subscript s) {
            return s.context();
        } else if (e instanceof Expr.Starred s) {
            return s.context();
        } else if (e instanceof Expr.ListDisplay l) {
            return l.context();
        } else if (e instanceof Expr.Tuple t) {
            return t.context();
        }
        return null;
    }

    private static void expression(Expr e, Context context) {
        position(e.span());
        Context own = contextOf(e);
        if (own == null && context != Context.LOAD) {
            throw fault("expression which can't be assigned to in %s context", word(context));
        } else if (own != null && own != context) {
            throw fault("expression must have %s context but has %s instead", word(context), word(own));
        }
        if (e instanceof Expr.Name n) {
            name(n.id());
        } else if (e instanceof Expr.Attribute a) {
            load(a.value());
        } else if (e instanceof Expr.Subscript s) {
            load(s.index());
            load(s.value());
        } else if (e instanceof Expr.Starred s) {
            expression(s.value(), context);
        } else if (e instanceof Expr.ListDisplay l) {
            all(l.elements(), context);
        } else if (e instanceof Expr.Tuple t) {
            all(t.elements(), context);
        } else if (e instanceof Expr.BoolOp b) {
            if (b.values().size() < 2) {
                throw fault("BoolOp with less than 2 values");
            }
            loadAll(b.values());
        } else if (e instanceof Expr.NamedExpr n) {
            load(n.value());
        } else if (e instanceof Expr.BinOp b) {
            load(b.left());
            load(b.right());
        } else if (e instanceof Expr.UnaryOp u) {
            load(u.operand());
        } else if (e instanceof Expr.Lambda l) {
            arguments(l.args());
            load(l.body());
        } else if (e instanceof Expr.IfExp i) {
            load(i.test());
            load(i.body());
            load(i.orElse());
        } else if (e instanceof Expr.Compare c) {
            if (c.comparators().isEmpty()) {
                throw fault("Compare with no comparators");
            }
            sameLength(c.comparators(), c.ops(), "Compare has a different number of comparators and operands");
            load(c.left());
            loadAll(c.comparators());
        } else if (e instanceof Expr.Call c) {
            load(c.function());
            loadAll(c.args());
            keywords(c.keywords());
        } else {
            other(e);
        }
    }

    private static void other(Expr e) {
        if (e instanceof Expr.Dict d) {
            sameLength(d.keys(), d.values(), "Dict doesn't have the same number of keys as values");
            d.keys().forEach(TreeValidator::optional);
            loadAll(d.values());
        } else if (e instanceof Expr.SetDisplay s) {
            loadAll(s.elements());
        } else if (e instanceof Expr.ListComp c) {
            comprehension(c.generators());
            load(c.element());
        } else if (e instanceof Expr.SetComp c) {
            comprehension(c.generators());
            load(c.element());
        } else if (e instanceof Expr.GeneratorExp c) {
            comprehension(c.generators());
            load(c.element());
        } else if (e instanceof Expr.DictComp c) {
            comprehension(c.generators());
            load(c.key());
            load(c.value());
        } else if (e instanceof Expr.Await a) {
            load(a.value());
        } else if (e instanceof Expr.Yield y) {
            optional(y.value());
        } else if (e instanceof Expr.YieldFrom y) {
            load(y.value());
        } else if (e instanceof Expr.FormattedValue f) {
            load(f.value());
            optional(f.formatSpec());
        } else if (e instanceof Expr.JoinedStr j) {
            loadAll(j.values());
        } else if (e instanceof Expr.Slice s) {
            optional(s.lower());
            optional(s.upper());
            optional(s.step());
        }
    }

    // ---- patterns

    /** @param starred whether it may stand for the remaining items of a sequence */
    private static void pattern(Pattern p, boolean starred) {
        position(p.span());
        if (p instanceof Pattern.Value v) {
            value(v.value());
        } else if (p instanceof Pattern.Singleton s) {
            if (s.value() != null && !(s.value() instanceof Boolean)) {
                throw fault("MatchSingleton can only contain True, False and None");
            }
        } else if (p instanceof Pattern.Sequence s) {
            s.patterns().forEach(i -> pattern(i, true));
        } else if (p instanceof Pattern.Mapping m) {
            sameLength(m.keys(), m.patterns(), "MatchMapping doesn't have the same number of keys as patterns");
            capture(m.rest());
            m.keys().forEach(TreeValidator::key);
            m.patterns().forEach(i -> pattern(i, false));
        } else if (p instanceof Pattern.ClassPattern c) {
            sameLength(
                    c.keywordNames(),
                    c.keywordPatterns(),
                    "MatchClass doesn't have the same number of keyword attributes as patterns");
            load(c.cls());
            Expr cls = c.cls();
            while (cls instanceof Expr.Attribute a) {
                cls = a.value();
            }
            if (!(cls instanceof Expr.Name)) {
                throw fault("MatchClass cls field can only contain Name or Attribute nodes.");
            }
            c.keywordNames().forEach(TreeValidator::name);
            c.patterns().forEach(i -> pattern(i, false));
            c.keywordPatterns().forEach(i -> pattern(i, false));
        } else if (p instanceof Pattern.Star s) {
            if (!starred) {
                throw fault("can't use MatchStar here");
            }
            capture(s.name());
        } else if (p instanceof Pattern.As a) {
            capture(a.name());
            if (a.pattern() != null && a.name() == null) {
                throw fault("MatchAs must specify a target name if a pattern is given");
            } else if (a.pattern() != null) {
                pattern(a.pattern(), false);
            }
        } else if (p instanceof Pattern.Or o) {
            if (o.patterns().size() < 2) {
                throw fault("MatchOr requires at least 2 patterns");
            }
            o.patterns().forEach(i -> pattern(i, false));
        }
    }

    private static void capture(String name) {
        if (name != null && name.equals("_")) {
            throw fault("can't capture name '_' in patterns");
        } else if (name != null) {
            name(name);
        }
    }

    private static void key(Expr e) {
        boolean singleton = e instanceof Expr.Constant c && (c.value() == null || c.value() instanceof Boolean);
        if (!singleton) {
            value(e);
        }
    }

    private static void value(Expr e) {
        load(e);
        if (e instanceof Expr.Constant c) {
            boolean number = isReal(c.value()) || c.value() instanceof Expr.Complex;
            if (!number && !(c.value() instanceof String) && !(c.value() instanceof byte[])) {
                throw fault("unexpected constant inside of a literal pattern");
            }
            return;
        }
        boolean sum = e instanceof Expr.BinOp b
                && (b.op() == Operator.ADD || b.op() == Operator.SUB)
                && isNumber(b.left(), true)
                && b.right() instanceof Expr.Constant c
                && c.value() instanceof Expr.Complex;
        if (!sum && !(e instanceof Expr.Attribute) && !(e instanceof Expr.JoinedStr) && !isNegative(e, false)) {
            throw fault("patterns may only match literals and attribute lookups");
        }
    }

    private static boolean isReal(Object value) {
        return value instanceof Long || value instanceof BigInteger || value instanceof Double;
    }

    private static boolean isNegative(Expr e, boolean real) {
        return e instanceof Expr.UnaryOp u
                && u.op() == Operator.Unary.MINUS
                && u.operand() instanceof Expr.Constant c
                && (isReal(c.value()) || !real && c.value() instanceof Expr.Complex);
    }

    private static boolean isNumber(Expr e, boolean real) {
        return isNegative(e, real) || e instanceof Expr.Constant c && isReal(c.value());
    }
}
