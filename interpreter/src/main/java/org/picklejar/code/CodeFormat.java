package org.picklejar.code;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Code objects as bytes: for the cache of compiled modules and for what the build prepares. The format changes with
 * {@link CodeObject#MAGIC}; a checksum tells of damage, so that the code need not be verified.
 */
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
        try {
            return new CodeReader(bytes, HEADER).code();
        } catch (RuntimeException e) {
            return null;
        }
    }

    private static int checksum(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes, HEADER, bytes.length - HEADER);
        return (int) sum.getValue();
    }

    private static void code(DataOutputStream out, CodeObject c) throws IOException {
        for (String s : new String[] {c.name, c.qualname, LibraryFiles.portable(c.fileName)}) {
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
            string(out, v.name());
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

    /** A byte for each char where that is enough, else chars: lone surrogates survive. */
    private static void string(DataOutputStream out, String s) throws IOException {
        boolean wide = s.chars().anyMatch(c -> c > 0xFF);
        out.writeInt(s.length() << 1 | (wide ? 1 : 0));
        if (wide) {
            out.writeChars(s);
        } else {
            out.writeBytes(s);
        }
    }

    private static void strings(DataOutputStream out, String[] items) throws IOException {
        out.writeInt(items.length);
        for (String s : items) {
            string(out, s);
        }
    }

    private static void ints(DataOutputStream out, int[] items) throws IOException {
        out.writeInt(items.length);
        for (int i : items) {
            out.writeInt(i);
        }
    }
}
