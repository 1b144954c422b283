package org.picklejar.modules.datetime;

/** Writes numbers with leading zeros. */
final class Digits {
    private Digits() {}

    static void two(StringBuilder out, int n) {
        append(out, n, 2);
    }

    /** @param n not negative */
    static void append(StringBuilder out, int n, int width) {
        int limit = 10;
        for (int i = 1; i < width; i++, limit *= 10) {
            if (n < limit) {
                // So many digits are missing.
                out.append("0".repeat(width - i));
                break;
            }
        }
        out.append(n);
    }

    /** {@code HH:MM:SS}. */
    static void clock(StringBuilder out, int hour, int minute, int second) {
        two(out, hour);
        two(out.append(':'), minute);
        two(out.append(':'), second);
    }

    /** {@code YYYY-MM-DD}. */
    static void date(StringBuilder out, PyDate d) {
        append(out, d.year, 4);
        two(out.append('-'), d.month);
        two(out.append('-'), d.day);
    }

    /**
     * {@code HH:MM:SS.ffffff}, as far as the timespec says.
     *
     * @param timespec null is "auto"
     * @return whether that is known
     */
    static boolean clock(StringBuilder out, String timespec, int hour, int minute, int second, int microsecond) {
        String spec =
                timespec == null || timespec.equals("auto") ? microsecond == 0 ? "seconds" : "microseconds" : timespec;
        switch (spec) {
            case "hours" -> two(out, hour);
            case "minutes" -> {
                two(out, hour);
                two(out.append(':'), minute);
            }
            case "seconds" -> clock(out, hour, minute, second);
            case "milliseconds" -> {
                clock(out, hour, minute, second);
                append(out.append('.'), microsecond / 1000, 3);
            }
            case "microseconds" -> {
                clock(out, hour, minute, second);
                append(out.append('.'), microsecond, 6);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** {@code +HH:MM[:SS[.ffffff]]}. */
    static void offset(StringBuilder out, PyTimeDelta offset, String separator) {
        PyTimeDelta d = offset.days < 0 ? offset.negated() : offset;
        two(out.append(offset.days < 0 ? '-' : '+'), d.seconds / 3600);
        two(out.append(separator), d.seconds / 60 % 60);
        if (d.seconds % 60 != 0 || d.microseconds != 0) {
            two(out.append(separator), d.seconds % 60);
        }
        if (d.microseconds != 0) {
            append(out.append('.'), d.microseconds, 6);
        }
    }
}
