package org.picklejar.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import org.junit.jupiter.api.Test;

/** Every day that Python's datetime has, compared with Java's calendar; and what ISO 8601 makes of texts. */
class GregorianTest {
    @Test
    void daysAreThoseOfJava() {
        LocalDate d = LocalDate.of(1, 1, 1);
        for (int ordinal = 1; ordinal <= Gregorian.MAX_ORDINAL; ordinal++, d = d.plusDays(1)) {
            Gregorian.Day day = Gregorian.ofOrdinal(ordinal);
            if (day.year() != d.getYear() || day.month() != d.getMonthValue() || day.day() != d.getDayOfMonth()) {
                assertEquals(d.toString(), day.toString());
            }
            if (Gregorian.ordinal(day.year(), day.month(), day.day()) != ordinal) {
                assertEquals(ordinal, Gregorian.ordinal(day.year(), day.month(), day.day()));
            }
        }
        assertEquals(LocalDate.of(10000, 1, 1), d);
        assertEquals(Gregorian.EPOCH, Gregorian.ordinal(1970, 1, 1));
    }

    @Test
    void weeksAreThoseOfJava() {
        for (int ordinal = 1; ordinal <= Gregorian.MAX_ORDINAL; ordinal += 3) {
            LocalDate d = LocalDate.ofEpochDay(ordinal - (long) Gregorian.EPOCH);
            Gregorian.WeekDay w = Gregorian.weekOf(ordinal, d.getYear());
            assertEquals(d.get(IsoFields.WEEK_BASED_YEAR), w.year());
            assertEquals(d.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), w.week());
            assertEquals(d.getDayOfWeek().getValue(), w.weekday());
            if (w.year() > 0) {
                assertEquals(Gregorian.ofOrdinal(ordinal), Gregorian.ofWeek(w.year(), w.week(), w.weekday()));
            }
        }
    }

    private static IsoTimestamp read(String text) {
        return IsoTimestamp.dateTime(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void textsOfDatesAndTimes() {
        IsoTimestamp t = read("2024-W09-4T12:30:15,5-05:30:10.25");
        assertNotNull(t);
        assertEquals("2024 2 29", t.year + " " + t.month + " " + t.day);
        assertEquals("12 30 15 500000", t.hour + " " + t.minute + " " + t.second + " " + t.microsecond);
        assertEquals(-(5 * 3600 + 30 * 60 + 10), t.offset);
        assertEquals(-250000, t.offsetMicroseconds);
        assertEquals(29, read("20240229").day);
        assertEquals(5, read("20240229é05").hour);
        for (String wrong :
                new String[] {"", "2024", "2024-02-29T", "2024-0229", "2024-02-29T1", "2024-02-29T12:", "2024-W54"}) {
            assertNull(read(wrong), wrong);
        }
    }
}
