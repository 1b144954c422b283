package org.picklejar.compile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.picklejar.code.CodeObject;
import org.picklejar.code.Op;
import org.picklejar.source.Span;
import org.picklejar.symbols.Scope;
import org.picklejar.syntax.Expr;
import org.picklejar.syntax.Node;

/** Comprehensions, which run in the frame around them, and generator expressions, which have their own. */
final class Comprehensions {
    private final Unit u;

    Comprehensions(Unit u) {
        this.u = u;
    }

    void compile(Expr e, int dst) {
        if (e instanceof Expr.ListComp c) {
            inline(e, c.generators(), Op.BUILD_LIST, c.element(), null, dst);
        } else if (e instanceof Expr.SetComp c) {
            inline(e, c.generators(), Op.BUILD_SET, c.element(), null, dst);
        } else if (e instanceof Expr.DictComp c) {
            inline(e, c.generators(), Op.BUILD_MAP, c.key(), c.value(), dst);
        } else if (e instanceof Expr.GeneratorExp g) {
            generator(g, dst);
        } else {
            throw new IllegalStateException(e.getClass().getName());
        }
    }

    private void inline(Expr e, List<Node.Comprehension> generators, int build, Expr element, Expr value, int dst) {
        Span span = e.span();
        int acc = u.temp();
        int iterator = u.temp();
        // The first iterable belongs to the surrounding scope.
        u.expressions.into(generators.get(0).iter(), iterator);
        getIter(generators.get(0), iterator);
        var before = u.state();
        Scope scope = u.compilation.symbols.scopeOf(e);
        Map<String, Integer> registers = new LinkedHashMap<>();
        scope.locals().forEach(n -> registers.put(n, u.temp()));
        u.enter(new Unit.Inlined(scope, registers));
        u.at(span);
        u.emit(build, acc, 0, 0);
        loop(generators, 0, iterator, element.span(), () -> {
            int mark = u.mark();
            if (value != null) {
                int k = u.expressions.operand(element);
                int v = u.expressions.value(value);
                u.emit(Op.MAP_ADD, acc, k, v);
            } else {
                int v = u.expressions.value(element);
                boolean list = build == Op.BUILD_LIST;
                u.emit(list ? Op.LIST_APPEND : Op.SET_ADD, list ? -1 : u.temp(), acc, v);
            }
            u.release(mark);
        });
        u.leave();
        u.reachable(before);
        u.emit(Op.MOVE, dst, acc, 0);
    }

    private void getIter(Node.Comprehension g, int register) {
        u.at(g.iter().span());
        u.emit(g.isAsync() ? Op.GET_AITER : Op.GET_ITER, register, register, 0);
    }

    /** The loops from number {@code i} on. */
    private void loop(List<Node.Comprehension> generators, int i, int iterator, Span element, Runnable body) {
        if (i == generators.size()) {
            body.run();
            return;
        }
        Node.Comprehension g = generators.get(i);
        int mark = u.mark();
        Unit.Label head = new Unit.Label();
        Unit.Label next = new Unit.Label();
        Unit.Label end = new Unit.Label();
        u.place(head);
        int item = u.temp();
        u.at(g.iter().span());
        if (g.isAsync()) {
            u.blocks.asyncNext(iterator, item, end);
        } else {
            u.jump(Op.FOR_ITER, item, iterator, end);
        }
        u.statements.assign(g.target(), item);
        for (Expr test : g.ifs()) {
            u.expressions.jumpUnless(test, next);
        }
        if (i + 1 < generators.size()) {
            int inner = u.temp();
            u.expressions.into(generators.get(i + 1).iter(), inner);
            getIter(generators.get(i + 1), inner);
            loop(generators, i + 1, inner, element, body);
        } else {
            body.run();
        }
        u.place(next);
        u.at(element);
        u.jump(Op.JUMP_BACK, -1, head);
        u.place(end);
        u.release(mark);
    }

    private void generator(Expr.GeneratorExp g, int dst) {
        Scope scope = u.compilation.symbols.scopeOf(g);
        Unit child = new Unit(u.compilation, u, scope, "<genexpr>");
        child.firstLine = g.span().line();
        child.argCount = 1;
        child.flags = scope.isCoroutine() ? CodeObject.ASYNC_GENERATOR : CodeObject.GENERATOR;
        child.at(g.span());
        child.declareVariables();
        child.comprehensions.generatorBody(g);
        int fn = u.temp();
        Definitions.makeFunction(u, child.finish(), g.span(), null, null, null, fn);
        int it = u.temp();
        u.expressions.into(g.generators().get(0).iter(), it);
        getIter(g.generators().get(0), it);
        u.at(g.span());
        u.emit(Op.CALL, dst, fn, 1);
    }

    private void generatorBody(Expr.GeneratorExp g) {
        u.line(g.span());
        loop(g.generators(), 0, 0, g.element().span(), () -> {
            int mark = u.mark();
            int v = u.expressions.value(g.element());
            u.at(g.element().span());
            if ((u.flags & CodeObject.ASYNC_GENERATOR) != 0) {
                int t = u.temp();
                u.emit(Op.ASYNC_WRAP, t, v, 0);
                v = t;
            }
            u.emit(Op.YIELD, u.temp(), v, -1);
            u.release(mark);
        });
        u.statements.returnNone();
    }
}
