package org.picklejar.compile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.picklejar.code.CodeObject;
import org.picklejar.code.Op;
import org.picklejar.source.Span;
import org.picklejar.syntax.Expr;
import org.picklejar.syntax.Node;
import org.picklejar.syntax.Stmt;

/** Statements that protect others: try, with, loops; and the ways out of them by return, break and continue. */
final class Blocks {
    /** A surrounding construct: what must happen when a jump leaves it. */
    private abstract class Block {
        private Unit.Label handler;
        private int register;
        private int from;
        private boolean open;

        /** From here on exceptions go to the label, the exception to the register. */
        void protect(Unit.Label label, int exceptionRegister) {
            handler = label;
            register = exceptionRegister;
            resume();
        }

        void resume() {
            if (handler != null) {
                from = u.pc();
                open = true;
            }
        }

        void suspend() {
            if (open) {
                ranges.add(new Range(from, u.pc()));
                open = false;
            }
        }

        private record Range(int from, int to) {}

        private final List<Range> ranges = new ArrayList<>();

        /** Ends the protection; call when the handler's label is placed. */
        void close() {
            for (Range r : ranges) {
                u.handler(r.from(), r.to(), handler, register);
            }
        }

        /** Code to run when a jump leaves the block.
         * @param result register of a value being returned, or -1 */
        void leave(int result) {}
    }

    private final class Loop extends Block {
        private final Unit.Label head;
        private final Unit.Label end;

        Loop(Unit.Label head, Unit.Label end) {
            this.head = head;
            this.end = end;
        }
    }

    private final class Protected extends Block {}

    /** The body of an except or finally clause: while it runs, an exception is handled. */
    private final class Handling extends Block {
        private final int saved;
        private final String name;

        Handling(int saved, String name) {
            this.saved = saved;
            this.name = name;
        }

        @Override
        void leave(int result) {
            u.emit(Op.POP_HANDLED, -1, saved, 0);
            if (name != null) {
                u.names.clear(name);
            }
        }
    }

    private final class Finally extends Block {
        private final List<Stmt> body;

        Finally(List<Stmt> body) {
            this.body = body;
        }

        @Override
        void leave(int result) {
            u.statements.block(body);
        }
    }

    private final class WithBlock extends Block {
        private final int exit;
        private final boolean async;
        private final Span span;

        WithBlock(int exit, boolean async, Span span) {
            this.exit = exit;
            this.async = async;
            this.span = span;
        }

        @Override
        void leave(int result) {
            callExit(exit, async, span);
        }
    }

    private final Unit u;
    private final List<Block> stack = new ArrayList<>();

    Blocks(Unit u) {
        this.u = u;
    }

    private void push(Block b) {
        stack.add(b);
    }

    private void pop() {
        stack.remove(stack.size() - 1).suspend();
    }

    // ---- leaving

    /** Runs what must run when control leaves all blocks above {@code depth}. */
    private void unwind(int depth, int result) {
        List<Block> left = new ArrayList<>(stack.subList(depth, stack.size()));
        for (int i = left.size() - 1; i >= 0; i--) {
            leave(left.get(i), result);
        }
        for (Block b : left) {
            stack.add(b);
            b.resume();
        }
    }

    /** Leaves the innermost block. What follows a finally clause or the exit of a with statement belongs to no line. */
    private void leave(Block b, int result) {
        Span span = u.span();
        b.suspend();
        stack.remove(stack.size() - 1);
        b.leave(result);
        if (b instanceof Finally || b instanceof WithBlock) {
            u.atNoLine();
        } else {
            u.at(span);
        }
    }

    void returnValue(int register) {
        int r = register;
        if (stack.stream().anyMatch(b -> !(b instanceof Loop) && !(b instanceof Protected)) && !u.isTemp(r)) {
            r = u.temp();
            u.emit(Op.MOVE, r, register, 0);
        }
        // The blocks stay suspended over the return itself.
        List<Block> left = new ArrayList<>(stack);
        for (int i = left.size() - 1; i >= 0; i--) {
            leave(left.get(i), r);
        }
        u.emit(
                (u.flags & (CodeObject.GENERATOR | CodeObject.COROUTINE | CodeObject.ASYNC_GENERATOR)) != 0
                        ? Op.RETURN_GENERATOR
                        : Op.RETURN,
                -1,
                r,
                0);
        for (Block b : left) {
            stack.add(b);
            b.resume();
        }
        u.markUnreachable();
    }

    void breakLoop() {
        int i = innermostLoop();
        u.line(u.span());
        unwind(i + 1, -1);
        u.jump(Op.JUMP, -1, ((Loop) stack.get(i)).end);
    }

    void continueLoop() {
        int i = innermostLoop();
        u.line(u.span());
        unwind(i + 1, -1);
        u.jump(Op.JUMP_BACK, -1, ((Loop) stack.get(i)).head);
    }

    private int innermostLoop() {
        int i = stack.size() - 1;
        while (!(stack.get(i) instanceof Loop)) {
            i--;
        }
        return i;
    }

    // ---- loops

    void whileLoop(Stmt.While w) {
        Unit.Label head = new Unit.Label();
        Unit.Label orElse = new Unit.Label();
        Unit.Label end = new Unit.Label();
        u.place(head);
        u.expressions.jumpUnless(w.test(), orElse);
        push(new Loop(head, end));
        u.statements.block(w.body());
        pop();
        u.atNoLine();
        u.jump(Op.JUMP_BACK, -1, head);
        u.place(orElse);
        u.statements.block(w.orElse());
        u.place(end);
    }

    void forLoop(Stmt.For f) {
        int mark = u.mark();
        Unit.Label head = new Unit.Label();
        Unit.Label orElse = new Unit.Label();
        Unit.Label end = new Unit.Label();
        int it = u.temp();
        u.expressions.into(f.iter(), it);
        u.at(f.iter().span());
        u.emit(f.isAsync() ? Op.GET_AITER : Op.GET_ITER, it, it, 0);
        u.place(head);
        int target = f.target() instanceof Expr.Name n ? u.names.target(n.id()) : -1;
        int item = target >= 0 ? target : u.temp();
        u.at(f.iter().span());
        if (f.isAsync()) {
            asyncNext(it, item, orElse);
        } else {
            u.jump(Op.FOR_ITER, item, it, orElse);
        }
        push(new Loop(head, end));
        u.statements.assign(f.target(), item);
        u.statements.block(f.body());
        pop();
        u.atNoLine();
        u.jump(Op.JUMP_BACK, -1, head);
        u.place(orElse);
        u.statements.block(f.orElse());
        u.place(end);
        u.release(mark);
    }

    /** The next item of an async iterator into a register; to the label at its end. */
    void asyncNext(int iterator, int item, Unit.Label end) {
        int mark = u.mark();
        int t = u.temp();
        int error = u.temp();
        Unit.Label handler = new Unit.Label();
        Unit.Label go = new Unit.Label();
        BitSet state = u.state();
        Protected block = new Protected();
        push(block);
        block.protect(handler, error);
        u.emit(Op.GET_ANEXT, t, iterator, 0);
        u.expressions.await(t, 3, item);
        pop();
        u.jump(Op.JUMP, -1, go);
        u.reachable(state);
        u.place(handler);
        block.close();
        int stop = u.temp();
        u.emit(Op.LOAD_HELPER, stop, u.nameIndex("StopAsyncIteration"), 0);
        u.emit(Op.MATCH_EXCEPTION, stop, error, stop);
        u.jump(Op.JUMP_IF_TRUE, stop, end);
        u.emit(Op.RERAISE, -1, error, 0);
        u.markUnreachable();
        u.place(go);
        u.release(mark);
    }

    // ---- try

    void tryStatement(Stmt.Try t) {
        u.line(t.span());
        if (t.finallyBody().isEmpty()) {
            handlers(t);
            return;
        }
        int mark = u.mark();
        int error = u.temp();
        int saved = u.temp();
        Unit.Label handler = new Unit.Label();
        Unit.Label end = new Unit.Label();
        BitSet state = u.state();
        Finally block = new Finally(t.finallyBody());
        push(block);
        block.protect(handler, error);
        if (t.handlers().isEmpty()) {
            u.statements.block(t.body());
        } else {
            handlers(t);
        }
        pop();
        u.statements.block(t.finallyBody());
        u.atNoLine();
        u.jump(Op.JUMP, -1, end);
        u.reachable(state);
        u.place(handler);
        block.close();
        u.atNoLine();
        handling(error, saved, null, () -> u.statements.block(t.finallyBody()));
        u.atNoLine();
        u.emit(Op.POP_HANDLED, -1, saved, 0);
        u.emit(Op.RERAISE, -1, error, 0);
        u.markUnreachable();
        u.place(end);
        u.release(mark);
    }

    /** Runs code while R[error] is the handled exception; the former one is in R[saved]. The code falls out with it still handled. */
    private void handling(int error, int saved, String name, Runnable body) {
        u.emit(Op.PUSH_HANDLED, saved, error, 0);
        Unit.Label cleanup = new Unit.Label();
        Unit.Label after = new Unit.Label();
        int failure = u.temp();
        BitSet state = u.state();
        Handling block = new Handling(saved, name);
        push(block);
        block.protect(cleanup, failure);
        body.run();
        pop();
        u.atNoLine();
        u.jump(Op.JUMP, -1, after);
        u.reachable(state);
        u.place(cleanup);
        block.close();
        u.emit(Op.POP_HANDLED, -1, saved, 0);
        if (name != null) {
            u.names.clear(name);
        }
        u.emit(Op.RERAISE, -1, failure, 0);
        u.markUnreachable();
        u.place(after);
        u.release(failure);
    }

    private void handlers(Stmt.Try t) {
        int mark = u.mark();
        int error = u.temp();
        int saved = u.temp();
        Unit.Label handler = new Unit.Label();
        Unit.Label end = new Unit.Label();
        BitSet state = u.state();
        Protected block = new Protected();
        push(block);
        block.protect(handler, error);
        u.statements.block(t.body());
        pop();
        u.statements.block(t.orElse());
        u.atNoLine();
        u.jump(Op.JUMP, -1, end);
        u.reachable(state);
        u.place(handler);
        block.close();
        if (t.isStar()) {
            starHandlers(t, error, saved, end);
        } else {
            exceptHandlers(t, error, saved, end);
        }
        u.place(end);
        u.release(mark);
    }

    private void exceptHandlers(Stmt.Try t, int error, int saved, Unit.Label end) {
        Unit.Label none = new Unit.Label();
        u.atNoLine();
        handling(error, saved, null, () -> {
            for (Node.ExceptHandler h : t.handlers()) {
                Unit.Label next = new Unit.Label();
                u.at(h.span());
                if (h.type() != null) {
                    int mark = u.mark();
                    int m = u.temp();
                    u.expressions.into(h.type(), m);
                    u.at(h.type().span());
                    u.emit(Op.MATCH_EXCEPTION, m, error, m);
                    u.jump(Op.JUMP_IF_FALSE, m, next);
                    u.release(mark);
                }
                if (h.type() == null) {
                    u.line(h.span());
                }
                if (h.name() == null) {
                    u.statements.block(h.body());
                } else {
                    u.names.store(h.name(), error);
                    named(h);
                }
                leaveHandler(end);
                u.place(next);
            }
            u.atNoLine();
            u.jump(Op.JUMP, -1, none);
        });
        u.place(none);
        u.emit(Op.POP_HANDLED, -1, saved, 0);
        u.emit(Op.RERAISE, -1, error, 0);
        u.markUnreachable();
    }

    /** From within the innermost Handling block to the end of the statement. */
    private void leaveHandler(Unit.Label end) {
        u.atNoLine();
        unwind(stack.size() - 1, -1);
        u.jump(Op.JUMP, -1, end);
    }

    /** The body of {@code except E as name}: the name is unbound on every way out. */
    private void named(Node.ExceptHandler h) {
        Unit.Label cleanup = new Unit.Label();
        Unit.Label after = new Unit.Label();
        int failure = u.temp();
        BitSet state = u.state();
        Block block = new Block() {
            @Override
            void leave(int result) {
                u.names.clear(h.name());
            }
        };
        push(block);
        block.protect(cleanup, failure);
        u.statements.block(h.body());
        pop();
        u.atNoLine();
        u.names.clear(h.name());
        u.jump(Op.JUMP, -1, after);
        u.reachable(state);
        u.place(cleanup);
        block.close();
        u.names.clear(h.name());
        u.emit(Op.RERAISE, -1, failure, 0);
        u.markUnreachable();
        u.place(after);
        u.release(failure);
    }

    /**
     * {@code except*}: each clause takes its part of the group; what clauses raise and what nobody took is raised together at the
     * end. R[rest] is what is left, R[raised] a list.
     */
    private void starHandlers(Stmt.Try t, int error, int saved, Unit.Label end) {
        int raised = u.temp();
        int rest = u.temp();
        int part = u.temp();
        u.atNoLine();
        u.emit(Op.BUILD_LIST, raised, 0, 0);
        u.emit(Op.MOVE, rest, error, 0);
        Unit.Label done = new Unit.Label();
        handling(error, saved, null, () -> {
            for (Node.ExceptHandler h : t.handlers()) {
                Unit.Label next = new Unit.Label();
                int mark = u.mark();
                int base = u.temp();
                u.at(h.span());
                u.emit(Op.LOAD_HELPER, base, u.nameIndex("split_group"), 0);
                u.emit(Op.MOVE, u.temp(), rest, 0);
                u.expressions.into(h.type(), u.temp());
                u.emit(Op.CALL, base, base, 2);
                u.emit(Op.UNPACK, base, base, 2);
                u.emit(Op.MOVE, part, base, 0);
                u.emit(Op.MOVE, rest, base + 1, 0);
                u.release(mark);
                u.jump(Op.JUMP_IF_NONE, part, next);
                Unit.Label failed = new Unit.Label();
                int failure = u.temp();
                int savedPart = u.temp();
                BitSet state = u.state();
                Protected block = new Protected();
                push(block);
                block.protect(failed, failure);
                handling(part, savedPart, null, () -> {
                    if (h.name() == null) {
                        u.statements.block(h.body());
                    } else {
                        u.names.store(h.name(), part);
                        named(h);
                    }
                });
                u.emit(Op.POP_HANDLED, -1, savedPart, 0);
                pop();
                u.jump(Op.JUMP, -1, next);
                u.reachable(state);
                u.place(failed);
                block.close();
                u.emit(Op.LIST_APPEND, -1, raised, failure);
                u.place(next);
                u.release(mark);
            }
            u.jump(Op.JUMP, -1, done);
        });
        u.place(done);
        u.emit(Op.POP_HANDLED, -1, saved, 0);
        u.emit(Op.LIST_APPEND, -1, raised, rest);
        int result = u.temp();
        u.calls.helperOf("join_group", result, error, raised);
        u.jump(Op.JUMP_IF_NONE, result, end);
        u.emit(Op.RERAISE, -1, result, 0);
        u.markUnreachable();
    }

    // ---- with

    void with(Stmt.With w, int i) {
        if (i == w.items().size()) {
            u.statements.block(w.body());
            return;
        }
        Node.WithItem item = w.items().get(i);
        boolean async = w.isAsync();
        int mark = u.mark();
        int exit = u.temp();
        int value = u.temp();
        int error = u.temp();
        int saved = u.temp();
        u.expressions.into(item.context(), value);
        Span span = item.context().span();
        u.at(span);
        int enter = u.temp();
        u.emit(Op.LOAD_SPECIAL, enter, value, async ? 2 : 0);
        u.emit(Op.LOAD_SPECIAL, exit, value, async ? 3 : 1);
        u.emit(Op.CALL, value, enter, 0);
        u.release(enter);
        if (async) {
            u.expressions.await(value, 1, value);
        }
        Unit.Label handler = new Unit.Label();
        Unit.Label end = new Unit.Label();
        BitSet state = u.state();
        WithBlock block = new WithBlock(exit, async, span);
        push(block);
        block.protect(handler, error);
        if (item.target() != null) {
            u.statements.assign(item.target(), value);
        }
        with(w, i + 1);
        pop();
        callExit(exit, async, span);
        u.jump(Op.JUMP, -1, end);
        u.reachable(state);
        u.place(handler);
        block.close();
        u.at(span);
        Unit.Label suppressed = new Unit.Label();
        handling(error, saved, null, () -> {
            int base = u.temp();
            u.emit(Op.LOAD_HELPER, base, u.nameIndex("exit_with"), 0);
            u.emit(Op.MOVE, u.temp(), exit, 0);
            u.emit(Op.MOVE, u.temp(), error, 0);
            u.emit(Op.CALL, base, base, 2);
            if (async) {
                u.expressions.await(base, 2, base);
            }
            u.emit(Op.TO_BOOL, base, base, 0);
            u.jump(Op.JUMP_IF_TRUE, base, suppressed);
            u.release(base);
        });
        u.emit(Op.POP_HANDLED, -1, saved, 0);
        u.emit(Op.RERAISE, -1, error, 0);
        u.markUnreachable();
        u.place(suppressed);
        u.emit(Op.POP_HANDLED, -1, saved, 0);
        u.place(end);
        u.release(mark);
    }

    private void callExit(int exit, boolean async, Span span) {
        int mark = u.mark();
        u.at(span);
        int base = u.temp();
        u.emit(Op.MOVE, base, exit, 0);
        for (int k = 0; k < 3; k++) {
            u.expressions.load(null);
        }
        u.emit(Op.CALL, base, base, 3);
        if (async) {
            u.expressions.await(base, 2, base);
        }
        u.release(mark);
    }
}
