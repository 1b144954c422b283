package org.picklejar.pickle;

import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.PyException;

/**
 * Reads the operands of opcodes from what is there of a pickle. When that is too little, {@link More} tells how much is needed;
 * the opcode is read again from its start then.
 */
final class PickleInput {
    /** More bytes are needed: a number of them, or a line. */
    static final class More extends RuntimeException {
        private static final long serialVersionUID = 1;

        final transient long count;

        More(long count) {
            super(null, null, false, false);
            this.count = count;
        }

        boolean isLine() {
            return count < 0;
        }
    }

    // Without a stack trace it is the same for all.
    @SuppressWarnings("StaticAssignmentOfThrowable")
    private static final More LINE = new More(-1);

    private final Unpickler u;

    PickleInput(Unpickler u) {
        this.u = u;
    }

    private int take(long n) {
        if (u.end - u.position < n) {
            throw new More(n - (u.end - u.position));
        }
        int at = u.position;
        u.position += (int) n;
        return at;
    }

    int u1() {
        return u.input[take(1)] & 0xff;
    }

    int u2() {
        int at = take(2);
        return u.input[at] & 0xff | (u.input[at + 1] & 0xff) << 8;
    }

    int i4() {
        int at = take(4);
        return u.input[at] & 0xff
                | (u.input[at + 1] & 0xff) << 8
                | (u.input[at + 2] & 0xff) << 16
                | u.input[at + 3] << 24;
    }

    long i8() {
        return i4() & 0xffffffffL | (long) i4() << 32;
    }

    long u4() {
        return i4() & 0xffffffffL;
    }

    /** A length of 8 bytes; whether there are as many is seen when they are taken. */
    long length8(String what) {
        long n = i8();
        if (n < 0) {
            throw tooLong(what + " exceeds system's maximum size of");
        }
        return n;
    }

    static PyException tooLong(String what) {
        return Errors.of(ExceptionTypes.OVERFLOW_ERROR, "%s %d bytes", what, Long.MAX_VALUE);
    }

    /** Where {@code n} bytes of the input begin, which are taken. */
    int bytes(long n) {
        return take(n);
    }

    byte[] copy(long n) {
        int at = take(n);
        return Arrays.copyOfRange(u.input, at, u.position);
    }

    /** A line without its end. */
    byte[] line() {
        for (int i = u.position; i < u.end; i++) {
            if (u.input[i] == '\n') {
                byte[] out = Arrays.copyOfRange(u.input, u.position, i);
                u.position = i + 1;
                return out;
            }
        }
        throw LINE;
    }
}
