package org.picklejar.compile;

/** Removes the indentation of docstrings (What's New in Python 3.13: "Compiler now strips common leading whitespace"). */
final class Docstrings {
    private Docstrings() {}

    static String clean(String doc) {
        String[] lines = doc.split("\n", -1);
        int margin = Integer.MAX_VALUE;
        for (int i = 1; i < lines.length; i++) {
            int indent = indentation(lines[i]);
            if (indent < lines[i].length()) {
                margin = Math.min(margin, indent);
            }
        }
        StringBuilder out = new StringBuilder(lines[0].substring(indentation(lines[0])));
        for (int i = 1; i < lines.length; i++) {
            String line = lines[i];
            out.append('\n')
                    .append(line.substring(
                            Math.min(indentation(line), margin == Integer.MAX_VALUE ? line.length() : margin)));
        }
        return out.toString();
    }

    private static int indentation(String line) {
        int i = 0;
        while (i < line.length() && (line.charAt(i) == ' ' || line.charAt(i) == '\t')) {
            i++;
        }
        return i;
    }
}
