package org.picklejar.kernel.magics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rewrites what is not Python in a cell. {@code %name args}, {@code !command}, {@code !!command}, {@code obj?}, {@code obj??} at the start of
 * a statement; {@code x = %name args} and {@code x = !command}; {@code %%name} on the first line.
 */
public final class CellTransformer {
    private static final Pattern LINE_MAGIC = Pattern.compile("%([A-Za-z_][\\w.]*)(.*)", Pattern.DOTALL);
    private static final Pattern CELL_MAGIC = Pattern.compile("%%([A-Za-z_!][\\w.]*)(.*)");
    private static final Pattern HELP = Pattern.compile("(%{0,2}[\\w.*\\[\\]'\"]+?)(\\?\\??)\\s*");
    private static final Pattern HELP_IN_FRONT = Pattern.compile("(\\?\\??)\\s*(%{0,2}[\\w.*\\[\\]'\"]+?)\\s*");

    private CellTransformer() {}

    public static CellSource transform(String cell) {
        String text = cell.replace("\r\n", "\n").replace('\r', '\n');
        int end = text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n');
        Matcher magic = CELL_MAGIC.matcher(text.substring(0, end));
        if (!magic.matches() || HELP.matcher(magic.group()).matches()) {
            return lines(text, false);
        }
        String body = end == text.length() ? "" : text.substring(end + 1);
        String name = magic.group(1);
        if (name.equals("legacy")) {
            return lines("\n" + body, true);
        }
        if (name.equals("!")) {
            name = "sx";
        }
        String call = "get_ipython().run_cell_magic(" + literal(name) + ", "
                + literal(magic.group(2).strip()) + ", " + literal(body) + ")";
        return new CellSource(call, false, true);
    }

    /** Whether the cell is one for a cell magic, whose body need not be Python. */
    public static boolean isCellMagic(String cell) {
        return cell.startsWith("%%") && !cell.startsWith("%%legacy");
    }

    private static CellSource lines(String text, boolean legacy) {
        String[] lines = text.split("\n", -1);
        List<String> out = new ArrayList<>(lines.length);
        LineScanner scanner = new LineScanner();
        for (int i = 0; i < lines.length; i++) {
            if (!scanner.atStatementStart()) {
                scanner.feed(lines[i]);
                out.add(lines[i]);
                continue;
            }
            int next = i + 1;
            String joined = lines[i];
            if (mayBeCommand(lines[i])) {
                while (joined.endsWith("\\") && next < lines.length) {
                    joined = joined.substring(0, joined.length() - 1) + lines[next++];
                }
            }
            String code = statement(joined);
            if (code == null) {
                scanner.feed(lines[i]);
                out.add(lines[i]);
                continue;
            }
            scanner.feed(code);
            out.add(code);
            for (; i + 1 < next; i++) {
                out.add(""); // the lines that were joined keep their places
            }
        }
        return new CellSource(String.join("\n", out), legacy, scanner.lastSignificant() != ';');
    }

    private static boolean mayBeCommand(String line) {
        String text = line.stripLeading();
        return text.startsWith("%") || text.startsWith("!") || LineScanner.assignment(line) >= 0;
    }

    /** The Python for a line that begins a statement; null when it is Python already. */
    private static String statement(String line) {
        String text = line.stripLeading();
        String indent = line.substring(0, line.length() - text.length());
        if (text.isEmpty()) {
            return null;
        }
        if (text.charAt(0) == '?' || text.endsWith("?") || text.stripTrailing().endsWith("?")) {
            String help = help(text);
            if (help != null) {
                return indent + help;
            }
        }
        if (text.charAt(0) == '%' || text.charAt(0) == '!') {
            String call = command(text, false);
            return call == null ? null : indent + call;
        }
        int assign = LineScanner.assignment(line);
        return assign < 0
                ? null
                : line.substring(0, assign + 1) + " "
                        + command(line.substring(assign + 1).strip(), true);
    }

    private static String help(String text) {
        if (text.strip().equals("?")) {
            return question("?", "");
        }
        Matcher behind = HELP.matcher(text);
        Matcher front = HELP_IN_FRONT.matcher(text);
        if (behind.matches()) {
            return question(behind.group(2), behind.group(1));
        }
        return front.matches() ? question(front.group(1), front.group(2)) : null;
    }

    private static String question(String marks, String object) {
        return "get_ipython().run_line_magic(" + literal(marks.length() == 2 ? "pinfo2" : "pinfo") + ", "
                + literal(object) + ")";
    }

    private static String command(String text, boolean assigned) {
        if (text.startsWith("!!")) {
            return "get_ipython().getoutput(" + literal(text.substring(2).strip()) + ")";
        }
        if (text.startsWith("!")) {
            return "get_ipython()." + (assigned ? "getoutput(" : "system(")
                    + literal(text.substring(1).strip()) + ")";
        }
        Matcher magic = LINE_MAGIC.matcher(text);
        if (!magic.matches()) {
            return null;
        }
        return "get_ipython().run_line_magic(" + literal(magic.group(1)) + ", "
                + literal(magic.group(2).strip()) + ")";
    }

    /** A Python string literal. */
    static String literal(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('\'');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\'' -> out.append("\\'");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || c == 0x7f) {
                        out.append(String.format(Locale.ROOT, "\\x%02x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('\'').toString();
    }
}
