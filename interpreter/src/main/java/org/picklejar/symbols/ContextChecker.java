package org.picklejar.symbols;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.picklejar.source.Diagnostic;
import org.picklejar.source.ProgramWarning;
import org.picklejar.source.Span;
import org.picklejar.syntax.Expr;
import org.picklejar.syntax.Node;
import org.picklejar.syntax.Stmt;

/** Finds what the grammar allows and the place forbids: {@code return} outside a function, {@code break} outside a loop. */
public final class ContextChecker {
    private enum Body {
        MODULE,
        CLASS,
        FUNCTION,
        ASYNC_FUNCTION,
        ASYNC_GENERATOR,
        GENERATOR_EXPRESSION
    }

    /**
     * Where a statement or expression stands.
     *
     * @param inExceptStar directly in an {@code except*} block, which no jump may leave
     * @param comprehension the innermost comprehension around, if it runs in the body's frame, or null
     */
    private record Place(Body body, boolean inLoop, boolean inExceptStar, Span comprehension) {
        static Place in(Body body) {
            return new Place(body, false, false, null);
        }

        Place loop() {
            return new Place(body, true, false, null);
        }

        Place exceptStar() {
            return new Place(body, false, true, null);
        }

        Place within(Expr comprehension) {
            return new Place(body, false, false, comprehension.span());
        }

        boolean isFunction() {
            return body != Body.MODULE && body != Body.CLASS;
        }

        boolean mayAwait() {
            return body == Body.ASYNC_FUNCTION || body == Body.ASYNC_GENERATOR || body == Body.GENERATOR_EXPRESSION;
        }
    }

    private final Complaints complaints;
    private final SymbolTable symbols;
    private final boolean allowTopLevelAwait;
    private final PatternChecker patterns;
    private final SuspiciousForms suspicious;

    private ContextChecker(
            Complaints complaints, SymbolTable symbols, boolean allowTopLevelAwait, List<ProgramWarning> warnings) {
        this.complaints = complaints;
        this.symbols = symbols;
        this.allowTopLevelAwait = allowTopLevelAwait;
        this.patterns = new PatternChecker(complaints);
        this.suspicious = new SuspiciousForms(warnings);
    }

    /**
     * Checks a program; to be called after {@link SymbolTable#build}, before code is made.
     *
     * @param text the source, for the lines that diagnostics quote; may be null
     * @param allowTopLevelAwait whether {@code await} and the async statements may stand outside functions
     * @param warnings gets what is valid and odd
     * @throws Diagnostic for the first misplaced construct
     */
    public static void check(
            Node.Mod tree,
            SymbolTable symbols,
            String fileName,
            String text,
            boolean allowTopLevelAwait,
            List<ProgramWarning> warnings) {
        Complaints complaints = new Complaints(fileName, text);
        ContextChecker checker = new ContextChecker(complaints, symbols, allowTopLevelAwait, warnings);
        Place place = Place.in(Body.MODULE);
        if (tree instanceof Node.Module module) {
            new FutureImports(complaints).check(module.body());
            checker.statements(module.body(), place);
        } else if (tree instanceof Node.Interactive interactive) {
            new FutureImports(complaints).check(interactive.body());
            checker.statements(interactive.body(), place);
        } else if (tree instanceof Node.Expression expression) {
            checker.expression(expression.body(), place);
        }
    }

    // ---- statements ----

    private void statements(List<Stmt> body, Place place) {
        for (Stmt statement : body) {
            statement(statement, place);
        }
    }

    private void statement(Stmt statement, Place place) {
        if (statement instanceof Stmt.ExprStmt s) {
            expression(s.value(), place);
        } else if (statement instanceof Stmt.Assign s) {
            expression(s.value(), place);
            s.targets().forEach(target -> target(target, place));
        } else if (statement instanceof Stmt.If s) {
            ifStatement(s, place);
        } else if (statement instanceof Stmt.Return s) {
            returnStatement(s, place);
        } else if (statement instanceof Stmt.Break s) {
            jump(s.span(), "'break' outside loop", place);
        } else if (statement instanceof Stmt.Continue s) {
            jump(s.span(), "'continue' not properly in loop", place);
        } else if (statement instanceof Stmt.FunctionDef s) {
            function(s, place);
        } else if (statement instanceof Stmt.ClassDef s) {
            classDefinition(s, place);
        } else if (statement instanceof Stmt.For s) {
            forStatement(s, place);
        } else if (statement instanceof Stmt.While s) {
            expression(s.test(), place);
            statements(s.body(), place.loop());
            statements(s.orElse(), place);
        } else if (statement instanceof Stmt.With s) {
            with(s, place);
        } else if (statement instanceof Stmt.Try s) {
            tryStatement(s, place);
        } else if (statement instanceof Stmt.Match s) {
            match(s, place);
        } else if (statement instanceof Stmt.AugAssign s) {
            expression(s.value(), place);
            target(s.target(), place);
        } else if (statement instanceof Stmt.AnnAssign s) {
            target(s.target(), place);
            expression(s.annotation(), place);
            optional(s.value(), place);
        } else if (statement instanceof Stmt.Delete s) {
            s.targets().forEach(target -> target(target, place));
        } else if (statement instanceof Stmt.Raise s) {
            optional(s.exception(), place);
            optional(s.cause(), place);
        } else if (statement instanceof Stmt.Assert s) {
            suspicious.check(s);
            expression(s.test(), place);
            optional(s.message(), place);
        } else if (statement instanceof Stmt.TypeAlias s) {
            typeParameters(s.typeParams());
            expression(s.value(), Place.in(Body.FUNCTION));
        } else if (statement instanceof Stmt.Import s) {
            s.names().forEach(this::imported);
        } else if (statement instanceof Stmt.ImportFrom s) {
            s.names().forEach(this::imported);
        }
    }

    private void imported(Node.Alias alias) {
        checkStorable(alias.asName() == null ? alias.name() : alias.asName(), alias.span());
    }

    private void ifStatement(Stmt.If first, Place place) {
        Stmt.If branch = first;
        while (true) {
            expression(branch.test(), place);
            statements(branch.body(), place);
            if (branch.orElse().size() != 1 || !(branch.orElse().get(0) instanceof Stmt.If next)) {
                statements(branch.orElse(), place);
                return;
            }
            branch = next;
        }
    }

    private void returnStatement(Stmt.Return statement, Place place) {
        if (!place.isFunction()) {
            throw complaints.error("'return' outside function", statement.span());
        }
        if (place.inExceptStar) {
            throw jumpOutOfExceptStar(statement.span());
        }
        if (statement.value() != null && place.body == Body.ASYNC_GENERATOR) {
            throw complaints.error("'return' with value in async generator", statement.span());
        }
        optional(statement.value(), place);
    }

    private void jump(Span span, String message, Place place) {
        if (place.inExceptStar) {
            throw jumpOutOfExceptStar(span);
        }
        if (!place.inLoop) {
            throw complaints.error(message, span);
        }
    }

    private Diagnostic jumpOutOfExceptStar(Span span) {
        return complaints.error("'break', 'continue' and 'return' cannot appear in an except* block", span);
    }

    private void function(Stmt.FunctionDef def, Place place) {
        checkStorable(def.name(), def.span());
        def.decorators().forEach(decorator -> expression(decorator, place));
        parameters(def.args(), place);
        typeParameters(def.typeParams());
        annotations(def.args(), place);
        optional(def.returns(), place);
        boolean isGenerator = symbols.scopeOf(def).isGenerator();
        Body body = !def.isAsync() ? Body.FUNCTION : isGenerator ? Body.ASYNC_GENERATOR : Body.ASYNC_FUNCTION;
        statements(def.body(), Place.in(body));
    }

    private void parameters(Node.Arguments args, Place place) {
        args.defaults().forEach(value -> expression(value, place));
        args.kwDefaults().forEach(value -> optional(value, place));
        for (Node.Arg arg : everyArg(args)) {
            checkStorable(arg.name(), arg.span());
        }
    }

    private void annotations(Node.Arguments args, Place place) {
        for (Node.Arg arg : everyArg(args)) {
            Expr annotation = arg.annotation();
            optional(annotation instanceof Expr.Starred starred ? starred.value() : annotation, place);
        }
    }

    private static List<Node.Arg> everyArg(Node.Arguments args) {
        List<Node.Arg> all = new ArrayList<>(args.posOnlyArgs());
        all.addAll(args.args());
        all.addAll(args.kwOnlyArgs());
        if (args.vararg() != null) {
            all.add(args.vararg());
        }
        if (args.kwarg() != null) {
            all.add(args.kwarg());
        }
        return all;
    }

    private void typeParameters(List<Node.TypeParam> params) {
        boolean sawDefault = false;
        for (Node.TypeParam param : params) {
            checkStorable(param.name(), param.span());
            if (param.defaultValue() != null) {
                sawDefault = true;
            } else if (sawDefault) {
                throw complaints.error(
                        "non-default type parameter '" + param.name() + "' follows default type parameter",
                        param.span());
            }
        }
    }

    private void classDefinition(Stmt.ClassDef def, Place place) {
        checkStorable(def.name(), def.span());
        def.decorators().forEach(decorator -> expression(decorator, place));
        typeParameters(def.typeParams());
        elements(def.bases(), place);
        keywords(def.keywords());
        def.keywords().forEach(keyword -> expression(keyword.value(), place));
        statements(def.body(), Place.in(Body.CLASS));
    }

    private void forStatement(Stmt.For statement, Place place) {
        if (statement.isAsync()) {
            checkAsync("'async for' outside async function", statement.span(), place);
        }
        target(statement.target(), place);
        expression(statement.iter(), place);
        statements(statement.body(), place.loop());
        statements(statement.orElse(), place);
    }

    private void with(Stmt.With statement, Place place) {
        if (statement.isAsync()) {
            checkAsync("'async with' outside async function", statement.span(), place);
        }
        for (Node.WithItem item : statement.items()) {
            expression(item.context(), place);
            if (item.target() != null) {
                target(item.target(), place);
            }
        }
        statements(statement.body(), place);
    }

    private void checkAsync(String message, Span span, Place place) {
        if (!place.mayAwait() && !isTopLevelAwait(place)) {
            throw complaints.error(message, span);
        }
    }

    private boolean isTopLevelAwait(Place place) {
        return allowTopLevelAwait && place.body == Body.MODULE;
    }

    private void tryStatement(Stmt.Try statement, Place place) {
        statements(statement.body(), place);
        int last = statement.handlers().size() - 1;
        for (int i = 0; i <= last; i++) {
            Node.ExceptHandler handler = statement.handlers().get(i);
            if (handler.type() == null && i < last) {
                throw complaints.error("default 'except:' must be last", handler.span());
            }
            optional(handler.type(), place);
            if (handler.name() != null) {
                checkStorable(handler.name(), handler.span());
            }
            statements(handler.body(), statement.isStar() ? place.exceptStar() : place);
        }
        statements(statement.orElse(), place);
        statements(statement.finallyBody(), place);
    }

    private void match(Stmt.Match statement, Place place) {
        expression(statement.subject(), place);
        patterns.check(statement);
        for (Node.MatchCase matchCase : statement.cases()) {
            optional(matchCase.guard(), place);
            statements(matchCase.body(), place);
        }
    }

    // ---- targets ----

    private void target(Expr target, Place place) {
        if (target instanceof Expr.Starred) {
            throw complaints.error("starred assignment target must be in a list or tuple", target.span());
        }
        if (target instanceof Expr.Tuple tuple) {
            targets(tuple.elements(), target.span(), place);
        } else if (target instanceof Expr.ListDisplay list) {
            targets(list.elements(), target.span(), place);
        } else {
            expression(target, place);
        }
    }

    private void targets(List<Expr> elements, Span span, Place place) {
        boolean sawStarred = false;
        for (Expr element : elements) {
            if (element instanceof Expr.Starred starred) {
                if (sawStarred) {
                    throw complaints.error("multiple starred expressions in assignment", span);
                }
                sawStarred = true;
                target(starred.value(), place);
            } else {
                target(element, place);
            }
        }
    }

    private void checkStorable(String name, Span span) {
        if (name.equals("__debug__")) {
            throw complaints.error("cannot assign to __debug__", span);
        }
    }

    // ---- expressions ----

    private void optional(Expr expression, Place place) {
        if (expression != null) {
            expression(expression, place);
        }
    }

    private void elements(List<Expr> elements, Place place) {
        for (Expr element : elements) {
            expression(element instanceof Expr.Starred starred ? starred.value() : element, place);
        }
    }

    private record Task(Expr expression, Place place) {}

    /** Walks with a stack of its own, since expressions may nest to the left without limit. */
    private void expression(Expr root, Place place) {
        Deque<Task> tasks = new ArrayDeque<>();
        tasks.push(new Task(root, place));
        while (!tasks.isEmpty()) {
            Task task = tasks.pop();
            List<Expr> parts = Subexpressions.of(task.expression);
            Place inner = check(task.expression, task.place);
            suspicious.check(task.expression);
            for (int i = parts.size() - 1; i >= 0; i--) {
                tasks.push(new Task(parts.get(i), inner));
            }
        }
    }

    /** Checks one expression without its parts; returns the place of its parts. */
    private Place check(Expr expression, Place place) {
        if (expression instanceof Expr.Starred) {
            throw complaints.error("can't use starred expression here", expression.span());
        } else if (expression instanceof Expr.Name e
                && e.id().equals("__debug__")
                && e.context() != Expr.Context.LOAD) {
            throw complaints.error(
                    (e.context() == Expr.Context.DEL ? "cannot delete " : "cannot assign to ") + e.id(), e.span());
        } else if (expression instanceof Expr.Attribute e
                && e.name().equals("__debug__")
                && e.context() != Expr.Context.LOAD) {
            throw complaints.error(
                    (e.context() == Expr.Context.DEL ? "cannot delete " : "cannot assign to ") + e.name(), e.span());
        } else if (expression instanceof Expr.Call e) {
            keywords(e.keywords());
        } else if (expression instanceof Expr.Await e) {
            checkAwait(e, place);
        } else if (expression instanceof Expr.Yield || expression instanceof Expr.YieldFrom) {
            checkYield(expression, place);
        } else if (expression instanceof Expr.Lambda e) {
            for (Node.Arg arg : everyArg(e.args())) {
                checkStorable(arg.name(), arg.span());
            }
            parameters(e.args(), place);
            return Place.in(Body.FUNCTION);
        } else if (expression instanceof Expr.GeneratorExp e) {
            return comprehension(e, e.generators(), Place.in(Body.GENERATOR_EXPRESSION), place);
        } else if (expression instanceof Expr.ListComp e) {
            return comprehension(e, e.generators(), place.within(e), place);
        } else if (expression instanceof Expr.SetComp e) {
            return comprehension(e, e.generators(), place.within(e), place);
        } else if (expression instanceof Expr.DictComp e) {
            return comprehension(e, e.generators(), place.within(e), place);
        }
        return place;
    }

    private void checkAwait(Expr.Await await, Place place) {
        if (place.mayAwait() || isTopLevelAwait(place)) {
            return;
        }
        if (place.comprehension != null) {
            throw complaints.error(
                    "asynchronous comprehension outside of an asynchronous function", place.comprehension);
        }
        throw complaints.error(
                place.isFunction() ? "'await' outside async function" : "'await' outside function", await.span());
    }

    private void checkYield(Expr expression, Place place) {
        if (!place.isFunction()) {
            throw complaints.error(
                    expression instanceof Expr.Yield ? "'yield' outside function" : "'yield from' outside function",
                    expression.span());
        }
        boolean isAsync = place.body == Body.ASYNC_FUNCTION || place.body == Body.ASYNC_GENERATOR;
        if (expression instanceof Expr.YieldFrom && isAsync) {
            throw complaints.error("'yield from' inside async function", expression.span());
        }
    }

    /** Checks the clauses; the element is left to the caller, in the place returned. */
    private Place comprehension(Expr node, List<Node.Comprehension> clauses, Place inner, Place outer) {
        for (int i = 0; i < clauses.size(); i++) {
            Node.Comprehension clause = clauses.get(i);
            if (clause.isAsync() && !inner.mayAwait() && !isTopLevelAwait(inner)) {
                throw complaints.error("asynchronous comprehension outside of an asynchronous function", node.span());
            }
            expression(clause.iter(), i == 0 ? outer : inner);
            target(clause.target(), inner);
            clause.ifs().forEach(condition -> expression(condition, inner));
        }
        return inner;
    }

    private void keywords(List<Node.Keyword> keywords) {
        Set<String> seen = new HashSet<>();
        for (Node.Keyword keyword : keywords) {
            if (keyword.name() != null) {
                checkStorable(keyword.name(), keyword.span());
                if (!seen.add(keyword.name())) {
                    throw complaints.error("keyword argument repeated: " + keyword.name(), keyword.span());
                }
            }
        }
    }
}
