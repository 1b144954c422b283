package org.picklejar.symbols;

import java.util.ArrayList;
import java.util.List;
import org.picklejar.source.Span;
import org.picklejar.syntax.Expr;
import org.picklejar.syntax.Node;

/** Notes the names of expressions for {@link ScopeBuilder}, and opens the scopes of lambdas and comprehensions. */
final class ExpressionWalk {
    private final ScopeBuilder builder;

    ExpressionWalk(ScopeBuilder builder) {
        this.builder = builder;
    }

    void visitAll(List<Expr> expressions) {
        for (Expr expression : expressions) {
            visit(expression);
        }
    }

    void visitOptional(Expr expression) {
        if (expression != null) {
            visit(expression);
        }
    }

    void visit(Expr expression) {
        if (expression instanceof Expr.Name e) {
            if (e.context() == Expr.Context.LOAD) {
                builder.read(e.id());
            } else {
                builder.assign(e.id(), e.span());
            }
        } else if (expression instanceof Expr.Constant) {
            return;
        } else if (expression instanceof Expr.BinOp
                || expression instanceof Expr.Attribute
                || expression instanceof Expr.Call
                || expression instanceof Expr.Subscript) {
            visitChain(expression);
        } else {
            visitOther(expression);
        }
    }

    /** A chain such as {@code a.b(c)[d] + e + f} nests to the left without limit; it is walked without recursion. */
    private void visitChain(Expr expression) {
        List<Expr> chain = new ArrayList<>();
        Expr head = expression;
        while (true) {
            chain.add(head);
            if (head instanceof Expr.BinOp e) {
                head = e.left();
            } else if (head instanceof Expr.Attribute e) {
                head = e.value();
            } else if (head instanceof Expr.Call e) {
                head = e.function();
            } else if (head instanceof Expr.Subscript e) {
                head = e.value();
            } else {
                break;
            }
        }
        visit(head);
        for (int i = chain.size() - 2; i >= 0; i--) {
            Expr link = chain.get(i);
            if (link instanceof Expr.BinOp e) {
                visit(e.right());
            } else if (link instanceof Expr.Call e) {
                visitAll(e.args());
                e.keywords().forEach(keyword -> visit(keyword.value()));
            } else if (link instanceof Expr.Subscript e) {
                visit(e.index());
            }
        }
    }

    private void visitOther(Expr expression) {
        if (expression instanceof Expr.BoolOp e) {
            visitAll(e.values());
        } else if (expression instanceof Expr.NamedExpr e) {
            namedExpression(e);
        } else if (expression instanceof Expr.UnaryOp e) {
            visit(e.operand());
        } else if (expression instanceof Expr.Lambda e) {
            lambda(e);
        } else if (expression instanceof Expr.IfExp e) {
            visit(e.test());
            visit(e.body());
            visit(e.orElse());
        } else if (expression instanceof Expr.Dict e) {
            e.keys().forEach(this::visitOptional);
            visitAll(e.values());
        } else if (expression instanceof Expr.SetDisplay e) {
            visitAll(e.elements());
        } else if (expression instanceof Expr.ListComp e) {
            comprehension(e, "<listcomp>", e.element(), null, e.generators());
        } else if (expression instanceof Expr.SetComp e) {
            comprehension(e, "<setcomp>", e.element(), null, e.generators());
        } else if (expression instanceof Expr.DictComp e) {
            comprehension(e, "<dictcomp>", e.key(), e.value(), e.generators());
        } else if (expression instanceof Expr.GeneratorExp e) {
            comprehension(e, "<genexpr>", e.element(), null, e.generators());
        } else if (expression instanceof Expr.Await e) {
            forbid("await expression", e.span());
            visit(e.value());
            builder.current.scope.isCoroutine = true;
        } else if (expression instanceof Expr.Yield e) {
            suspension(e);
            visitOptional(e.value());
        } else if (expression instanceof Expr.YieldFrom e) {
            suspension(e);
            visit(e.value());
        } else if (expression instanceof Expr.Compare e) {
            visit(e.left());
            visitAll(e.comparators());
        } else if (expression instanceof Expr.FormattedValue e) {
            visit(e.value());
            visitOptional(e.formatSpec());
        } else if (expression instanceof Expr.JoinedStr e) {
            visitAll(e.values());
        } else if (expression instanceof Expr.Starred e) {
            visit(e.value());
        } else if (expression instanceof Expr.ListDisplay e) {
            visitAll(e.elements());
        } else if (expression instanceof Expr.Tuple e) {
            visitAll(e.elements());
        } else if (expression instanceof Expr.Slice e) {
            visitOptional(e.lower());
            visitOptional(e.upper());
            visitOptional(e.step());
        }
    }

    private void lambda(Expr.Lambda lambda) {
        builder.defaults(lambda.args());
        builder.open(Scope.Kind.LAMBDA, "<lambda>", lambda, null);
        builder.parameters(lambda.args());
        visit(lambda.body());
        builder.close();
    }

    private void suspension(Expr expression) {
        forbid("yield expression", expression.span());
        ScopeDraft scope = builder.current;
        if (scope.isComprehension()) {
            throw builder.complaints.error(
                    "'yield' inside " + SymbolTable.describe((Expr) scope.scope.node), expression.span());
        }
        scope.scope.isGenerator = true;
    }

    /** Scopes of type parameters and aliases may not suspend or assign. */
    private void forbid(String what, Span span) {
        if (builder.current.restriction != null) {
            throw builder.complaints.error(what + " cannot be used within " + builder.current.restriction, span);
        }
    }

    // ---- comprehensions ----

    private void comprehension(Expr node, String name, Expr element, Expr value, List<Node.Comprehension> clauses) {
        Node.Comprehension outermost = clauses.get(0);
        ScopeDraft host = builder.current;
        host.iterableDepth++;
        visit(outermost.iter());
        host.iterableDepth--;
        boolean isGenerator = node instanceof Expr.GeneratorExp;
        builder.open(isGenerator ? Scope.Kind.GENERATOR : Scope.Kind.COMPREHENSION, name, node, null);
        ScopeDraft inner = builder.current;
        inner.scope.isGenerator = isGenerator;
        if (isGenerator) {
            inner.use(".0").isParameter = true;
            inner.scope.parameters.add(".0");
        }
        for (Node.Comprehension clause : clauses) {
            inner.isReadingIterationTarget = true;
            visit(clause.target());
            inner.isReadingIterationTarget = false;
            if (clause != outermost) {
                inner.iterableDepth++;
                visit(clause.iter());
                inner.iterableDepth--;
            }
            visitAll(clause.ifs());
            inner.scope.isCoroutine |= clause.isAsync();
        }
        visitOptional(value);
        visit(element);
        builder.close();
        // The frame that runs an inlined comprehension awaits in its place.
        host.scope.isCoroutine |= inner.scope.isCoroutine && !isGenerator;
    }

    private void namedExpression(Expr.NamedExpr e) {
        forbid("named expression", e.span());
        ScopeDraft scope = builder.current;
        if (scope.iterableDepth > 0) {
            throw builder.complaints.error(
                    "assignment expression cannot be used in a comprehension iterable expression", e.span());
        }
        if (scope.isComprehension()) {
            bindOutside(scope, e.target());
            visit(e.value());
        } else {
            visit(e.value());
            visit(e.target());
        }
    }

    /** Within comprehensions, {@code :=} binds in the scope that contains them. */
    private void bindOutside(ScopeDraft from, Expr.Name target) {
        String name = from.mangle(target.id());
        ScopeDraft scope = from;
        for (; scope.isComprehension(); scope = scope.parent) {
            NameUse use = scope.names.get(name);
            if (use != null && use.isIterationVariable) {
                throw builder.complaints.error(
                        "assignment expression cannot rebind comprehension iteration variable '" + target.id() + "'",
                        target.span());
            }
        }
        if (scope.is(Scope.Kind.CLASS)) {
            throw builder.complaints.error(
                    "assignment expression within a comprehension cannot be used in a class body", target.span());
        }
        if (scope.restriction != null) {
            throw builder.complaints.error(
                    "assignment expression within a comprehension cannot be used "
                            + (scope.is(Scope.Kind.TYPE_PARAMETERS) ? "within " : "in ") + scope.restriction,
                    target.span());
        }
        NameUse bound = scope.use(name);
        NameUse here = from.use(name);
        here.declaration = target.span();
        boolean isGlobal = scope.is(Scope.Kind.MODULE) || bound.isGlobal;
        here.isGlobal |= isGlobal;
        here.isNonlocal |= !isGlobal;
        here.isAssigned = true;
        if (scope.is(Scope.Kind.MODULE)) {
            bound.isGlobal = true;
        }
        bound.isAssigned = true;
        bound.isStored = true;
    }
}
