package org.picklejar.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.picklejar.source.Diagnostic;
import org.picklejar.source.Span;
import org.picklejar.syntax.Expr;
import org.picklejar.syntax.ParseOptions;
import org.picklejar.syntax.Parser;

/** The source lines of an instruction, with carets under the part that failed, as CPython 3.13 shows them. */
final class CaretLines {
    private static final Pattern ONE_NAME = Pattern.compile("\\s*[\\p{L}_][\\p{L}\\p{M}\\p{N}_]*\\s*=\\s*");

    /** Where in an expression the operation itself is: from inclusive, to exclusive; lines count from the first. */
    private record Anchors(int fromLine, int from, int toLine, int to) {}

    private final List<String> lines;
    private final int start;
    private final int end;

    /**
     * @param lines the lines that the instruction spans, all with the same margin taken away
     * @param start its first column in the first line
     * @param end the column behind it in the last one
     */
    CaretLines(List<String> lines, int start, int end) {
        this.lines = lines;
        this.start = Math.min(Math.max(0, start), lines.get(0).length());
        this.end = Math.min(Math.max(0, end), lines.get(lines.size() - 1).length());
    }

    List<String> show() {
        int last = lines.size() - 1;
        if (last == 0 && end <= start) {
            return List.of(lines.get(0));
        }
        List<String> segment = new ArrayList<>(lines);
        segment.set(last, segment.get(last).substring(0, end));
        segment.set(0, segment.get(0).substring(start));
        Expr e = parse(String.join("\n", segment));
        Anchors anchors = e == null ? null : anchors(e, segment);
        boolean carets = !isPlainCall(e)
                && (anchors != null
                        || !lines.get(0).substring(0, start).isBlank()
                        || !lines.get(last).substring(end).isBlank());
        SortedSet<Integer> shown = new TreeSet<>(List.of(0, last));
        if (anchors != null) {
            for (int n = -1; n <= 1; n++) {
                shown.add(anchors.fromLine + n);
                shown.add(anchors.toLine + n);
            }
            shown.removeIf(n -> n < 0 || n > last);
        }
        List<String> out = new ArrayList<>();
        int before = -1;
        for (int n : shown) {
            if (n - before == 2) {
                line(n - 1, anchors, carets, out);
            } else if (n - before > 2) {
                out.add("...<" + (n - before - 1) + " lines>...");
            }
            line(n, anchors, carets, out);
            before = n;
        }
        return out;
    }

    /** Whether the statement is {@code return f(...)} or {@code name = call(...)}: carets would tell nothing. */
    private boolean isPlainCall(Expr e) {
        if (!(e instanceof Expr.Call c)) {
            return false;
        }
        String head = lines.get(0).substring(0, start);
        String rest = lines.get(lines.size() - 1).substring(end).strip();
        return (rest.isEmpty() || rest.startsWith("#") || rest.startsWith(";"))
                && (head.strip().equals("return") && c.function() instanceof Expr.Name
                        || ONE_NAME.matcher(head).matches());
    }

    private void line(int n, Anchors anchors, boolean carets, List<String> out) {
        String text = lines.get(n);
        out.add(text);
        if (!carets) {
            return;
        }
        int lead = text.length() - text.stripLeading().length();
        int to = n == lines.size() - 1 ? end : text.length();
        int shift = n == 0 ? start : 0;
        StringBuilder marks = new StringBuilder();
        for (int i = 0; i < to; ) {
            int c = text.codePointAt(i);
            char mark = i < lead || i < shift ? ' ' : anchors == null || isOperation(n, i - shift, anchors) ? '^' : '~';
            marks.append(String.valueOf(mark).repeat(isWide(c) ? 2 : 1));
            i += Character.charCount(c);
        }
        out.add(marks.toString());
    }

    private static boolean isOperation(int line, int column, Anchors a) {
        return (line > a.fromLine || line == a.fromLine && column >= a.from)
                && (line < a.toLine || line == a.toLine && column < a.to);
    }

    /** Whether terminals show a character two columns wide. */
    private static boolean isWide(int c) {
        return c >= 0x1100
                && (c <= 0x115f
                        || c >= 0x2e80 && c <= 0xa4cf
                        || c >= 0xac00 && c <= 0xd7a3
                        || c >= 0xf900 && c <= 0xfaff
                        || c >= 0xfe30 && c <= 0xfe6f
                        || c >= 0xff00 && c <= 0xff60
                        || c >= 0xffe0 && c <= 0xffe6
                        || c >= 0x1f300 && c <= 0x1faff
                        || c >= 0x20000 && c <= 0x3fffd);
    }

    private static Expr parse(String segment) {
        try {
            return Parser.parseExpression("(\n" + segment + "\n)", "<segment>", ParseOptions.DEFAULT)
                    .body();
        } catch (Diagnostic d) {
            return null;
        }
    }

    private static Anchors anchors(Expr e, List<String> segment) {
        if (e instanceof Expr.BinOp o) {
            int[] at = find(segment, o.left().span(), o.op().symbol());
            return at == null
                    ? null
                    : new Anchors(at[0], at[1], at[0], at[1] + o.op().symbol().length());
        }
        int[] at = e instanceof Expr.Subscript s
                ? find(segment, s.value().span(), "[")
                : e instanceof Expr.Call c ? find(segment, c.function().span(), "(") : null;
        return at == null
                ? null
                : new Anchors(
                        at[0],
                        at[1],
                        segment.size() - 1,
                        segment.get(segment.size() - 1).length());
    }

    /** Line and column of the first place of a symbol behind an operand, comments left out; null when there is none. */
    private static int[] find(List<String> segment, Span before, String symbol) {
        // The parser saw one line more.
        int column = before.endColumn();
        for (int n = before.endLine() - 2; n < segment.size(); n++, column = 0) {
            String line = segment.get(n);
            int comment = line.indexOf('#', column);
            int at = line.indexOf(symbol, column);
            if (at >= 0 && (comment < 0 || at < comment)) {
                return new int[] {n, at};
            }
        }
        return null;
    }
}
