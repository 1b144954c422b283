package org.picklejar.compile;

import java.util.List;
import org.picklejar.code.CodeObject;
import org.picklejar.code.Op;
import org.picklejar.syntax.Expr;
import org.picklejar.syntax.Node;
import org.picklejar.syntax.Stmt;

/** Statements, except those of {@link Blocks} and {@link Definitions}. */
final class Statements {
    private final Unit u;

    Statements(Unit u) {
        this.u = u;
    }

    void block(List<Stmt> body) {
        for (Stmt s : body) {
            statement(s);
        }
    }

    void statement(Stmt s) {
        int mark = u.mark();
        u.at(s.span());
        if (s instanceof Stmt.ExprStmt e) {
            u.expressions.effect(e.value());
        } else if (s instanceof Stmt.Assign a) {
            assignment(a);
        } else if (s instanceof Stmt.AugAssign a) {
            augmented(a);
        } else if (s instanceof Stmt.AnnAssign a) {
            annotated(a);
        } else if (s instanceof Stmt.If i) {
            ifStatement(i);
        } else if (s instanceof Stmt.For f) {
            u.blocks.forLoop(f);
        } else if (s instanceof Stmt.While w) {
            u.blocks.whileLoop(w);
        } else if (s instanceof Stmt.Return r) {
            int v = r.value() == null ? u.expressions.load(null) : u.expressions.value(r.value());
            u.at(r.span());
            u.blocks.returnValue(v);
        } else if (s instanceof Stmt.FunctionDef d) {
            Definitions.function(u, d);
        } else if (s instanceof Stmt.ClassDef d) {
            Definitions.classDef(u, d);
        } else if (s instanceof Stmt.TypeAlias a) {
            Definitions.typeAlias(u, a);
        } else if (s instanceof Stmt.Try t) {
            u.blocks.tryStatement(t);
        } else if (s instanceof Stmt.With w) {
            u.blocks.with(w, 0);
        } else if (s instanceof Stmt.Match m) {
            new Patterns(u).match(m);
        } else if (s instanceof Stmt.Break) {
            u.blocks.breakLoop();
        } else if (s instanceof Stmt.Continue) {
            u.blocks.continueLoop();
        } else {
            simple(s);
        }
        u.release(mark);
    }

    private void simple(Stmt s) {
        if (s instanceof Stmt.Raise r) {
            int e = r.exception() == null ? -1 : u.expressions.operand(r.exception());
            int cause = r.cause() == null ? -1 : u.expressions.value(r.cause());
            u.at(r.span());
            u.emit(Op.RAISE, u.temp(), e, cause);
            u.markUnreachable();
        } else if (s instanceof Stmt.Delete d) {
            d.targets().forEach(this::delete);
        } else if (s instanceof Stmt.Assert a) {
            assertStatement(a);
        } else if (s instanceof Stmt.Import i) {
            i.names().forEach(this::importName);
        } else if (s instanceof Stmt.ImportFrom i) {
            importFrom(i);
        } else if (s instanceof Stmt.Pass) {
            u.line(s.span());
        }
        // global and nonlocal make no code
    }

    void returnNone() {
        u.atNoLine();
        int t = u.expressions.load(null);
        boolean generator = (u.flags & (CodeObject.GENERATOR | CodeObject.COROUTINE | CodeObject.ASYNC_GENERATOR)) != 0;
        u.emit(generator ? Op.RETURN_GENERATOR : Op.RETURN, -1, t, 0);
        u.release(t);
    }

    // ---- assignment

    /** Expressions that write their result as the last thing they do: it may go into a variable at once. */
    private static boolean writesLast(Expr e) {
        return e instanceof Expr.BinOp
                || e instanceof Expr.Call
                || e instanceof Expr.Attribute
                || e instanceof Expr.Subscript
                || e instanceof Expr.UnaryOp
                || e instanceof Expr.Constant
                || e instanceof Expr.Name
                || e instanceof Expr.ListDisplay
                || e instanceof Expr.Tuple
                || e instanceof Expr.ListComp
                || e instanceof Expr.SetComp
                || e instanceof Expr.DictComp
                || e instanceof Expr.JoinedStr
                || e instanceof Expr.Lambda
                || e instanceof Expr.Compare c && c.ops().size() == 1;
    }

    private void assignment(Stmt.Assign a) {
        if (a.targets().size() == 1) {
            Expr target = a.targets().get(0);
            if (target instanceof Expr.Name n && writesLast(a.value())) {
                int r = u.names.target(n.id());
                if (r >= 0) {
                    u.expressions.into(a.value(), r);
                    u.assigned.set(r);
                    return;
                }
            }
            if (swap(target, a.value())) {
                return;
            }
        }
        int v = u.expressions.value(a.value());
        if (!u.isTemp(v) && (a.targets().size() > 1 || !(a.targets().get(0) instanceof Expr.Name))) {
            int t = u.temp();
            u.emit(Op.MOVE, t, v, 0);
            v = t;
        }
        for (Expr target : a.targets()) {
            assign(target, v);
        }
    }

    /** {@code a, b = x, y} without building a tuple. */
    private boolean swap(Expr target, Expr value) {
        if (!(target instanceof Expr.Tuple t)
                || !(value instanceof Expr.Tuple v)
                || t.elements().size() != v.elements().size()
                || Compilation.isStarred(t.elements())
                || Compilation.isStarred(v.elements())
                || Constants.fold(value) != Constants.NONE) {
            return false;
        }
        int base = u.expressions.consecutive(v.elements());
        for (int i = 0; i < t.elements().size(); i++) {
            assign(t.elements().get(i), base + i);
        }
        return true;
    }

    /** Assigns what is in a register, which stays as it is. */
    void assign(Expr target, int value) {
        int mark = u.mark();
        u.at(target.span());
        if (target instanceof Expr.Name n) {
            u.names.store(n.id(), value);
        } else if (target instanceof Expr.Attribute a) {
            int o = u.expressions.value(a.value());
            u.at(a.span());
            u.emit(Op.STORE_ATTR, value, o, u.nameIndex(u.mangle(a.name())));
        } else if (target instanceof Expr.Subscript s) {
            int o = u.expressions.operand(s.value());
            int i = u.expressions.value(s.index());
            u.at(s.span());
            u.emit(Op.STORE_SUBSCRIPT, value, o, i);
        } else if (target instanceof Expr.Tuple t) {
            unpack(t.elements(), value);
        } else if (target instanceof Expr.ListDisplay l) {
            unpack(l.elements(), value);
        } else if (target instanceof Expr.Starred s) {
            assign(s.value(), value);
        } else {
            throw u.compilation.error(target.span(), "cannot assign to expression");
        }
        u.release(mark);
    }

    private void unpack(List<Expr> elements, int value) {
        int star = -1;
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) instanceof Expr.Starred) {
                star = i;
            }
        }
        int n = elements.size();
        int t = u.temp();
        if (star < 0) {
            u.emit(Op.SPREAD, t, value, n);
        } else {
            u.emit(Op.SPREAD_STAR, t, value, star << 16 | n - star - 1);
        }
        int base = u.mark();
        for (int i = 0; i < n; i++) {
            u.temp();
        }
        u.emit(Op.UNPACK, base, t, n);
        for (int i = 0; i < n; i++) {
            assign(elements.get(i), base + i);
        }
    }

    private void augmented(Stmt.AugAssign a) {
        int op = Expressions.operator(a.op()) - Op.ADD + Op.IADD;
        Expr target = a.target();
        if (target instanceof Expr.Name n) {
            int r = u.names.bound(n.id());
            int dst = r >= 0 ? u.names.target(n.id()) : -1;
            if (dst < 0) {
                r = u.temp();
                u.names.load(n.id(), r);
                dst = r;
            } else if (u.compilation.hasWalrus) {
                r = u.temp();
                u.emit(Op.MOVE, r, dst, 0);
            }
            int v = u.expressions.right(a.value());
            u.at(a.span());
            u.emit(op, dst, r, v);
            u.names.store(n.id(), dst);
        } else if (target instanceof Expr.Attribute t) {
            int o = u.expressions.operand(t.value());
            int old = u.temp();
            int name = u.nameIndex(u.mangle(t.name()));
            u.at(t.span());
            u.emit(Op.LOAD_ATTR, old, o, name);
            int v = u.expressions.right(a.value());
            u.at(a.span());
            u.emit(op, old, old, v);
            u.at(t.span());
            u.emit(Op.STORE_ATTR, old, o, name);
        } else {
            Expr.Subscript t = (Expr.Subscript) target;
            int o = u.expressions.operand(t.value());
            int i = u.expressions.operand(t.index());
            int old = u.temp();
            u.at(t.span());
            u.emit(Op.SUBSCRIPT, old, o, i);
            int v = u.expressions.right(a.value());
            u.at(a.span());
            u.emit(op, old, old, v);
            u.at(t.span());
            u.emit(Op.STORE_SUBSCRIPT, old, o, i);
        }
    }

    private void annotated(Stmt.AnnAssign a) {
        if (a.value() != null) {
            int v = u.expressions.value(a.value());
            assign(a.target(), v);
        }
        if (u.isFunction()) {
            return;
        }
        if (!a.simple() || !(a.target() instanceof Expr.Name n)) {
            if (a.value() == null && a.target() instanceof Expr.Attribute t) {
                u.expressions.effect(t.value());
            } else if (a.value() == null && a.target() instanceof Expr.Subscript t) {
                u.expressions.effect(t.value());
                u.expressions.effect(t.index());
            }
            if (!u.compilation.futureAnnotations) {
                u.expressions.effect(a.annotation());
            }
            return;
        }
        int annotation = u.temp();
        Definitions.annotation(u, a.annotation(), annotation);
        int ns = u.temp();
        u.at(a.span());
        u.emit(Op.LOAD_NAME, ns, u.nameIndex("__annotations__"), 0);
        int key = u.expressions.load(u.mangle(n.id()));
        u.emit(Op.STORE_SUBSCRIPT, annotation, ns, key);
    }

    private void delete(Expr target) {
        int mark = u.mark();
        u.at(target.span());
        if (target instanceof Expr.Name n) {
            u.names.delete(n.id());
        } else if (target instanceof Expr.Attribute a) {
            int o = u.expressions.value(a.value());
            u.at(a.span());
            u.emit(Op.DELETE_ATTR, u.temp(), o, u.nameIndex(u.mangle(a.name())));
        } else if (target instanceof Expr.Subscript s) {
            int o = u.expressions.operand(s.value());
            int i = u.expressions.value(s.index());
            u.at(s.span());
            u.emit(Op.DELETE_SUBSCRIPT, u.temp(), o, i);
        } else {
            List<Expr> elements =
                    target instanceof Expr.Tuple t ? t.elements() : ((Expr.ListDisplay) target).elements();
            elements.forEach(this::delete);
        }
        u.release(mark);
    }

    // ---- the rest

    private void ifStatement(Stmt.If i) {
        Unit.Label otherwise = new Unit.Label();
        Unit.Label end = new Unit.Label();
        // elif chains lean to the right: go along them instead of recursing.
        Stmt.If now = i;
        for (; ; ) {
            u.expressions.jumpUnless(now.test(), otherwise);
            block(now.body());
            if (now.orElse().isEmpty()) {
                u.place(otherwise);
                break;
            }
            u.atNoLine();
            u.jump(Op.JUMP, -1, end);
            u.place(otherwise);
            if (now.orElse().size() == 1 && now.orElse().get(0) instanceof Stmt.If next) {
                now = next;
                otherwise = new Unit.Label();
            } else {
                block(now.orElse());
                break;
            }
        }
        u.place(end);
    }

    private void assertStatement(Stmt.Assert a) {
        if (!u.compilation.debug) {
            return;
        }
        Unit.Label end = new Unit.Label();
        u.expressions.jumpIf(a.test(), true, end);
        u.at(a.test().span());
        int base = u.temp();
        u.emit(Op.LOAD_HELPER, base, u.nameIndex("AssertionError"), 0);
        if (a.message() != null) {
            u.expressions.into(a.message(), u.temp());
            u.at(a.test().span());
            u.emit(Op.CALL, base, base, 1);
        }
        u.emit(Op.RAISE, base, base, -1);
        u.markUnreachable();
        u.place(end);
    }

    private void importName(Node.Alias alias) {
        int mark = u.mark();
        int base = u.temp();
        u.expressions.loadInto(0L, base);
        u.expressions.load(null);
        int module = u.temp();
        u.emit(Op.IMPORT_NAME, module, base, u.nameIndex(alias.name()));
        if (alias.asName() == null) {
            int dot = alias.name().indexOf('.');
            u.names.store(dot < 0 ? alias.name() : alias.name().substring(0, dot), module);
        } else {
            String[] parts = alias.name().split("\\.");
            for (int i = 1; i < parts.length; i++) {
                u.emit(Op.IMPORT_FROM, module, module, u.nameIndex(parts[i]));
            }
            u.names.store(alias.asName(), module);
        }
        u.release(mark);
    }

    private void importFrom(Stmt.ImportFrom i) {
        int base = u.temp();
        u.expressions.loadInto((long) i.level(), base);
        u.expressions.load(i.names().stream().map(a -> (Object) a.name()).toList());
        int module = u.temp();
        u.emit(Op.IMPORT_NAME, module, base, u.nameIndex(i.module() == null ? "" : i.module()));
        for (Node.Alias a : i.names()) {
            if (a.name().equals("*")) {
                u.emit(Op.IMPORT_STAR, u.temp(), module, 0);
                return;
            }
            int t = u.temp();
            u.emit(Op.IMPORT_FROM, t, module, u.nameIndex(a.name()));
            u.names.store(a.asName() == null ? a.name() : a.asName(), t);
            u.release(t);
        }
    }

    // ---- questions about bodies

    /** The docstring of a body, cleaned of indentation as CPython 3.13 does; or null. */
    static String docstring(List<Stmt> body) {
        if (!body.isEmpty()
                && body.get(0) instanceof Stmt.ExprStmt e
                && e.value() instanceof Expr.Constant c
                && c.value() instanceof String s) {
            return Docstrings.clean(s);
        }
        return null;
    }

    /** Whether a module or class body annotates a name: then it needs {@code __annotations__}. */
    static boolean hasAnnotations(List<Stmt> body) {
        for (Stmt s : body) {
            boolean found = s instanceof Stmt.AnnAssign
                    || s instanceof Stmt.If i && (hasAnnotations(i.body()) || hasAnnotations(i.orElse()))
                    || s instanceof Stmt.For f && (hasAnnotations(f.body()) || hasAnnotations(f.orElse()))
                    || s instanceof Stmt.While w && (hasAnnotations(w.body()) || hasAnnotations(w.orElse()))
                    || s instanceof Stmt.With w && hasAnnotations(w.body())
                    || s instanceof Stmt.Match m && m.cases().stream().anyMatch(c -> hasAnnotations(c.body()))
                    || s instanceof Stmt.Try t
                            && (hasAnnotations(t.body())
                                    || hasAnnotations(t.orElse())
                                    || hasAnnotations(t.finallyBody())
                                    || t.handlers().stream().anyMatch(h -> hasAnnotations(h.body())));
            if (found) {
                return true;
            }
        }
        return false;
    }
}
