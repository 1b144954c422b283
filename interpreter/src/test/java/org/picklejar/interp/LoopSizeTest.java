package org.picklejar.interp;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** HotSpot never compiles a method of more than 8,000 bytes; the loop stays well under. */
class LoopSizeTest {
    private static final int MOST = 7000;

    @Test
    void theLoopIsSmallEnoughToBeCompiled() throws IOException {
        int size = codeSize("run");
        assertTrue(size > 1000, "the loop was not found");
        assertTrue(size < MOST, "the loop has " + size + " bytes of bytecode");
    }

    /** Reads the class file (JVMS chapter 4) for the longest Code attribute of methods with the name. */
    private static int codeSize(String method) throws IOException {
        try (InputStream raw = InterpreterLoop.class.getResourceAsStream("InterpreterLoop.class");
                DataInputStream in = new DataInputStream(raw)) {
            in.skipBytes(8);
            int count = in.readUnsignedShort();
            String[] names = new String[count];
            for (int i = 1; i < count; i++) {
                int tag = in.readUnsignedByte();
                switch (tag) {
                    case 1 -> names[i] = in.readUTF();
                    case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipBytes(4);
                    case 5, 6 -> {
                        in.skipBytes(8);
                        i++;
                    }
                    case 7, 8, 16, 19, 20 -> in.skipBytes(2);
                    case 15 -> in.skipBytes(3);
                    default -> throw new IOException("constant tag " + tag);
                }
            }
            in.skipBytes(6);
            in.skipBytes(2 * in.readUnsignedShort());
            skipMembers(in, names, null);
            return skipMembers(in, names, method);
        }
    }

    private static int skipMembers(DataInputStream in, String[] names, String wanted) throws IOException {
        int longest = 0;
        for (int n = in.readUnsignedShort(); n > 0; n--) {
            in.skipBytes(2);
            String name = names[in.readUnsignedShort()];
            in.skipBytes(2);
            for (int a = in.readUnsignedShort(); a > 0; a--) {
                String attribute = names[in.readUnsignedShort()];
                int length = in.readInt();
                if (attribute.equals("Code") && name.equals(wanted)) {
                    in.skipBytes(4);
                    int size = in.readInt();
                    longest = Math.max(longest, size);
                    in.skipNBytes(length - 8);
                } else {
                    in.skipNBytes(length);
                }
            }
        }
        return longest;
    }
}
