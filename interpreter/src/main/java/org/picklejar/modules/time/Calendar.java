package org.picklejar.modules.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.modules.StructSequence;
import org.picklejar.ops.Values;

/** Broken-down time. */
final class Calendar {
    static final String[] DAYS = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
    static final String[] MONTHS = {
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December"
    };

    private Calendar() {}

    /** The struct_time of an instant.
     * @param zone null for UTC */
    static PyObject broken(long seconds, LocalZone zone) {
        Instant at;
        OffsetDateTime t;
        try {
            at = Instant.ofEpochSecond(seconds);
            t = at.atOffset(zone == null ? ZoneOffset.UTC : ZoneOffset.ofTotalSeconds(zone.offset(at)));
        } catch (DateTimeException e) {
            throw Errors.overflowError("timestamp out of range for platform time_t");
        }
        return StructSequence.STRUCT_TIME.of(
                PyInt.of(t.getYear()),
                PyInt.of(t.getMonthValue()),
                PyInt.of(t.getDayOfMonth()),
                PyInt.of(t.getHour()),
                PyInt.of(t.getMinute()),
                PyInt.of(t.getSecond()),
                PyInt.of(t.getDayOfWeek().getValue() - 1),
                PyInt.of(t.getDayOfYear()),
                PyInt.of(zone != null && zone.isSummer(at) ? 1 : 0),
                PyStr.of(zone == null ? "GMT" : zone.name(at)),
                PyInt.of(t.getOffset().getTotalSeconds()));
    }

    /** The fields of a struct_time or 9-tuple: year, month, day, hour, minute, second, weekday (Monday 0), day of year, summer time. */
    static long[] fields(Execution x, PyObject t, String function) {
        if (!(Values.payload(t) instanceof PyTuple p)) {
            throw Errors.typeError("Tuple or struct_time argument required");
        }
        if (p.size() != 9) {
            throw Errors.typeError("%s(): illegal time tuple argument", function);
        }
        long[] f = new long[9];
        for (int i = 0; i < 9; i++) {
            f[i] = Values.toInt(x, p.get(i));
        }
        return f;
    }

    /** {@link #fields} with the checks and normalisations of CPython's checktm. */
    static long[] checked(Execution x, PyObject t, String function) {
        long[] f = fields(x, t, function);
        f[1] = f[1] == 0 ? 1 : f[1];
        f[2] = f[2] == 0 ? 1 : f[2];
        f[7] = f[7] == 0 ? 1 : f[7];
        check(f[1], 1, 12, "month");
        check(f[2], 1, 31, "day of month");
        check(f[3], 0, 23, "hour");
        check(f[4], 0, 59, "minute");
        check(f[5], 0, 61, "seconds");
        if (f[6] < -1) {
            throw Errors.valueError("day of week out of range");
        }
        f[6] = Math.floorMod(f[6], 7L);
        check(f[7], 1, 366, "day of year");
        return f;
    }

    private static void check(long v, long low, long high, String what) {
        if (v < low || v > high) {
            throw Errors.valueError("%s out of range", what);
        }
    }

    static PyObject mktime(Execution x, PyObject t, LocalZone zone) {
        long[] f = fields(x, t, "mktime");
        try {
            LocalDateTime local = LocalDateTime.of((int) f[0], 1, 1, 0, 0, 0)
                    .plusMonths(f[1] - 1)
                    .plusDays(f[2] - 1)
                    .plusHours(f[3])
                    .plusMinutes(f[4])
                    .plusSeconds(f[5]);
            // Where the clock goes back, the flag says which of the two hours is meant.
            Instant at = zone.instant(local, f[8] == 0);
            long seconds = at.getEpochSecond();
            if (f[8] == 1 && !zone.isSummer(at) && zone.hasSummerTime()) {
                seconds -= zone.summerOffset() - zone.standardOffset();
            } else if (f[8] == 0 && zone.isSummer(at)) {
                seconds += zone.summerOffset() - zone.standardOffset();
            }
            return new PyFloat(seconds);
        } catch (DateTimeException | ArithmeticException e) {
            throw Errors.overflowError("mktime argument out of range");
        }
    }

    static String ascii(Execution x, PyObject t) {
        long[] f = checked(x, t, "asctime");
        return String.format(
                Locale.ROOT,
                "%s %s %2d %02d:%02d:%02d %d",
                DAYS[(int) f[6]].substring(0, 3),
                MONTHS[(int) f[1] - 1].substring(0, 3),
                f[2],
                f[3],
                f[4],
                f[5],
                f[0]);
    }
}
