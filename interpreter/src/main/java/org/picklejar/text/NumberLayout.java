package org.picklejar.text;

/** Sign, prefix, grouping and padding of a formatted number. */
final class NumberLayout {
    private NumberLayout() {}

    /** Lays out a decimal text such as "-12.5e+10" or "inf". */
    static String ofDecimal(String text, FormatSpec format) {
        boolean negative = text.startsWith("-");
        int start = negative ? 1 : 0;
        int end = start;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return of(negative, "", text.substring(start, end), text.substring(end), 3, format);
    }

    /**
     * @param digits the integral digits, which are grouped; empty for "inf" and the like
     * @param rest what follows the digits
     */
    static String of(boolean negative, String prefix, String digits, String rest, int groupSize, FormatSpec format) {
        String sign = negative ? "-" : format.sign() == '+' ? "+" : format.sign() == ' ' ? " " : "";
        int others = sign.length() + prefix.length() + rest.codePointCount(0, rest.length());
        boolean zeroFill = format.fill() == '0' && format.align() == '=';
        String grouped = digits;
        if (format.grouping() != 0 && !digits.isEmpty()) {
            grouped = group(digits, format.grouping(), groupSize, zeroFill ? format.width() - others : 0);
        }
        int padding = format.width() - others - grouped.length();
        if (padding <= 0) {
            return sign + prefix + grouped + rest;
        }
        if (format.align() == '=') {
            return sign + prefix + Character.toString(format.fill()).repeat(padding) + grouped + rest;
        }
        return pad(sign + prefix + grouped + rest, format.width(), format.align(), format.fill());
    }

    /** Groups the digits from the right, with zeros in front up to the minimum width; a separator never comes first. */
    private static String group(String digits, char separator, int size, int minWidth) {
        StringBuilder reversed = new StringBuilder();
        int remaining = digits.length();
        int missing = minWidth;
        boolean first = true;
        do {
            if (!first) {
                reversed.append(separator);
                missing--;
            }
            first = false;
            int length = Math.min(size, Math.max(Math.max(remaining, missing), 1));
            for (int i = 0; i < length; i++) {
                reversed.append(remaining > 0 ? digits.charAt(--remaining) : '0');
            }
            missing -= length;
        } while (remaining > 0 || missing > 0);
        return reversed.reverse().toString();
    }

    /** Pads to a width in code points; '=' pads as '&gt;'. */
    static String pad(String s, int width, char align, int fill) {
        int padding = width - (width > 0 ? s.codePointCount(0, s.length()) : 0);
        if (padding <= 0) {
            return s;
        }
        String f = Character.toString(fill);
        int left = align == '<' ? 0 : align == '^' ? padding / 2 : padding;
        return f.repeat(left) + s + f.repeat(padding - left);
    }
}
