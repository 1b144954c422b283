package org.picklejar.text;

import java.util.Arrays;

/**
 * Reads dates and times of ISO 8601 as Python's {@code fromisoformat} does (CPython: parse_isoformat_date, parse_isoformat_time).
 * Fields are not checked for their ranges.
 */
public final class IsoTimestamp {
    private static final int[] FRACTIONS = {100000, 10000, 1000, 100, 10};

    public int year;
    public int month;
    public int day;
    public int hour;
    public int minute;
    public int second;
    public int microsecond;
    /** Whether there is an offset from UTC. */
    public boolean hasOffset;

    /** In seconds. */
    public int offset;

    public int offsetMicroseconds;

    /** UTF-8, with a zero at the end. */
    private final byte[] text;

    private final int length;
    private int at;

    private IsoTimestamp(byte[] text) {
        this.text = Arrays.copyOf(text, text.length + 1);
        this.length = text.length;
    }

    /** Null when it is no date. */
    public static IsoTimestamp date(byte[] text) {
        IsoTimestamp t = new IsoTimestamp(text);
        return (t.length == 7 || t.length == 8 || t.length == 10) && t.readDate(t.length) ? t : null;
    }

    /** Null when it is no time. */
    public static IsoTimestamp time(byte[] text) {
        IsoTimestamp t = new IsoTimestamp(text);
        t.at = t.text[0] == 'T' ? 1 : 0;
        return t.readTime() ? t : null;
    }

    /** A date, or a date and a time with any character between them; null when it is none. */
    public static IsoTimestamp dateTime(byte[] text) {
        IsoTimestamp t = new IsoTimestamp(text);
        int end = t.length < 7 ? -1 : t.endOfDate();
        if (end < 0 || !t.readDate(end)) {
            return null;
        }
        if (t.length > end) {
            int separator = t.text[end] & 0xff;
            t.at = end + (separator < 0x80 ? 1 : separator < 0xe0 ? 2 : separator < 0xf0 ? 3 : 4);
            return t.readTime() ? t : null;
        }
        return t;
    }

    /** Where the date ends: where it is written without hyphens, digits tell. -1 when it is wrong. */
    private int endOfDate() {
        if (length == 7) {
            return 7;
        }
        if (text[4] == '-') {
            if (text[5] != 'W') {
                return 10;
            }
            if (length > 8 && text[8] == '-') {
                return length == 9 ? -1 : length > 10 && isDigit(10) ? 8 : 10;
            }
            return 8;
        }
        if (text[4] != 'W') {
            return 8;
        }
        int digits = 7;
        while (digits < length && isDigit(digits)) {
            digits++;
        }
        return digits < 9 ? digits : digits % 2 == 0 ? 7 : 8;
    }

    private boolean isDigit(int i) {
        return text[i] >= '0' && text[i] <= '9';
    }

    /** The number that so many digits are; -1 when they are none. */
    private int digits(int count) {
        int n = 0;
        for (int i = 0; i < count; i++) {
            if (at >= text.length || !isDigit(at)) {
                return -1;
            }
            n = n * 10 + text[at++] - '0';
        }
        return n;
    }

    private boolean readDate(int end) {
        at = 0;
        year = digits(4);
        if (year < 0) {
            return false;
        }
        boolean hyphens = text[at] == '-';
        at += hyphens ? 1 : 0;
        if (text[at] == 'W') {
            at++;
            return readWeek(end, hyphens);
        }
        month = digits(2);
        if (month < 0 || hyphens && text[at++] != '-') {
            return false;
        }
        day = digits(2);
        return day >= 0;
    }

    private boolean readWeek(int end, boolean hyphens) {
        int week = digits(2);
        int weekday = 1;
        if (week < 0) {
            return false;
        }
        if (at < end) {
            if (hyphens && text[at++] != '-') {
                return false;
            }
            weekday = digits(1);
        }
        if (year < Gregorian.MIN_YEAR || !Gregorian.hasWeek(year, week) || weekday < 1 || weekday > 7) {
            return false;
        }
        Gregorian.Day d = Gregorian.ofWeek(year, week, weekday);
        year = d.year();
        month = d.month();
        day = d.day();
        return true;
    }

    private boolean readTime() {
        int zone = at;
        do {
            if (text[zone] == '+' || text[zone] == '-' || text[zone] == 'Z') {
                break;
            }
        } while (++zone < length);
        int[] fields = new int[4];
        Clock read = readClock(Math.min(zone, length), fields);
        if (read == Clock.WRONG) {
            return false;
        }
        hour = fields[0];
        minute = fields[1];
        second = fields[2];
        microsecond = fields[3];
        if (zone >= length) {
            return read == Clock.WHOLE;
        }
        hasOffset = true;
        if (text[zone] == 'Z') {
            return zone + 1 == length;
        }
        int sign = text[zone] == '-' ? -1 : 1;
        at = zone + 1;
        if (readClock(length, fields) != Clock.WHOLE) {
            return false;
        }
        offset = sign * (fields[0] * 3600 + fields[1] * 60 + fields[2]);
        offsetMicroseconds = sign * fields[3];
        return true;
    }

    private enum Clock {
        WHOLE,
        /** There is more, which does not matter before an offset. */
        REST,
        WRONG
    }

    /** Reads {@code HH[[:]MM[[:]SS[.f+]]]} up to the end. */
    private Clock readClock(int end, int[] fields) {
        Arrays.fill(fields, 0);
        boolean colons = true;
        for (int i = 0; i < 3; i++) {
            fields[i] = digits(2);
            if (fields[i] < 0) {
                return Clock.WRONG;
            }
            byte c = at >= end ? 0 : text[at++];
            if (i == 0) {
                colons = c == ':';
            }
            if (at >= end) {
                return c == 0 ? Clock.WHOLE : Clock.REST;
            }
            if (colons && c == ':') {
                continue;
            }
            if (c == '.' || c == ',') {
                break;
            }
            if (colons) {
                return Clock.WRONG;
            }
            at--;
        }
        int count = Math.min(6, end - at);
        fields[3] = digits(count);
        if (fields[3] < 0) {
            return Clock.WRONG;
        }
        if (count < 6) {
            fields[3] *= FRACTIONS[count - 1];
        }
        while (at < length && isDigit(at)) {
            at++;
        }
        return at == length ? Clock.WHOLE : Clock.REST;
    }
}
