package org.picklejar.modules.time;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Locale;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyValueInstance;
import org.picklejar.modules.StructSequence;

/** {@code strftime} in the C locale, with glibc's flags and widths (strftime(3)). */
final class TimeFormat {
    private final long[] f;
    private final String zone;
    private final long offset;
    private final LocalZone local;
    private final StringBuilder out = new StringBuilder();

    private TimeFormat(long[] f, String zone, long offset, LocalZone local) {
        this.f = f;
        this.zone = zone;
        this.offset = offset;
        this.local = local;
    }

    static PyObject format(Execution x, PyStr format, PyObject t) {
        long[] f = Calendar.checked(x, t, "strftime");
        if (f[8] < -1 || f[8] > 1) {
            f[8] = f[8] < 0 ? -1 : 1;
        }
        LocalZone local = LocalZone.of(x);
        String zone = null;
        long offset = 0;
        if (t instanceof PyValueInstance v && v.type() == StructSequence.STRUCT_TIME.type) {
            if (StructSequence.STRUCT_TIME.get(v, 9) instanceof PyStr s) {
                zone = s.toString();
                offset = StructSequence.STRUCT_TIME.get(v, 10) instanceof PyInt i ? i.value : 0;
            }
        }
        if (zone == null) {
            zone = f[8] == 1 ? local.summerName() : local.standardName();
            offset = f[8] == 1 ? local.summerOffset() : local.standardOffset();
        }
        TimeFormat tf = new TimeFormat(f, zone, offset, local);
        tf.expand(format.toString());
        return PyStr.of(tf.out.toString());
    }

    private void expand(String s) {
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c != '%') {
                out.append(c);
                continue;
            }
            int start = i++;
            char flag = 0;
            int width = -1;
            while (i < s.length() && "_-0^#".indexOf(s.charAt(i)) >= 0) {
                flag = s.charAt(i++);
            }
            while (i < s.length() && Character.isDigit(s.charAt(i))) {
                width = Math.min(9999, Math.max(0, width) * 10 + s.charAt(i++) - '0');
            }
            if (i < s.length() && (s.charAt(i) == 'E' || s.charAt(i) == 'O') && i + 1 < s.length()) {
                i++;
            }
            if (i >= s.length()) {
                out.append(s, start, s.length());
                return;
            }
            int from = out.length();
            if (!convert(s.charAt(i), flag)) {
                out.append(s, start, i + 1);
                continue;
            }
            String piece = out.substring(from);
            if (flag == '^') {
                piece = piece.toUpperCase(Locale.ROOT);
            } else if (flag == '#') {
                piece = s.charAt(i) == 'p' || s.charAt(i) == 'Z'
                        ? piece.toLowerCase(Locale.ROOT)
                        : piece.toUpperCase(Locale.ROOT);
            }
            if (piece.length() < width) {
                boolean number = !piece.isEmpty() && Character.isDigit(piece.charAt(0)) && flag != '_' || flag == '0';
                piece = (number ? "0" : " ").repeat(width - piece.length()) + piece;
            }
            out.setLength(from);
            out.append(piece);
        }
    }

    /** @return whether the code is known */
    private boolean convert(char c, char flag) {
        switch (c) {
            case 'a' -> out.append(Calendar.DAYS[(int) f[6]], 0, 3);
            case 'A' -> out.append(Calendar.DAYS[(int) f[6]]);
            case 'b', 'h' -> out.append(Calendar.MONTHS[(int) f[1] - 1], 0, 3);
            case 'B' -> out.append(Calendar.MONTHS[(int) f[1] - 1]);
            case 'c' -> expand("%a %b %e %H:%M:%S %Y");
            case 'C' -> number(Math.floorDiv(f[0], 100L), 1, '0', flag);
            case 'd' -> number(f[2], 2, '0', flag);
            case 'D', 'x' -> expand("%m/%d/%y");
            case 'e' -> number(f[2], 2, ' ', flag);
            case 'F' -> expand("%Y-%m-%d");
            case 'g' -> number(Math.floorMod(isoYear(), 100L), 2, '0', flag);
            case 'G' -> number(isoYear(), 1, '0', flag);
            case 'H' -> number(f[3], 2, '0', flag);
            case 'I' -> number((f[3] + 11) % 12 + 1, 2, '0', flag);
            case 'j' -> number(f[7], 3, '0', flag);
            case 'k' -> number(f[3], 2, ' ', flag);
            case 'l' -> number((f[3] + 11) % 12 + 1, 2, ' ', flag);
            case 'm' -> number(f[1], 2, '0', flag);
            case 'M' -> number(f[4], 2, '0', flag);
            case 'n' -> out.append('\n');
            case 'p' -> out.append(f[3] < 12 ? "AM" : "PM");
            case 'P' -> out.append(f[3] < 12 ? "am" : "pm");
            case 'r' -> expand("%I:%M:%S %p");
            case 'R' -> expand("%H:%M");
            case 's' -> out.append(localSeconds());
            case 'S' -> number(f[5], 2, '0', flag);
            case 't' -> out.append('\t');
            case 'T', 'X' -> expand("%H:%M:%S");
            case 'u' -> out.append(f[6] + 1);
            case 'U' -> number((f[7] - 1 + 7 - (f[6] + 1) % 7) / 7, 2, '0', flag);
            case 'V' -> number(isoWeek(), 2, '0', flag);
            case 'w' -> out.append((f[6] + 1) % 7);
            case 'W' -> number((f[7] - 1 + 7 - f[6]) / 7, 2, '0', flag);
            case 'y' -> number(Math.floorMod(f[0], 100L), 2, '0', flag);
            case 'Y' -> number(f[0], 1, '0', flag);
            case 'z' ->
                out.append(String.format(
                        Locale.ROOT,
                        "%c%02d%02d",
                        offset < 0 ? '-' : '+',
                        Math.abs(offset) / 3600,
                        Math.abs(offset) / 60 % 60));
            case 'Z' -> out.append(zone);
            case '%' -> out.append('%');
            default -> {
                return false;
            }
        }
        return true;
    }

    private void number(long v, int width, char fill, char flag) {
        String digits = Long.toString(Math.abs(v));
        char pad = flag == '_' ? ' ' : flag == '0' ? '0' : fill;
        if (v < 0) {
            out.append('-');
        }
        if (flag != '-') {
            out.append(String.valueOf(pad).repeat(Math.max(0, width - digits.length())));
        }
        out.append(digits);
    }

    private long localSeconds() {
        try {
            LocalDateTime shown = LocalDateTime.of(
                    (int) f[0], (int) f[1], (int) f[2], (int) f[3], (int) f[4], (int) Math.min(59, f[5]));
            return local.instant(shown, false).getEpochSecond();
        } catch (DateTimeException e) {
            throw Errors.valueError("Invalid format string");
        }
    }

    /** Thursday of the week decides which year it belongs to (ISO 8601). */
    private long isoYear() {
        long week = rawIsoWeek();
        return week < 1 ? f[0] - 1 : week > weeksIn(f[0]) ? f[0] + 1 : f[0];
    }

    private long isoWeek() {
        long week = rawIsoWeek();
        return week < 1 ? weeksIn(f[0] - 1) : week > weeksIn(f[0]) ? 1 : week;
    }

    private long rawIsoWeek() {
        return (f[7] - (f[6] + 1) + 10) / 7;
    }

    private static long weeksIn(long year) {
        return pastDays(year) == 4 || pastDays(year - 1) == 3 ? 53 : 52;
    }

    private static long pastDays(long y) {
        return Math.floorMod(y + Math.floorDiv(y, 4L) - Math.floorDiv(y, 100L) + Math.floorDiv(y, 400L), 7L);
    }
}
