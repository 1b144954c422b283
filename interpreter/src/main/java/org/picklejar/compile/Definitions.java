package org.picklejar.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.picklejar.code.CodeObject;
import org.picklejar.code.Op;
import org.picklejar.source.Span;
import org.picklejar.symbols.Scope;
import org.picklejar.syntax.Expr;
import org.picklejar.syntax.Node;
import org.picklejar.syntax.Stmt;
import org.picklejar.syntax.Unparser;

/** Functions, lambdas, classes, type parameters and type aliases. */
final class Definitions {
    /** The variable that holds {@code Generic[...]} for the bases of a generic class. */
    static final String GENERIC_BASE = ".generic_base";

    private Definitions() {}

    // ---- functions

    static void function(Unit u, Stmt.FunctionDef d) {
        int mark = u.mark();
        List<Integer> decorators = decorators(u, d.decorators());
        int fn = u.temp();
        u.at(d.span());
        if (d.typeParams().isEmpty()) {
            makeDefinition(u, d, fn, true);
        } else {
            int base = u.temp();
            genericFunction(u, d, base);
            u.emit(Op.MOVE, fn, base, 0);
        }
        u.names.store(d.name(), decorate(u, decorators, d.decorators(), fn));
        u.release(mark);
    }

    /** Of a definition: that of its first decorator, if it has one. */
    private static int firstLine(Span definition, List<Expr> decorators) {
        return decorators.isEmpty()
                ? definition.line()
                : decorators.get(0).span().line();
    }

    private static List<Integer> decorators(Unit u, List<Expr> exprs) {
        List<Integer> out = new ArrayList<>();
        for (Expr e : exprs) {
            int t = u.temp();
            u.expressions.into(e, t);
            out.add(t);
        }
        return out;
    }

    /** Calls the decorators, the last first; each lies in the register before what it gets. */
    private static int decorate(Unit u, List<Integer> decorators, List<Expr> exprs, int value) {
        Span span = u.span();
        int v = value;
        for (int i = decorators.size() - 1; i >= 0; i--) {
            u.at(exprs.get(i).span());
            u.emit(Op.CALL, decorators.get(i), decorators.get(i), 1);
            v = decorators.get(i);
        }
        u.at(span);
        return v;
    }

    /** @param withDefaults false when the defaults come from the hidden parameters of a type-parameter scope */
    private static void makeDefinition(Unit u, Stmt.FunctionDef d, int dst, boolean withDefaults) {
        Scope scope = u.compilation.symbols.scopeOf(d);
        CodeObject code = functionCode(u, scope, d.name(), d.args(), d.span(), d.isAsync(), child -> {
            child.firstLine = firstLine(d.span(), d.decorators());
            String doc = Statements.docstring(d.body());
            if (doc != null) {
                child.constant(doc);
                child.flags |= CodeObject.HAS_DOCSTRING;
            }
            child.deleted = deletedNames(d.body(), child);
            child.statements.block(
                    doc == null ? d.body() : d.body().subList(1, d.body().size()));
            child.statements.returnNone();
        });
        code.endLine = d.span().endLine();
        u.compilation.noteSource(code, d.span());
        u.at(d.span());
        makeFunction(u, code, d.span(), withDefaults ? d.args() : null, d.args(), d.returns(), dst);
        if (!withDefaults) {
            u.calls.helperOf("set_defaults", dst, dst, u.local(".defaults"), u.local(".kwdefaults"));
        }
    }

    static void lambda(Unit u, Expr.Lambda l, int dst) {
        Scope scope = u.compilation.symbols.scopeOf(l);
        CodeObject code = functionCode(u, scope, "<lambda>", l.args(), l.span(), false, child -> {
            int r = child.expressions.value(l.body());
            child.at(l.body().span());
            child.emit(Compilation.isGeneratorLike(scope) ? Op.RETURN_GENERATOR : Op.RETURN, -1, r, 0);
        });
        code.endLine = l.span().endLine();
        u.compilation.noteSource(code, l.span());
        u.at(l.span());
        makeFunction(u, code, l.span(), l.args(), null, null, dst);
    }

    private interface Body {
        void emit(Unit child);
    }

    private static CodeObject functionCode(
            Unit u, Scope scope, String name, Node.Arguments args, Span span, boolean isAsync, Body body) {
        Unit child = new Unit(u.compilation, u, scope, name);
        child.firstLine = span.line();
        child.endLine = span.endLine();
        child.posOnlyCount = args.posOnlyArgs().size();
        child.argCount = child.posOnlyCount + args.args().size();
        child.kwOnlyCount = args.kwOnlyArgs().size();
        child.flags =
                (args.vararg() != null ? CodeObject.VARARGS : 0) | (args.kwarg() != null ? CodeObject.VARKEYWORDS : 0);
        if (isAsync) {
            child.flags |= scope.isGenerator() ? CodeObject.ASYNC_GENERATOR : CodeObject.COROUTINE;
        } else if (scope.isGenerator()) {
            child.flags |= CodeObject.GENERATOR;
        }
        child.declareVariables();
        body.emit(child);
        return child.finish();
    }

    /**
     * Emits MAKE_FUNCTION for a code object.
     *
     * @param defaults whose defaults to evaluate; null for none
     * @param annotated whose annotations to evaluate; null for none
     */
    static void makeFunction(
            Unit u,
            CodeObject code,
            Span span,
            Node.Arguments defaults,
            Node.Arguments annotated,
            Expr returns,
            int dst) {
        boolean hasDefaults = defaults != null && !defaults.defaults().isEmpty();
        boolean hasKw = defaults != null && defaults.kwDefaults().stream().anyMatch(e -> e != null);
        boolean hasAnnotations = annotated != null && (returns != null || isAnnotated(annotated));
        if (!hasDefaults && !hasKw && !hasAnnotations && code.freeNames.length == 0) {
            u.emit(Op.MAKE_FUNCTION, dst, u.constant(code), -1);
            return;
        }
        int base = u.temp();
        u.temp();
        u.temp();
        u.temp();
        int mark = u.mark();
        if (hasDefaults) {
            int first = u.expressions.consecutive(defaults.defaults());
            u.emit(Op.BUILD_TUPLE, base, first, defaults.defaults().size());
            u.release(mark);
        } else {
            u.emit(Op.CLEAR, base, 0, 0);
        }
        if (hasKw) {
            int n = 0;
            int first = u.mark();
            for (int i = 0; i < defaults.kwDefaults().size(); i++) {
                if (defaults.kwDefaults().get(i) != null) {
                    u.expressions.load(u.mangle(defaults.kwOnlyArgs().get(i).name()));
                    u.expressions.into(defaults.kwDefaults().get(i), u.temp());
                    n++;
                }
            }
            u.emit(Op.BUILD_MAP, base + 1, first, n);
            u.release(mark);
        } else {
            u.emit(Op.CLEAR, base + 1, 0, 0);
        }
        if (hasAnnotations) {
            annotations(u, annotated, returns, base + 2);
            u.release(mark);
        } else {
            u.emit(Op.CLEAR, base + 2, 0, 0);
        }
        closure(u, code, base + 3);
        u.at(span);
        u.emit(Op.MAKE_FUNCTION, dst, u.constant(code), base);
        u.release(base);
    }

    private static void closure(Unit u, CodeObject code, int dst) {
        if (code.freeNames.length == 0) {
            u.emit(Op.CLEAR, dst, 0, 0);
            return;
        }
        int first = u.mark();
        for (String n : code.freeNames) {
            int cell = u.cell(n);
            if (cell < 0) {
                throw new IllegalStateException("no cell for " + n + " of " + code.qualname + " in " + u.qualname);
            }
            u.emit(Op.MOVE, u.temp(), cell, 0);
        }
        u.emit(Op.BUILD_TUPLE, dst, first, code.freeNames.length);
    }

    private static boolean isAnnotated(Node.Arguments a) {
        return allArgs(a).stream().anyMatch(p -> p.annotation() != null);
    }

    private static List<Node.Arg> allArgs(Node.Arguments a) {
        List<Node.Arg> all = new ArrayList<>(a.posOnlyArgs());
        all.addAll(a.args());
        if (a.vararg() != null) {
            all.add(a.vararg());
        }
        all.addAll(a.kwOnlyArgs());
        if (a.kwarg() != null) {
            all.add(a.kwarg());
        }
        return all;
    }

    private static void annotations(Unit u, Node.Arguments args, Expr returns, int dst) {
        int first = u.mark();
        int n = 0;
        for (Node.Arg a : allArgs(args)) {
            if (a.annotation() != null) {
                u.expressions.load(u.mangle(a.name()));
                annotation(u, a.annotation(), u.temp());
                n += 2;
            }
        }
        if (returns != null) {
            u.expressions.load("return");
            annotation(u, returns, u.temp());
            n += 2;
        }
        u.emit(Op.BUILD_TUPLE, dst, first, n);
    }

    /** The value of an annotation, or its text under the future import. */
    static void annotation(Unit u, Expr e, int dst) {
        if (u.compilation.futureAnnotations) {
            u.at(e.span());
            u.expressions.loadInto(Unparser.unparse(e), dst);
        } else if (e instanceof Expr.Starred s) {
            int list = u.temp();
            int v = u.expressions.value(s.value());
            u.emit(Op.SPREAD, dst, v, 1);
            u.emit(Op.UNPACK, dst, dst, 1);
            u.release(list);
        } else {
            u.expressions.into(e, dst);
        }
    }

    /** Names that the body deletes, or that an except clause unbinds: their use is always checked. */
    private static Set<String> deletedNames(List<Stmt> body, Unit u) {
        Set<String> out = new HashSet<>();
        collectDeleted(body, u, out);
        return out;
    }

    private static void collectDeleted(List<Stmt> body, Unit u, Set<String> out) {
        for (Stmt s : body) {
            if (s instanceof Stmt.Delete d) {
                d.targets().forEach(t -> collectTargets(t, u, out));
            } else if (s instanceof Stmt.If i) {
                collectDeleted(i.body(), u, out);
                collectDeleted(i.orElse(), u, out);
            } else if (s instanceof Stmt.For f) {
                collectDeleted(f.body(), u, out);
                collectDeleted(f.orElse(), u, out);
            } else if (s instanceof Stmt.While w) {
                collectDeleted(w.body(), u, out);
                collectDeleted(w.orElse(), u, out);
            } else if (s instanceof Stmt.With w) {
                collectDeleted(w.body(), u, out);
            } else if (s instanceof Stmt.Match m) {
                m.cases().forEach(c -> collectDeleted(c.body(), u, out));
            } else if (s instanceof Stmt.Try t) {
                collectDeleted(t.body(), u, out);
                collectDeleted(t.orElse(), u, out);
                collectDeleted(t.finallyBody(), u, out);
                for (Node.ExceptHandler h : t.handlers()) {
                    if (h.name() != null) {
                        out.add(u.mangle(h.name()));
                    }
                    collectDeleted(h.body(), u, out);
                }
            }
        }
    }

    private static void collectTargets(Expr t, Unit u, Set<String> out) {
        if (t instanceof Expr.Name n) {
            out.add(u.mangle(n.id()));
        } else if (t instanceof Expr.Tuple p) {
            p.elements().forEach(e -> collectTargets(e, u, out));
        } else if (t instanceof Expr.ListDisplay l) {
            l.elements().forEach(e -> collectTargets(e, u, out));
        }
    }

    // ---- classes

    static void classDef(Unit u, Stmt.ClassDef d) {
        int mark = u.mark();
        List<Integer> decorators = decorators(u, d.decorators());
        int result = u.temp();
        u.at(d.span());
        if (d.typeParams().isEmpty()) {
            makeClass(u, d, result, false);
        } else {
            genericClass(u, d, result);
        }
        u.names.store(d.name(), decorate(u, decorators, d.decorators(), result));
        u.release(mark);
    }

    private static void makeClass(Unit u, Stmt.ClassDef d, int dst, boolean generic) {
        Scope scope = u.compilation.symbols.scopeOf(d);
        Unit body = new Unit(u.compilation, u, scope, d.name());
        body.className = d.name();
        int first = firstLine(d.span(), d.decorators());
        body.firstLine = first;
        body.endLine = d.span().endLine();
        if (generic) {
            body.freeNames.add(".type_params");
        }
        body.declareVariables();
        body.at(new Span(first, d.span().column(), first, d.span().column()));
        int t = body.temp();
        body.emit(Op.LOAD_NAME, t, body.nameIndex("__name__"), 0);
        body.emit(Op.STORE_NAME, t, body.nameIndex("__module__"), 0);
        body.expressions.loadInto(body.qualname, t);
        body.emit(Op.STORE_NAME, t, body.nameIndex("__qualname__"), 0);
        body.expressions.loadInto((long) first, t);
        body.emit(Op.STORE_NAME, t, body.nameIndex("__firstlineno__"), 0);
        if (generic) {
            body.emit(Op.LOAD_CELL, t, body.cell(".type_params"), body.nameIndex(".type_params"));
            body.emit(Op.STORE_NAME, t, body.nameIndex("__type_params__"), 0);
        }
        int dict = body.cell("__classdict__");
        if (dict >= 0 && body.cellNames.contains("__classdict__")) {
            body.emit(Op.LOAD_LOCALS, t, 0, 0);
            body.emit(Op.STORE_CELL, -1, dict, t);
        }
        String doc = Statements.docstring(d.body());
        if (Statements.hasAnnotations(d.body())) {
            body.emit(Op.SETUP_ANNOTATIONS, t, 0, 0);
        }
        if (doc != null) {
            body.at(d.body().get(0).span());
            body.expressions.loadInto(doc, t);
            body.emit(Op.STORE_NAME, t, body.nameIndex("__doc__"), 0);
        }
        body.release(t);
        body.statements.block(
                doc == null ? d.body() : d.body().subList(1, d.body().size()));
        t = body.temp();
        body.atNoLine();
        int attributes = body.expressions.load(List.copyOf(StaticAttributes.of(d)));
        body.emit(Op.STORE_NAME, attributes, body.nameIndex("__static_attributes__"), 0);
        if (scope.needsClassCell()) {
            body.emit(Op.MOVE, t, body.cell("__class__"), 0);
            body.emit(Op.STORE_NAME, t, body.nameIndex("__classcell__"), 0);
            body.emit(Op.RETURN, -1, t, 0);
        } else {
            body.expressions.loadInto(null, t);
            body.emit(Op.RETURN, -1, t, 0);
        }
        CodeObject code = body.finish();
        u.compilation.noteSource(code, d.span());
        int fn = u.temp();
        u.at(d.span());
        makeFunction(u, code, d.span(), null, null, null, fn);
        u.calls.buildClass(d.span(), fn, d.name(), d.bases(), generic ? 0 : -1, d.keywords(), dst);
    }

    // ---- type parameters (PEP 695)

    private static Unit typeParameterUnit(Unit u, Node owner, String name, Span span) {
        Scope scope = u.compilation.symbols.typeParametersOf(owner);
        Unit child = new Unit(u.compilation, u, scope, "<generic parameters of " + name + ">");
        child.firstLine = span.line();
        child.at(span);
        return child;
    }

    private static void genericFunction(Unit u, Stmt.FunctionDef d, int base) {
        Unit child = typeParameterUnit(u, d, d.name(), d.span());
        child.addHiddenLocals(".defaults", ".kwdefaults");
        child.argCount = 2;
        child.declareVariables();
        int params = child.temp();
        typeParams(child, d.typeParams(), params);
        int fn = child.temp();
        makeDefinition(child, d, fn, false);
        child.calls.helperOf("set_type_params", fn, fn, params);
        child.emit(Op.RETURN, -1, fn, 0);
        makeFunction(u, child.finish(), d.span(), null, null, null, base);
        int defaults = u.temp();
        int kw = u.temp();
        int first = u.expressions.consecutive(d.args().defaults());
        u.emit(Op.BUILD_TUPLE, defaults, first, d.args().defaults().size());
        u.release(kw + 1);
        first = u.mark();
        int n = 0;
        for (int i = 0; i < d.args().kwDefaults().size(); i++) {
            if (d.args().kwDefaults().get(i) != null) {
                u.expressions.load(u.mangle(d.args().kwOnlyArgs().get(i).name()));
                u.expressions.into(d.args().kwDefaults().get(i), u.temp());
                n++;
            }
        }
        u.emit(Op.BUILD_MAP, kw, first, n);
        u.at(d.span());
        u.emit(Op.CALL, base, base, 2);
    }

    private static void genericClass(Unit u, Stmt.ClassDef d, int dst) {
        Unit child = typeParameterUnit(u, d, d.name(), d.span());
        child.addHiddenLocals(GENERIC_BASE);
        child.addHiddenCell(".type_params");
        child.className = d.name();
        child.declareVariables();
        int params = child.temp();
        typeParams(child, d.typeParams(), params);
        child.emit(Op.STORE_CELL, -1, child.cell(".type_params"), params);
        child.calls.helperOf("generic_base", child.local(GENERIC_BASE), params);
        child.assigned.set(child.local(GENERIC_BASE));
        int cls = child.temp();
        makeClass(child, d, cls, true);
        child.emit(Op.RETURN, -1, cls, 0);
        int fn = u.temp();
        makeFunction(u, child.finish(), d.span(), null, null, null, fn);
        u.emit(Op.CALL, dst, fn, 0);
    }

    /** Makes the type variables, binds their names, and leaves a tuple of them. */
    private static void typeParams(Unit u, List<Node.TypeParam> params, int dst) {
        int mark = u.mark();
        int list = u.temp();
        u.emit(Op.BUILD_LIST, list, 0, 0);
        for (Node.TypeParam p : params) {
            int inner = u.mark();
            int result = u.temp();
            int base = u.temp();
            String kind =
                    p instanceof Node.TypeVar ? "typevar" : p instanceof Node.ParamSpec ? "paramspec" : "typevartuple";
            u.at(p.span());
            u.emit(Op.LOAD_HELPER, base, u.nameIndex(kind), 0);
            u.expressions.load(p.name());
            Expr bound = p instanceof Node.TypeVar v ? v.bound() : null;
            lazy(u, bound, p.name(), u.temp());
            lazy(u, p.defaultValue(), p.name(), u.temp());
            u.emit(Op.CALL, result, base, 3);
            u.names.store(p.name(), result);
            u.emit(Op.LIST_APPEND, -1, list, result);
            u.release(inner);
        }
        u.emit(Op.LIST_TO_TUPLE, dst, list, 0);
        u.release(mark);
    }

    /** A function that computes e when called, or None when there is no e. A tuple bound is marked as constraints by the helper. */
    private static void lazy(Unit u, Expr e, String name, int dst) {
        if (e == null) {
            u.expressions.loadInto(null, dst);
            return;
        }
        Scope scope = u.compilation.symbols.scopeOf(e);
        Unit child = new Unit(u.compilation, u, scope, name);
        child.firstLine = e.span().line();
        child.at(e.span());
        child.declareVariables();
        int r = child.temp();
        annotationValue(child, e, r);
        child.emit(Op.RETURN, -1, r, 0);
        makeFunction(u, child.finish(), e.span(), null, null, null, dst);
    }

    private static void annotationValue(Unit u, Expr e, int dst) {
        if (e instanceof Expr.Starred s) {
            int v = u.expressions.value(s.value());
            u.emit(Op.SPREAD, dst, v, 1);
            u.emit(Op.UNPACK, dst, dst, 1);
        } else {
            u.expressions.into(e, dst);
        }
    }

    static void typeAlias(Unit u, Stmt.TypeAlias a) {
        int mark = u.mark();
        int result = u.temp();
        if (a.typeParams().isEmpty()) {
            alias(u, a, -1, result);
        } else {
            Unit child = typeParameterUnit(u, a, a.name().id(), a.span());
            child.declareVariables();
            int params = child.temp();
            typeParams(child, a.typeParams(), params);
            int r = child.temp();
            alias(child, a, params, r);
            child.emit(Op.RETURN, -1, r, 0);
            int fn = u.temp();
            makeFunction(u, child.finish(), a.span(), null, null, null, fn);
            u.emit(Op.CALL, result, fn, 0);
        }
        u.names.store(a.name().id(), result);
        u.release(mark);
    }

    private static void alias(Unit u, Stmt.TypeAlias a, int params, int dst) {
        int mark = u.mark();
        int base = u.temp();
        u.emit(Op.LOAD_HELPER, base, u.nameIndex("typealias"), 0);
        u.expressions.load(a.name().id());
        if (params < 0) {
            u.expressions.load(List.of());
        } else {
            u.emit(Op.MOVE, u.temp(), params, 0);
        }
        int value = u.temp();
        Scope scope = u.compilation.symbols.scopeOf(a);
        Unit child = new Unit(u.compilation, u, scope, a.name().id());
        child.firstLine = a.span().line();
        child.at(a.value().span());
        child.declareVariables();
        int r = child.expressions.value(a.value());
        child.emit(Op.RETURN, -1, r, 0);
        makeFunction(u, child.finish(), a.span(), null, null, null, value);
        u.at(a.span());
        u.emit(Op.CALL, dst, base, 3);
        u.release(mark);
    }
}
