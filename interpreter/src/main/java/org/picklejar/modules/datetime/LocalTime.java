package org.picklejar.modules.datetime;

import java.time.Instant;
import org.picklejar.core.Execution;
import org.picklejar.core.PyStr;
import org.picklejar.modules.OsFailure;
import org.picklejar.modules.time.LocalZone;
import org.picklejar.text.Gregorian;

/**
 * The local time zone. A time of its clock is a number of seconds too: those since 1970 if the clock were that of UTC.
 */
final class LocalTime {
    private static final long SECONDS_PER_DAY = 86_400;
    /** No clock is put back by more. */
    private static final long LONGEST_FOLD = SECONDS_PER_DAY;
    /** Beyond this C has no year, an int from 1900 on. */
    private static final long MOST_SECONDS = (Integer.MAX_VALUE + 1900L - 1970) * 31_556_952;

    private LocalTime() {}

    /** What the clock shows at an instant. */
    static long atLocalZone(Execution x, long instant) {
        return inYears(instant) + offset(x, instant);
    }

    private static int offset(Execution x, long instant) {
        return LocalZone.of(x).offset(at(instant));
    }

    private static Instant at(long instant) {
        return Instant.ofEpochSecond(
                Math.max(Instant.MIN.getEpochSecond(), Math.min(Instant.MAX.getEpochSecond(), instant)));
    }

    /** OSError for an instant that C's calendar does not have. */
    static long inYears(long instant) {
        if (instant > MOST_SECONDS || instant < -MOST_SECONDS) {
            throw OsFailure.of(OsFailure.EOVERFLOW);
        }
        return instant;
    }

    static Gregorian.Day dayOf(long clock) {
        return Gregorian.ofOrdinal(Math.floorDiv(clock, SECONDS_PER_DAY) + Gregorian.EPOCH);
    }

    static int secondOfDay(long clock) {
        return (int) Math.floorMod(clock, SECONDS_PER_DAY);
    }

    /** As {@link #atLocalZone}, when its year is one that there is. */
    private static long shown(Execution x, long instant) {
        long clock = atLocalZone(x, instant);
        int year = dayOf(clock).year();
        if (year < Gregorian.MIN_YEAR || year > Gregorian.MAX_YEAR) {
            throw Fields.yearOutOfRange(year);
        }
        return clock;
    }

    /** Whether the clock shows this for the second time, having been put back (CPython: datetime_from_timet_and_us). */
    static int fold(Execution x, long instant) {
        long clock = shown(x, instant);
        long change = clock - shown(x, instant - LONGEST_FOLD) - LONGEST_FOLD;
        return change < 0 && shown(x, instant + change) == clock ? 1 : 0;
    }

    /** The instant at which the clock shows a time (CPython: local_to_seconds). */
    static long instant(Execution x, PyDateTime d) {
        long t = d.clock();
        long before = shown(x, t) - t;
        long first = t - before;
        long shownFirst = shown(x, first);
        long after;
        if (shownFirst == t) {
            // It may not be the one that is asked for: look for an earlier or later one.
            long other = d.fold == 1 ? first + LONGEST_FOLD : first - LONGEST_FOLD;
            after = shown(x, other) - other;
            if (after == before) {
                return first;
            }
        } else {
            after = shownFirst - first;
        }
        long second = t - after;
        if (shown(x, second) == t) {
            return second;
        }
        if (shownFirst == t) {
            return first;
        }
        // The clock never shows it, having been put forward.
        return d.fold == 1 ? Math.min(first, second) : Math.max(first, second);
    }

    /** The zone that is in force at an instant. */
    static PyTimeZone zoneAt(Execution x, long instant) {
        String name = LocalZone.of(x).name(at(instant));
        return PyTimeZone.of(x, PyTimeDelta.of(0, offset(x, instant), 0), PyStr.of(name));
    }
}
