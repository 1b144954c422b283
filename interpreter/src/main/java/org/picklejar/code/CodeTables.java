package org.picklejar.code;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What programs see of a code object as bytes, where CPython has its instructions and tables: so that code which is put together
 * of the parts of another one is whole. The format changes with {@link CodeObject#MAGIC}.
 */
public final class CodeTables {
    private CodeTables() {}

    /** {@code co_code}, and the positions in {@code co_linetable}. */
    public static byte[] ofInts(int[] values) {
        ByteBuffer b = ByteBuffer.allocate(4 * values.length);
        b.asIntBuffer().put(values);
        return b.array();
    }

    private static int[] ints(byte[] bytes) {
        if (bytes.length % 4 != 0) {
            throw new InvalidCodeException("the bytes of a code object are cut off");
        }
        int[] out = new int[bytes.length / 4];
        ByteBuffer.wrap(bytes).asIntBuffer().get(out);
        return out;
    }

    /** {@code co_exceptiontable}: handlers, parameters that are cells, variables of comprehensions, how many names are variables, and where the source stands. */
    public static byte[] rest(CodeObject c) {
        byte[][] names = new byte[c.inlined.length][];
        int size =
                4 * (7 + 4 * c.handlers.length + c.cellParameters.length + 5 * c.inlined.length) + c.sourceHash.length;
        for (int i = 0; i < names.length; i++) {
            names[i] = c.inlined[i].name().getBytes(StandardCharsets.UTF_8);
            size += names[i].length;
        }
        ByteBuffer b = ByteBuffer.allocate(size);
        b.putInt(CodeObject.MAGIC).putInt(c.varNames.length).putInt(c.endLine);
        b.putInt(c.handlers.length);
        for (CodeObject.Handler h : c.handlers) {
            b.putInt(h.from()).putInt(h.to()).putInt(h.handler()).putInt(h.register());
        }
        b.putInt(c.cellParameters.length);
        for (int p : c.cellParameters) {
            b.putInt(p);
        }
        b.putInt(c.inlined.length);
        for (int i = 0; i < names.length; i++) {
            CodeObject.InlinedVariable v = c.inlined[i];
            b.putInt(v.register()).putInt(v.isCell() ? 1 : 0).putInt(v.from()).putInt(v.to());
            b.putInt(names[i].length).put(names[i]);
        }
        b.putInt(c.sourceHash.length).put(c.sourceHash);
        return b.array();
    }

    /**
     * Gives a code object what others have as bytes.
     *
     * @param variables {@code co_varnames}
     * @throws InvalidCodeException when the bytes are others, or of another format
     */
    public static void fill(CodeObject c, byte[] code, byte[] positions, byte[] rest, String[] variables) {
        c.code = ints(code);
        c.positions = ints(positions);
        int n = setRest(c, rest);
        if (n < 0 || n > variables.length || c.positions.length != c.code.length) {
            throw new InvalidCodeException("the parts are not of one code object");
        }
        c.varNames = Arrays.copyOf(variables, n);
    }

    /** @return how many names are variables */
    private static int setRest(CodeObject c, byte[] bytes) {
        ByteBuffer b = ByteBuffer.wrap(bytes);
        try {
            if (b.getInt() != CodeObject.MAGIC) {
                throw new InvalidCodeException("code of another Python, or of another version of this one");
            }
            int variables = b.getInt();
            c.endLine = b.getInt();
            c.handlers = new CodeObject.Handler[count(b)];
            for (int i = 0; i < c.handlers.length; i++) {
                c.handlers[i] = new CodeObject.Handler(b.getInt(), b.getInt(), b.getInt(), b.getInt());
            }
            c.cellParameters = new int[count(b)];
            for (int i = 0; i < c.cellParameters.length; i++) {
                c.cellParameters[i] = b.getInt();
            }
            c.inlined = new CodeObject.InlinedVariable[count(b)];
            for (int i = 0; i < c.inlined.length; i++) {
                int register = b.getInt();
                boolean cell = b.getInt() != 0;
                int from = b.getInt();
                int to = b.getInt();
                String name = new String(part(b), StandardCharsets.UTF_8);
                c.inlined[i] = new CodeObject.InlinedVariable(name, register, cell, from, to);
            }
            c.sourceHash = part(b);
            return variables;
        } catch (BufferUnderflowException e) {
            throw new InvalidCodeException("the tables of a code object are cut off");
        }
    }

    /** A number of things that follow. */
    private static int count(ByteBuffer b) {
        int n = b.getInt();
        if (n < 0 || n > b.remaining()) {
            throw new BufferUnderflowException();
        }
        return n;
    }

    private static byte[] part(ByteBuffer b) {
        byte[] out = new byte[count(b)];
        b.get(out);
        return out;
    }
}
