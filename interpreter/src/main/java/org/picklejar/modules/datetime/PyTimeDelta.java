package org.picklejar.modules.datetime;

import java.math.BigInteger;
import org.picklejar.core.Errors;
import org.picklejar.core.Keys;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;

/** A difference of times, normalised: {@code 0 <= seconds < 86400}, {@code 0 <= microseconds < 1000000}. */
final class PyTimeDelta extends PyInstance {
    static final PyType TYPE =
            PyType.builtin("timedelta", PyTimeDelta.class, PyType.OBJECT).inModule("datetime");
    static final int MOST_DAYS = 999_999_999;
    static final int SECONDS_PER_DAY = 86_400;
    static final int MICROSECONDS = 1_000_000;
    static final PyTimeDelta ZERO = new PyTimeDelta(TYPE, 0, 0, 0);

    private static final long MICROSECONDS_PER_DAY = (long) SECONDS_PER_DAY * MICROSECONDS;
    private static final BigInteger BIG_DAY = BigInteger.valueOf(MICROSECONDS_PER_DAY);
    /** Fewer days, as microseconds, are a long. */
    private static final int DAYS_IN_LONG = (int) (Long.MAX_VALUE / MICROSECONDS_PER_DAY);

    final int days;
    final int seconds;
    final int microseconds;

    PyTimeDelta(PyType type, int days, int seconds, int microseconds) {
        super(type);
        this.days = days;
        this.seconds = seconds;
        this.microseconds = microseconds;
    }

    static PyTimeDelta of(long days, long seconds, long microseconds) {
        return of(TYPE, days, seconds, microseconds);
    }

    /** Normalises. OverflowError when there are too many days. */
    static PyTimeDelta of(PyType type, long days, long seconds, long microseconds) {
        long s = seconds + Math.floorDiv(microseconds, MICROSECONDS);
        long d = days + Math.floorDiv(s, SECONDS_PER_DAY);
        if (d != (int) d) {
            throw Errors.overflowError("Python int too large to convert to C int");
        }
        if (d < -MOST_DAYS || d > MOST_DAYS) {
            throw Errors.overflowError("days=%d; must have magnitude <= %d", d, MOST_DAYS);
        }
        return new PyTimeDelta(
                type, (int) d, Math.floorMod(s, SECONDS_PER_DAY), Math.floorMod(microseconds, MICROSECONDS));
    }

    static PyTimeDelta ofMicroseconds(PyType type, PyInteger total) {
        if (total.isLong()) {
            return of(type, 0, 0, total.longValue());
        }
        BigInteger[] parts = total.big().divideAndRemainder(BIG_DAY);
        // More days than a long holds are too many in any case.
        long days = parts[0].bitLength() < 64 ? parts[0].longValue() : Long.MAX_VALUE;
        return of(type, days, 0, parts[1].longValue());
    }

    /** In microseconds. */
    PyInteger total() {
        long inDay = (long) seconds * MICROSECONDS + microseconds;
        return Math.abs(days) < DAYS_IN_LONG
                ? PyInt.of(days * MICROSECONDS_PER_DAY + inDay)
                : PyInteger.of(BigInteger.valueOf(days).multiply(BIG_DAY).add(BigInteger.valueOf(inDay)));
    }

    PyTimeDelta plus(PyTimeDelta d) {
        return of((long) days + d.days, (long) seconds + d.seconds, (long) microseconds + d.microseconds);
    }

    PyTimeDelta minus(PyTimeDelta d) {
        return of((long) days - d.days, (long) seconds - d.seconds, (long) microseconds - d.microseconds);
    }

    PyTimeDelta negated() {
        return of(-(long) days, -(long) seconds, -(long) microseconds);
    }

    boolean isZero() {
        return days == 0 && seconds == 0 && microseconds == 0;
    }

    /** Whether it can be an offset from UTC: less than a day to either side. */
    boolean isOffset() {
        return days == 0 || days == -1 && (seconds > 0 || microseconds > 0);
    }

    int compare(PyTimeDelta d) {
        int order = Integer.compare(days, d.days);
        if (order == 0) {
            order = Integer.compare(seconds, d.seconds);
        }
        return order == 0 ? Integer.compare(microseconds, d.microseconds) : order;
    }

    /** Whether they are equal; null is equal to null only. */
    static boolean same(PyTimeDelta a, PyTimeDelta b) {
        return a == b || a != null && b != null && a.compare(b) == 0;
    }

    /** The hash of the tuple of its parts. */
    PyInt hash() {
        return PyInt.of(Keys.hashTuple(Keys.hashLong(days), Keys.hashLong(seconds), Keys.hashLong(microseconds)));
    }

    PyTuple parts() {
        return PyTuple.of(PyInt.of(days), PyInt.of(seconds), PyInt.of(microseconds));
    }
}
