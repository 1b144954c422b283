package org.picklejar.modules.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneOffsetTransitionRule.TimeDefinition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A time zone as POSIX writes it in the variable TZ, such as {@code EST5EDT,M3.2.0,M11.1.0}; offsets count to the west of UTC
 * (tzset(3)).
 */
record PosixZone(ZoneRules rules, String standardName, String summerName) {
    private static final String NAME = "([A-Za-z]{3,}|<[A-Za-z0-9+-]+>)";
    private static final String TIME = "([+-]?\\d{1,2}(?::\\d{1,2}){0,2})";
    private static final Pattern FORM = Pattern.compile(NAME + TIME + "(?:" + NAME + TIME + "?(?:,([^,]+),([^,]+))?)?");
    private static final Pattern WEEKDAY_RULE = Pattern.compile("M(\\d{1,2})\\.([1-5])\\.([0-6])(?:/" + TIME + ")?");
    private static final Pattern DAY_RULE = Pattern.compile("J?(\\d{1,3})(?:/" + TIME + ")?");
    /** What holds when nothing is said. */
    private static final String START = "M3.2.0";

    private static final String END = "M11.1.0";
    private static final int HOUR = 3600;

    /** Null when the text is no such zone. */
    static PosixZone parse(String text) {
        Matcher m = FORM.matcher(text);
        if (!m.matches()) {
            return null;
        }
        try {
            ZoneOffset standard = ZoneOffset.ofTotalSeconds(-seconds(m.group(2)));
            if (m.group(3) == null) {
                return new PosixZone(ZoneRules.of(standard), name(m.group(1)), name(m.group(1)));
            }
            ZoneOffset summer = ZoneOffset.ofTotalSeconds(
                    m.group(4) == null ? standard.getTotalSeconds() + HOUR : -seconds(m.group(4)));
            List<ZoneOffsetTransitionRule> yearly = List.of(
                    rule(m.group(5) == null ? START : m.group(5), standard, standard, summer),
                    rule(m.group(6) == null ? END : m.group(6), standard, summer, standard));
            // Java takes rules for the years after those of which it has the transitions.
            List<ZoneOffsetTransition> first =
                    yearly.stream().map(r -> r.createTransition(1)).sorted().toList();
            ZoneOffset before = first.get(0).getOffsetBefore();
            ZoneRules rules = ZoneRules.of(standard, before, List.of(), first, yearly);
            return new PosixZone(rules, name(m.group(1)), name(m.group(3)));
        } catch (DateTimeException | IllegalArgumentException e) {
            return null;
        }
    }

    private static String name(String text) {
        return text.startsWith("<") ? text.substring(1, text.length() - 1) : text;
    }

    private static int seconds(String time) {
        int[] parts = Stream.of(time.replaceFirst("[+-]", "").split(":"))
                .mapToInt(Integer::parseInt)
                .toArray();
        int total = 0;
        for (int i = 0; i < parts.length; i++) {
            total += parts[i] * (i == 0 ? HOUR : i == 1 ? 60 : 1);
        }
        return time.startsWith("-") ? -total : total;
    }

    private static ZoneOffsetTransitionRule rule(
            String text, ZoneOffset standard, ZoneOffset before, ZoneOffset after) {
        Matcher m = WEEKDAY_RULE.matcher(text);
        if (m.matches()) {
            int week = Integer.parseInt(m.group(2));
            int day = Integer.parseInt(m.group(3));
            return rule(
                    Month.of(Integer.parseInt(m.group(1))),
                    week == 5 ? -1 : (week - 1) * 7 + 1,
                    DayOfWeek.of(day == 0 ? 7 : day),
                    m.group(4),
                    standard,
                    before,
                    after);
        }
        m = DAY_RULE.matcher(text);
        if (!m.matches()) {
            throw new IllegalArgumentException(text);
        }
        // Of a year without a leap day, which the form with J never counts.
        int day = Integer.parseInt(m.group(1)) + (text.startsWith("J") ? 0 : 1);
        var date = Year.of(1).atDay(day);
        return rule(date.getMonth(), date.getDayOfMonth(), null, m.group(2), standard, before, after);
    }

    /** @param time null is two o'clock */
    private static ZoneOffsetTransitionRule rule(
            Month month,
            int dayOfMonth,
            DayOfWeek weekday,
            String time,
            ZoneOffset standard,
            ZoneOffset before,
            ZoneOffset after) {
        int second = time == null ? 2 * HOUR : seconds(time);
        boolean midnight = second == 24 * HOUR;
        return ZoneOffsetTransitionRule.of(
                month,
                dayOfMonth,
                weekday,
                LocalTime.ofSecondOfDay(midnight ? 0 : second),
                midnight,
                TimeDefinition.WALL,
                standard,
                before,
                after);
    }
}
