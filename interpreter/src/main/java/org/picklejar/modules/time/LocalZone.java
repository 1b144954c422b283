package org.picklejar.modules.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Locale;
import java.util.TimeZone;
import org.picklejar.core.Execution;
import org.picklejar.modules.posix.Environment;

/** The local time zone of a runtime: from its variable TZ, else the system's. */
public final class LocalZone {
    /** Null when TZ describes the zone. */
    private ZoneId id;
    /** Null when the zone is one of the database. */
    private PosixZone described;

    private LocalZone(ZoneId id) {
        this.id = id;
    }

    public static LocalZone of(Execution x) {
        return x.machine.state(LocalZone.class, m -> system());
    }

    static LocalZone system() {
        return new LocalZone(ZoneId.systemDefault());
    }

    /** Reads TZ again. */
    static void reset(Execution x) {
        LocalZone zone = of(x);
        String tz = Environment.of(x).get("TZ");
        zone.described = null;
        if (tz == null || tz.isEmpty()) {
            zone.id = ZoneId.systemDefault();
            return;
        }
        String name = tz.startsWith(":") ? tz.substring(1) : tz;
        try {
            zone.id = ZoneId.of(name);
        } catch (DateTimeException e) {
            zone.described = PosixZone.parse(name);
            zone.id = zone.described == null ? ZoneOffset.UTC : null;
        }
    }

    private ZoneRules rules() {
        return described == null ? id.getRules() : described.rules();
    }

    /**
     * The instant at which the clock shows a time.
     *
     * @param later whether the second one is meant where the clock goes back; where it goes forward, the time is taken as if it
     *     had not
     */
    Instant instant(LocalDateTime local, boolean later) {
        ZoneOffsetTransition change = rules().getTransition(local);
        boolean after = later && change != null && change.isOverlap();
        return local.toInstant(after ? change.getOffsetAfter() : rules().getOffset(local));
    }

    private Instant inSeason(boolean summer) {
        int year = LocalDate.now(ZoneOffset.UTC).getYear();
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
        if (described != null) {
            return isSummer(at) ? described.summerName() : described.standardName();
        }
        if (id instanceof ZoneOffset o) {
            return o.getTotalSeconds() == 0 ? "UTC" : o.getId();
        }
        if (id.getId().equals("Etc/UTC") || id.getId().equals("GMT0")) {
            return id.getId().endsWith("UTC") ? "UTC" : "GMT";
        }
        return TimeZone.getTimeZone(id).getDisplayName(isSummer(at), TimeZone.SHORT, Locale.ENGLISH);
    }
}
