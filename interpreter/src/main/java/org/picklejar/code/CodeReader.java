package org.picklejar.code;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads what {@link CodeFormat} has written. At a start all of this runs in the JVM's interpreter, so it does without streams. */
final class CodeReader {
    private final byte[] bytes;
    private int at;

    CodeReader(byte[] bytes, int from) {
        this.bytes = bytes;
        this.at = from;
    }

    /** @throws RuntimeException when the bytes are broken */
    CodeObject code() {
        CodeObject c = new CodeObject();
        c.name = string();
        c.qualname = string();
        c.fileName = LibraryFiles.current(string());
        c.firstLine = integer();
        c.endLine = integer();
        c.flags = integer();
        c.argCount = integer();
        c.posOnlyCount = integer();
        c.kwOnlyCount = integer();
        c.registers = integer();
        c.code = integers();
        c.positions = integers();
        c.cellParameters = integers();
        c.names = strings();
        c.varNames = strings();
        c.cellNames = strings();
        c.freeNames = strings();
        c.sourceHash = array();
        c.handlers = new CodeObject.Handler[count()];
        for (int i = 0; i < c.handlers.length; i++) {
            c.handlers[i] = new CodeObject.Handler(integer(), integer(), integer(), integer());
        }
        c.inlined = new CodeObject.InlinedVariable[count()];
        for (int i = 0; i < c.inlined.length; i++) {
            c.inlined[i] = new CodeObject.InlinedVariable(string(), integer(), bytes[at++] != 0, integer(), integer());
        }
        c.constants = new Object[count()];
        for (int i = 0; i < c.constants.length; i++) {
            c.constants[i] = constant();
        }
        c.verified = true;
        return c;
    }

    private Object constant() {
        int kind = bytes[at++];
        switch (kind) {
            case 'N':
                return null;
            case 'T':
                return true;
            case 'F':
                return false;
            case 'i':
                return number();
            case 'I':
                return new BigInteger(array());
            case 'd':
                return Double.longBitsToDouble(number());
            case 'z':
                return new CodeObject.Complex(Double.longBitsToDouble(number()), Double.longBitsToDouble(number()));
            case 's':
                return string();
            case 'b':
                return array();
            case '.':
                return CodeObject.ELLIPSIS;
            case 'c':
                return code();
            default:
                int n = count();
                List<Object> items = new ArrayList<>(n);
                for (int i = 0; i < n; i++) {
                    items.add(constant());
                }
                if (kind == '{') {
                    Set<Object> set = new LinkedHashSet<>(items);
                    return set;
                }
                return items;
        }
    }

    private int integer() {
        int i = at;
        at = i + 4;
        return bytes[i] << 24 | (bytes[i + 1] & 0xFF) << 16 | (bytes[i + 2] & 0xFF) << 8 | bytes[i + 3] & 0xFF;
    }

    private long number() {
        return (long) integer() << 32 | integer() & 0xFFFF_FFFFL;
    }

    /** A number of things that follow, each of a byte at least. */
    private int count() {
        return checked(integer());
    }

    private int checked(int n) {
        if (n < 0 || n > bytes.length - at) {
            throw new IllegalArgumentException("broken length");
        }
        return n;
    }

    private byte[] array() {
        int n = count();
        at += n;
        return Arrays.copyOfRange(bytes, at - n, at);
    }

    private String string() {
        int header = integer();
        int n = header >>> 1;
        if ((header & 1) == 0) {
            at += checked(n);
            return new String(bytes, at - n, n, StandardCharsets.ISO_8859_1);
        }
        char[] chars = new char[checked(n)];
        ByteBuffer.wrap(bytes, at, 2 * n).asCharBuffer().get(chars);
        at += 2 * n;
        return new String(chars);
    }

    private String[] strings() {
        String[] out = new String[count()];
        for (int i = 0; i < out.length; i++) {
            out[i] = string();
        }
        return out;
    }

    private int[] integers() {
        int[] out = new int[count()];
        ByteBuffer.wrap(bytes, at, 4 * out.length).asIntBuffer().get(out);
        at += 4 * out.length;
        return out;
    }
}
