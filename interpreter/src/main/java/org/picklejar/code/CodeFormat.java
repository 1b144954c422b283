package org.picklejar.code;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32C;

/** Code objects as bytes: for the cache of compiled modules. The format changes with {@link CodeObject#MAGIC}; a checksum tells of damage. */
public final class CodeFormat {
    private CodeFormat() {}

    private static final int HEADER = 8;

    public static byte[] write(CodeObject code) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[HEADER]);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            code(out, code);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] all = bytes.toByteArray();
        ByteBuffer.wrap(all).putInt(CodeObject.MAGIC).putInt(checksum(all));
        return all;
    }

    /** @return null when the bytes are of another format or broken */
    public static CodeObject read(byte[] bytes) {
        if (bytes.length < HEADER) {
            return null;
        }
        ByteBuffer header = ByteBuffer.wrap(bytes);
        if (header.getInt() != CodeObject.MAGIC || header.getInt() != checksum(bytes)) {
            return null;
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, HEADER, bytes.length - HEADER))) {
            return code(in);
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    private static int checksum(byte[] bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, HEADER, bytes.length - HEADER);
        return (int) sum.getValue();
    }

    private static void code(DataOutputStream out, CodeObject c) throws IOException {
        for (String s : new String[] {c.name, c.qualname, c.fileName}) {
            string(out, s);
        }
        for (int i :
                new int[] {c.firstLine, c.endLine, c.flags, c.argCount, c.posOnlyCount, c.kwOnlyCount, c.registers}) {
            out.writeInt(i);
        }
        ints(out, c.code);
        ints(out, c.positions);
        ints(out, c.cellParameters);
        strings(out, c.names);
        strings(out, c.varNames);
        strings(out, c.cellNames);
        strings(out, c.freeNames);
        out.writeInt(c.sourceHash.length);
        out.write(c.sourceHash);
        out.writeInt(c.handlers.length);
        for (CodeObject.Handler h : c.handlers) {
            out.writeInt(h.from());
            out.writeInt(h.to());
            out.writeInt(h.handler());
            out.writeInt(h.register());
        }
        out.writeInt(c.inlined.length);
        for (CodeObject.InlinedVariable v : c.inlined) {
            out.writeUTF(v.name());
            out.writeInt(v.register());
            out.writeBoolean(v.isCell());
            out.writeInt(v.from());
            out.writeInt(v.to());
        }
        out.writeInt(c.constants.length);
        for (Object o : c.constants) {
            constant(out, o);
        }
    }

    /** A number of things that follow, each of a byte at least. */
    private static int count(DataInputStream in) throws IOException {
        int n = in.readInt();
        if (n < 0 || n > in.available()) {
            throw new IOException("broken length");
        }
        return n;
    }

    private static CodeObject code(DataInputStream in) throws IOException {
        CodeObject c = new CodeObject();
        c.name = string(in);
        c.qualname = string(in);
        c.fileName = string(in);
        c.firstLine = in.readInt();
        c.endLine = in.readInt();
        c.flags = in.readInt();
        c.argCount = in.readInt();
        c.posOnlyCount = in.readInt();
        c.kwOnlyCount = in.readInt();
        c.registers = in.readInt();
        c.code = ints(in);
        c.positions = ints(in);
        c.cellParameters = ints(in);
        c.names = strings(in);
        c.varNames = strings(in);
        c.cellNames = strings(in);
        c.freeNames = strings(in);
        c.sourceHash = in.readNBytes(count(in));
        c.handlers = new CodeObject.Handler[count(in)];
        for (int i = 0; i < c.handlers.length; i++) {
            c.handlers[i] = new CodeObject.Handler(in.readInt(), in.readInt(), in.readInt(), in.readInt());
        }
        c.inlined = new CodeObject.InlinedVariable[count(in)];
        for (int i = 0; i < c.inlined.length; i++) {
            c.inlined[i] = new CodeObject.InlinedVariable(
                    in.readUTF(), in.readInt(), in.readBoolean(), in.readInt(), in.readInt());
        }
        c.constants = new Object[count(in)];
        for (int i = 0; i < c.constants.length; i++) {
            c.constants[i] = constant(in);
        }
        return c;
    }

    private static void constant(DataOutputStream out, Object o) throws IOException {
        if (o == null) {
            out.writeByte('N');
        } else if (o instanceof Boolean b) {
            out.writeByte(b ? 'T' : 'F');
        } else if (o instanceof Long i) {
            out.writeByte('i');
            out.writeLong(i);
        } else if (o instanceof BigInteger i) {
            out.writeByte('I');
            byte[] b = i.toByteArray();
            out.writeInt(b.length);
            out.write(b);
        } else if (o instanceof Double d) {
            out.writeByte('d');
            out.writeDouble(d);
        } else if (o instanceof CodeObject.Complex z) {
            out.writeByte('z');
            out.writeDouble(z.re());
            out.writeDouble(z.im());
        } else if (o instanceof String s) {
            out.writeByte('s');
            string(out, s);
        } else if (o instanceof byte[] b) {
            out.writeByte('b');
            out.writeInt(b.length);
            out.write(b);
        } else if (o == CodeObject.ELLIPSIS) {
            out.writeByte('.');
        } else if (o instanceof CodeObject c) {
            out.writeByte('c');
            code(out, c);
        } else {
            boolean list = o instanceof List;
            out.writeByte(list ? '(' : '{');
            Collection<?> items = (Collection<?>) o;
            out.writeInt(items.size());
            for (Object item : items) {
                constant(out, item);
            }
        }
    }

    private static Object constant(DataInputStream in) throws IOException {
        int kind = in.readUnsignedByte();
        switch (kind) {
            case 'N':
                return null;
            case 'T':
                return true;
            case 'F':
                return false;
            case 'i':
                return in.readLong();
            case 'I':
                return new BigInteger(in.readNBytes(count(in)));
            case 'd':
                return in.readDouble();
            case 'z':
                return new CodeObject.Complex(in.readDouble(), in.readDouble());
            case 's':
                return string(in);
            case 'b':
                return in.readNBytes(count(in));
            case '.':
                return CodeObject.ELLIPSIS;
            case 'c':
                return code(in);
            default:
                int n = count(in);
                List<Object> items = new ArrayList<>(n);
                for (int i = 0; i < n; i++) {
                    items.add(constant(in));
                }
                if (kind == '{') {
                    Set<Object> set = new LinkedHashSet<>(items);
                    return set;
                }
                return items;
        }
    }

    /** As chars: lone surrogates survive. */
    private static void string(DataOutputStream out, String s) throws IOException {
        out.writeInt(s.length());
        out.writeChars(s);
    }

    private static String string(DataInputStream in) throws IOException {
        return ByteBuffer.wrap(in.readNBytes(2 * in.readInt())).asCharBuffer().toString();
    }

    private static void strings(DataOutputStream out, String[] items) throws IOException {
        out.writeInt(items.length);
        for (String s : items) {
            string(out, s);
        }
    }

    private static String[] strings(DataInputStream in) throws IOException {
        String[] out = new String[count(in)];
        for (int i = 0; i < out.length; i++) {
            out[i] = string(in);
        }
        return out;
    }

    private static void ints(DataOutputStream out, int[] items) throws IOException {
        out.writeInt(items.length);
        for (int i : items) {
            out.writeInt(i);
        }
    }

    private static int[] ints(DataInputStream in) throws IOException {
        int n = count(in);
        int[] out = new int[n];
        ByteBuffer.wrap(in.readNBytes(4 * n)).asIntBuffer().get(out);
        return out;
    }
}
