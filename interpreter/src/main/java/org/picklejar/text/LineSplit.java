package org.picklejar.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.picklejar.text.unicode.UnicodeProperties;

/** The division of a text into lines as {@code splitlines} does it: "\r\n" is one line end, and no empty line follows the last one. */
public final class LineSplit {
    private LineSplit() {}

    /** The lines of a str, which end at any Unicode line boundary; with their ends when {@code keepEnds}. */
    public static List<String> split(String s, boolean keepEnds) {
        List<String> lines = new ArrayList<>();
        int n = s.length();
        for (int start = 0; start < n; ) {
            int end = start;
            while (end < n && !UnicodeProperties.isLineBreak(s.charAt(end))) {
                end++;
            }
            int next = end;
            if (end < n) {
                next += s.charAt(end) == '\r' && end + 1 < n && s.charAt(end + 1) == '\n' ? 2 : 1;
            }
            lines.add(s.substring(start, keepEnds ? next : end));
            start = next;
        }
        return lines;
    }

    /** The lines of a bytes, which end at \n, \r or \r\n only. */
    public static List<byte[]> split(byte[] s, boolean keepEnds) {
        List<byte[]> lines = new ArrayList<>();
        int n = s.length;
        for (int start = 0; start < n; ) {
            int end = start;
            while (end < n && s[end] != '\n' && s[end] != '\r') {
                end++;
            }
            int next = end;
            if (end < n) {
                next += s[end] == '\r' && end + 1 < n && s[end + 1] == '\n' ? 2 : 1;
            }
            lines.add(Arrays.copyOfRange(s, start, keepEnds ? next : end));
            start = next;
        }
        return lines;
    }
}
