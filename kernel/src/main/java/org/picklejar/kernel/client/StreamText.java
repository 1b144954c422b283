package org.picklejar.kernel.client;

/** What is left of printed text on a screen: carriage returns and backspaces let later text overwrite earlier. */
final class StreamText {
    private StreamText() {}

    /** A carriage return at the very end stays, for text to come. */
    static String settle(String text) {
        if (text.indexOf('\r') < 0 && text.indexOf('\b') < 0) {
            return text;
        }
        StringBuilder settled = new StringBuilder(text.length());
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            settled.append(line(text.substring(start, end))).append('\n');
            start = end + 1;
        }
        String last = text.substring(start);
        return settled.append(line(last))
                .append(last.endsWith("\r") ? "\r" : "")
                .toString();
    }

    private static CharSequence line(String text) {
        StringBuilder line = new StringBuilder();
        int column = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r') {
                column = 0;
            } else if (c == '\b') {
                column = Math.max(0, column - 1);
                line.setLength(Math.min(line.length(), Math.max(column, 0)));
            } else if (column < line.length()) {
                line.setCharAt(column++, c);
            } else {
                line.append(c);
                column++;
            }
        }
        return line;
    }
}
