package org.picklejar.jit;

import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.zip.CRC32;
import org.picklejar.code.CacheFolder;
import org.picklejar.code.CodeObject;
import org.picklejar.code.Op;
import org.picklejar.code.Opcode;
import org.picklejar.core.DirectCall;
import org.picklejar.core.PyCode;
import org.picklejar.interp.CallInstructions;

/**
 * Units of earlier runs, in files named by all that a unit depends on: what the code does, where it is entered, the numbers and builtins that
 * the interpreter has seen there. Each build of the compiler has a folder of its own.
 */
final class UnitStore {
    /** When there are more files the older half goes. */
    private static final int MOST_FILES = 4000;

    /** So many are written before the folder is looked at again: a process that makes functions without end fills it, too. */
    private static final int TIDIED_EVERY = 250;

    private static final int HEAD = 3 * Integer.BYTES;
    private static final String PREFIX = "units-";

    private final CacheFolder folder;
    private int written;

    UnitStore(CacheFolder folder) {
        this.folder = folder;
    }

    /** The one of this build; null when it is no jar, as in development. */
    static UnitStore ofBuild() {
        try {
            URI place = UnitStore.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            File jar = new File(place);
            if (!jar.isFile()) {
                return null;
            }
            String build = Long.toHexString(jar.lastModified() * 31 + jar.length());
            return new UnitStore(CacheFolder.named(PREFIX + build));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null;
        }
    }

    // ---- names

    /** The same for code whose units are the same. */
    static String name(PyCode linked, int entry) {
        CodeObject c = linked.code;
        int room = 17 + 4 * (c.handlers.length + c.inlined.length) + c.cellParameters.length + c.code.length;
        ByteBuffer b = ByteBuffer.allocate(room * Integer.BYTES + c.constants.length * (1 + Long.BYTES));
        b.putInt(UnitWriter.MOST_BYTES)
                .putInt(entry)
                .putInt(c.flags)
                .putInt(linked.simpleArity)
                .putInt(c.registers);
        b.putInt(c.argCount).putInt(c.posOnlyCount).putInt(c.kwOnlyCount);
        b.putInt(c.varNames.length).putInt(c.freeNames.length);
        b.putInt(Arrays.asList(c.freeNames).indexOf("__class__"));
        b.putInt(c.cellParameters.length)
                .putInt(c.handlers.length)
                .putInt(c.inlined.length)
                .putInt(c.code.length);
        for (int i : c.cellParameters) {
            b.putInt(i);
        }
        for (CodeObject.Handler h : c.handlers) {
            b.putInt(h.from()).putInt(h.to()).putInt(h.handler()).putInt(h.register());
        }
        for (CodeObject.InlinedVariable v : c.inlined) {
            b.putInt(v.register()).putInt(v.isCell() ? 1 : 0).putInt(v.from()).putInt(v.to());
        }
        for (int i : c.code) {
            b.putInt(i);
        }
        for (Object k : c.constants) {
            constant(b, k);
        }
        byte[] code = Arrays.copyOf(b.array(), b.position());
        return CacheFolder.nameFor(code, linked.operands, calls(linked), c.name.getBytes(StandardCharsets.UTF_8))
                + ".unit";
    }

    /** The numbers that code computes with without objects; of others only that they are there. */
    private static void constant(ByteBuffer b, Object k) {
        if (k instanceof Long l) {
            b.put((byte) 1).putLong(l);
        } else if (k instanceof Double d) {
            b.put((byte) 2).putLong(Double.doubleToRawLongBits(d));
        } else {
            b.put((byte) 0);
        }
    }

    /** For each call whether it has called a builtin that can be called directly. */
    private static byte[] calls(PyCode linked) {
        int[] c = linked.instructions;
        byte[] found = new byte[c.length / Opcode.WIDTH];
        for (int pc = 0; pc < c.length; pc += Opcode.WIDTH) {
            if (c[pc] == Op.CALL || c[pc] == Op.CALL_METHOD) {
                Object noted = linked.cacheAt(pc);
                int n = c[pc + 3];
                found[pc / Opcode.WIDTH] = (byte) ((isDirect(noted, n) ? 1 : 0) | (isDirect(noted, n + 1) ? 2 : 0));
            }
        }
        return found;
    }

    private static boolean isDirect(Object callee, int arguments) {
        return arguments < DirectCall.KINDS.length && CallInstructions.direct(callee, arguments) != null;
    }

    // ---- files

    /** A unit that was kept; null when there is none. */
    Unit get(String name) {
        byte[] content = folder.get(name);
        if (content == null || content.length < HEAD) {
            return null;
        }
        ByteBuffer b = ByteBuffer.wrap(content);
        int check = b.getInt();
        int size = b.getInt();
        int calls = b.getInt();
        if (check != checksum(content) || content.length != HEAD + size + calls * Integer.BYTES) {
            return null;
        }
        int[] places = new int[calls];
        b.asIntBuffer().get(places);
        return new Unit(Arrays.copyOfRange(content, content.length - size, content.length), places);
    }

    void put(String name, Unit unit) {
        int[] calls = unit.calls();
        ByteBuffer b = ByteBuffer.allocate(HEAD + calls.length * Integer.BYTES + unit.bytes().length);
        b.putInt(0).putInt(unit.bytes().length).putInt(calls.length);
        for (int i : calls) {
            b.putInt(i);
        }
        b.put(unit.bytes());
        b.putInt(0, checksum(b.array()));
        folder.put(name, b.array());
        if (written++ % TIDIED_EVERY == 0) {
            tidy();
        }
    }

    /** Of all but the checksum itself. */
    private static int checksum(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content, Integer.BYTES, content.length - Integer.BYTES);
        return (int) crc.getValue();
    }

    /** Takes away the folders of other builds that nobody has written to for long, and what is too much in this one. */
    private void tidy() {
        File own = folder.path().toFile();
        File[] others = own.getParentFile().listFiles((f, name) -> name.startsWith(PREFIX));
        long old = System.currentTimeMillis() - 30L * 24 * 60 * 60 * 1000;
        for (File other : others == null ? new File[0] : others) {
            if (!other.equals(own) && other.lastModified() < old) {
                delete(other.listFiles());
                delete(other);
            }
        }
        File[] files = own.listFiles();
        if (files != null && files.length > MOST_FILES) {
            Arrays.sort(files, Comparator.comparingLong(File::lastModified));
            delete(Arrays.copyOf(files, files.length - MOST_FILES / 2));
        }
    }

    private static void delete(File... files) {
        for (File f : files == null ? new File[0] : files) {
            // Another process may do so at the same time.
            f.delete();
        }
    }
}
