package org.picklejar.text;

/** The proleptic Gregorian calendar: days are counted from the first of January of year 1, which is day 1 (Python's datetime). */
public final class Gregorian {
    public static final int MIN_YEAR = 1;
    public static final int MAX_YEAR = 9999;
    /** The last day of {@link #MAX_YEAR}. */
    public static final int MAX_ORDINAL = 3652059;
    /** The first of January 1970. */
    public static final int EPOCH = 719163;

    private static final int DAYS_IN_400_YEARS = 146097;
    private static final int DAYS_IN_100_YEARS = 36524;
    private static final int DAYS_IN_4_YEARS = 1461;
    private static final int[] DAYS_BEFORE_MONTH = {0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};

    private Gregorian() {}

    /** A date; its month is 1 to 12. */
    public record Day(int year, int month, int day) {}

    public static boolean isLeap(int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    public static int daysInMonth(int year, int month) {
        return month == 2 && isLeap(year) ? 29 : DAYS_BEFORE_MONTH[month + 1] - DAYS_BEFORE_MONTH[month];
    }

    /** How many days of the year are before the month. */
    public static int daysBeforeMonth(int year, int month) {
        return DAYS_BEFORE_MONTH[month] + (month > 2 && isLeap(year) ? 1 : 0);
    }

    /** The number of a day; the day need not be one of the month. */
    public static int ordinal(int year, int month, int day) {
        int before = year - 1;
        return before * 365 + before / 4 - before / 100 + before / 400 + daysBeforeMonth(year, month) + day;
    }

    /** @param ordinal may be out of the range of years that Python has */
    public static Day ofOrdinal(long ordinal) {
        long n = ordinal - 1;
        long year = Math.floorDiv(n, DAYS_IN_400_YEARS) * 400 + 1;
        int left = (int) Math.floorMod(n, (long) DAYS_IN_400_YEARS);
        int centuries = left / DAYS_IN_100_YEARS;
        left %= DAYS_IN_100_YEARS;
        int fours = left / DAYS_IN_4_YEARS;
        left %= DAYS_IN_4_YEARS;
        int years = left / 365;
        left %= 365;
        year += centuries * 100L + fours * 4L + years;
        if (years == 4 || centuries == 4) {
            return new Day(Math.toIntExact(year - 1), 12, 31);
        }
        int leap = years == 3 && (fours != 24 || centuries == 3) ? 1 : 0;
        // Exact, or one too large.
        int month = left + 50 >> 5;
        int before = DAYS_BEFORE_MONTH[month] + (month > 2 ? leap : 0);
        if (before > left) {
            month--;
            before = DAYS_BEFORE_MONTH[month] + (month > 2 ? leap : 0);
        }
        return new Day(Math.toIntExact(year), month, left - before + 1);
    }

    /** The day of the week of a day: Monday is 0. */
    public static int weekday(int ordinal) {
        return Math.floorMod(ordinal + 6, 7);
    }

    // ---- weeks of ISO 8601

    /** The Monday with which the first week of a year begins. */
    public static int firstMonday(int year) {
        int first = ordinal(year, 1, 1);
        int weekday = weekday(first);
        return first - weekday + (weekday > 3 ? 7 : 0);
    }

    /** Whether a year has a week of this number. */
    public static boolean hasWeek(int year, int week) {
        int first = weekday(ordinal(year, 1, 1));
        return week >= 1 && (week <= 52 || week == 53 && (first == 3 || first == 2 && isLeap(year)));
    }

    /** @param weekday Monday is 1 */
    public static Day ofWeek(int year, int week, int weekday) {
        return ofOrdinal(firstMonday(year) + (week - 1) * 7L + weekday - 1);
    }

    /** The year of the week in which a day is, the number of that week, and the day in it: Monday is 1. */
    public record WeekDay(int year, int week, int weekday) {}

    public static WeekDay weekOf(int ordinal, int year) {
        int inYear = year;
        int days = ordinal - firstMonday(year);
        if (days < 0) {
            inYear--;
            days = ordinal - firstMonday(inYear);
        } else if (days >= 52 * 7 && ordinal >= firstMonday(year + 1)) {
            inYear++;
            days = ordinal - firstMonday(inYear);
        }
        return new WeekDay(inYear, days / 7 + 1, days % 7 + 1);
    }
}
