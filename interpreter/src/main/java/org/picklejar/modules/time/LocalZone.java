package org.picklejar.modules.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Locale;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.picklejar.core.Execution;
import org.picklejar.modules.posix.Environment;

/** The local time zone of a runtime: from its variable TZ, else the system's. */
public final class LocalZone {
    /** The form of POSIX: "EST5EDT", "UTC+3". */
    private static final Pattern POSIX = Pattern.compile("([A-Za-z]+)([+-]?\\d{1,2})(?::(\\d{2}))?.*");

    private ZoneId zone;

    private LocalZone(ZoneId zone) {
        this.zone = zone;
    }

    public static LocalZone of(Execution x) {
        return x.machine.state(LocalZone.class, m -> system());
    }

    static LocalZone system() {
        return new LocalZone(ZoneId.systemDefault());
    }

    /** Reads TZ again. */
    static void reset(Execution x) {
        String tz = Environment.of(x).get("TZ");
        ZoneId found = ZoneId.systemDefault();
        if (tz != null && !tz.isEmpty()) {
            found = parse(tz.startsWith(":") ? tz.substring(1) : tz);
        }
        of(x).zone = found;
    }

    private static ZoneId parse(String tz) {
        try {
            return ZoneId.of(tz);
        } catch (DateTimeException e) {
            Matcher m = POSIX.matcher(tz); // the sign is the reverse of ISO's
            if (!m.matches()) {
                return ZoneOffset.UTC;
            }
            int hours = Integer.parseInt(m.group(2).replace("+", ""));
            int minutes = m.group(3) == null ? 0 : Integer.parseInt(m.group(3));
            return ZoneOffset.ofTotalSeconds(-(hours * 3600 + (hours < 0 ? -minutes : minutes) * 60));
        }
    }

    ZoneId zone() {
        return zone;
    }

    private ZoneRules rules() {
        return zone.getRules();
    }

    private Instant inSeason(boolean summer) {
        int year = LocalDate.now(zone).getYear();
        Instant january = LocalDate.of(year, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant july = LocalDate.of(year, 7, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
        boolean julyIsSummer = offset(july) >= offset(january);
        return summer == julyIsSummer ? july : january;
    }

    /** In seconds east of UTC. */
    public int offset(Instant at) {
        return rules().getOffset(at).getTotalSeconds();
    }

    boolean hasSummerTime() {
        return offset(inSeason(true)) != offset(inSeason(false));
    }

    int standardOffset() {
        return offset(inSeason(false));
    }

    int summerOffset() {
        return offset(inSeason(true));
    }

    String standardName() {
        return name(inSeason(false));
    }

    String summerName() {
        return name(inSeason(true));
    }

    boolean isSummer(Instant at) {
        return rules().isDaylightSavings(at);
    }

    /** The abbreviation in force, such as CEST. */
    public String name(Instant at) {
        if (zone instanceof ZoneOffset o) {
            return o.getTotalSeconds() == 0 ? "UTC" : o.getId();
        }
        if (zone.getId().equals("Etc/UTC") || zone.getId().equals("GMT0")) {
            return zone.getId().endsWith("UTC") ? "UTC" : "GMT";
        }
        return TimeZone.getTimeZone(zone).getDisplayName(isSummer(at), TimeZone.SHORT, Locale.ENGLISH);
    }
}
