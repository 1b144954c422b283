package org.picklejar.code;

import java.util.BitSet;

/** Which registers an instruction may still read before they are written again (backward data-flow analysis). */
public final class Liveness {
    private final CodeObject code;
    private final int[] c;

    private Liveness(CodeObject code) {
        this.code = code;
        this.c = code.code;
    }

    /** The registers whose values matter when execution goes on at {@code pc}. */
    public static BitSet at(CodeObject code, int pc) {
        return new Liveness(code).solve(pc);
    }

    private BitSet solve(int pc) {
        int n = c.length / Opcode.WIDTH;
        BitSet[] in = new BitSet[n + 1];
        for (int i = 0; i <= n; i++) {
            in[i] = new BitSet(code.registers);
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = n - 1; i >= 0; i--) {
                BitSet live = out(in, i);
                define(live, i * Opcode.WIDTH);
                use(live, i * Opcode.WIDTH);
                for (CodeObject.Handler h : code.handlers) {
                    if (i * Opcode.WIDTH >= h.from() && i * Opcode.WIDTH < h.to()) {
                        BitSet caught = (BitSet) in[h.handler() / Opcode.WIDTH].clone();
                        caught.clear(h.register());
                        live.or(caught);
                    }
                }
                if (!live.equals(in[i])) {
                    in[i] = live;
                    changed = true;
                }
            }
        }
        return in[Math.min(pc / Opcode.WIDTH, n)];
    }

    private BitSet out(BitSet[] in, int i) {
        int p = i * Opcode.WIDTH;
        BitSet live = new BitSet(code.registers);
        switch (c[p]) {
            case Op.JUMP, Op.JUMP_BACK -> live.or(in[c[p + 3] / Opcode.WIDTH]);
            case Op.JUMP_IF_TRUE, Op.JUMP_IF_FALSE, Op.JUMP_IF_NONE, Op.JUMP_IF_NOT_NONE, Op.FOR_ITER, Op.SEND -> {
                live.or(in[c[p + 3] / Opcode.WIDTH]);
                live.or(in[i + 1]);
            }
            case Op.RETURN, Op.RETURN_GENERATOR, Op.RERAISE -> { }
            default -> live.or(in[i + 1]);
        }
        return live;
    }

    private void define(BitSet live, int p) {
        int dst = c[p + 1];
        if (dst < 0) {
            return;
        }
        switch (c[p]) {
            case Op.UNPACK -> live.clear(dst, dst + c[p + 3]);
            case Op.LOAD_METHOD -> live.clear(dst, dst + 2);
            case Op.NOP, Op.JUMP, Op.JUMP_BACK -> { }
            default -> live.clear(dst);
        }
    }

    private static void range(BitSet live, int from, int count) {
        live.set(from, from + count);
    }

    private static void one(BitSet live, int r) {
        if (r >= 0) {
            live.set(r);
        }
    }

    private void use(BitSet live, int p) {
        int dst = c[p + 1];
        int a = c[p + 2];
        int b = c[p + 3];
        switch (c[p]) {
            case Op.NOP, Op.LOAD_CONST, Op.CLEAR, Op.LOAD_GLOBAL, Op.LOAD_NAME, Op.DELETE_NAME, Op.DELETE_GLOBAL, Op.LOAD_LOCALS,
                Op.SETUP_ANNOTATIONS, Op.LOAD_HELPER, Op.JUMP, Op.JUMP_BACK -> { }
            case Op.STORE_NAME -> one(live, dst);
            case Op.STORE_GLOBAL -> one(live, b);
            case Op.STORE_ATTR -> {
                one(live, dst);
                one(live, a);
            }
            case Op.SEND -> {
                one(live, dst);
                one(live, a);
            }
            case Op.STORE_SUBSCRIPT, Op.MAP_ADD, Op.DICT_MERGE -> {
                one(live, dst);
                one(live, a);
                one(live, b);
            }
            case Op.STORE_CELL, Op.SUBSCRIPT, Op.DELETE_SUBSCRIPT, Op.LIST_APPEND, Op.SET_ADD, Op.LIST_EXTEND, Op.SET_UPDATE,
                Op.DICT_UPDATE, Op.MATCH_EXCEPTION, Op.RAISE, Op.FORMAT, Op.YIELD -> {
                one(live, a);
                one(live, b);
            }
            case Op.BUILD_TUPLE, Op.BUILD_LIST, Op.BUILD_SET, Op.BUILD_STRING, Op.BUILD_SLICE -> range(live, a, b);
            case Op.BUILD_MAP -> range(live, a, 2 * b);
            case Op.CALL -> range(live, a, b + 1);
            case Op.CALL_METHOD -> range(live, a, b + 2);
            case Op.CALL_KW -> range(live, a, (b & 0xffff) + 1);
            case Op.CALL_METHOD_KW -> range(live, a, (b & 0xffff) + 2);
            case Op.CALL_EX -> range(live, a, 3);
            case Op.MAKE_FUNCTION -> {
                if (b >= 0) {
                    range(live, b, 4);
                }
            }
            case Op.IMPORT_NAME -> range(live, a, 2);
            default -> {
                one(live, a);
                if (c[p] >= Op.ADD && c[p] <= Op.IXOR || c[p] >= Op.LT && c[p] <= Op.NOT_CONTAINS) {
                    one(live, b);
                }
            }
        }
    }
}
