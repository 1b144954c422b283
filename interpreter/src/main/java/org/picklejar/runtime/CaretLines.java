package org.picklejar.runtime;

import java.util.List;
import org.picklejar.code.CodeObject;
import org.picklejar.source.Diagnostic;
import org.picklejar.source.Span;
import org.picklejar.syntax.Expr;
import org.picklejar.syntax.ParseOptions;
import org.picklejar.syntax.Parser;

/** The carets under the part of a source line that failed. */
final class CaretLines {
    private final CodeObject code;
    private final int at;
    private final TracebackText.SourceLines sources;

    CaretLines(CodeObject code, int at, TracebackText.SourceLines sources) {
        this.code = code;
        this.at = at;
        this.sources = sources;
    }

    /** Carets for columns {@code from} to {@code to} of one line, without its indentation; null when they would cover all of it. */
    static String single(String line, int indent, int from, int to) {
        int end = Math.min(to, line.length());
        int start = Math.max(from, indent);
        if (end <= start) {
            return null;
        }
        String segment = line.substring(start, end);
        int[] anchors = anchors(segment);
        boolean whole = start == indent && end >= line.stripTrailing().length();
        if (whole && anchors == null) {
            return null;
        }
        StringBuilder out = new StringBuilder(" ".repeat(start - indent));
        for (int i = 0; i < segment.length(); i++) {
            out.append(anchors == null || i >= anchors[0] && i < anchors[1] ? '^' : '~');
        }
        return out.toString();
    }

    /** Where in an expression the operation itself is: the operator, the brackets of a subscript, the parentheses of a call. */
    private static int[] anchors(String segment) {
        Expr e;
        try {
            e = Parser.parseExpression("(\n" + segment + "\n)", "<segment>", ParseOptions.DEFAULT).body();
        } catch (Diagnostic d) {
            return null;
        }
        if (segment.indexOf('\n') >= 0) {
            return null;
        }
        if (e instanceof Expr.BinOp o) {
            int i = o.left().span().endColumn();
            while (i < segment.length() && (Character.isWhitespace(segment.charAt(i)) || segment.charAt(i) == ')')) {
                i++;
            }
            return new int[] {i, Math.min(segment.length(), i + o.op().symbol().length())};
        }
        if (e instanceof Expr.Subscript s) {
            return brackets(segment, s.value().span(), '[');
        }
        if (e instanceof Expr.Call c) {
            return brackets(segment, c.function().span(), '(');
        }
        return null;
    }

    private static int[] brackets(String segment, Span before, char open) {
        int i = before.endColumn();
        while (i < segment.length() && segment.charAt(i) != open) {
            i++;
        }
        return i >= segment.length() ? null : new int[] {i, segment.length()};
    }

    /** All lines of an instruction that spans several, each with its carets; long ones with the middle left out. */
    void multiLine(int first, int last, List<String> out) {
        int margin = Integer.MAX_VALUE;
        for (int n = first; n <= last; n++) {
            String line = sources.line(code.fileName, n);
            if (line != null && !line.isBlank()) {
                margin = Math.min(margin, line.length() - line.stripLeading().length());
            }
        }
        for (int n = first; n <= last; n++) {
            if (last - first > 3 && n > first + 1 && n < last - 1) {
                if (n == first + 2) {
                    out.add("    ...<" + (last - first - 3) + " line" + (last - first - 3 == 1 ? "" : "s") + ">...");
                }
                continue;
            }
            String line = sources.line(code.fileName, n);
            if (line == null) {
                continue;
            }
            String text = line.stripTrailing();
            String shown = text.length() > margin ? text.substring(margin) : text.strip();
            out.add("    " + shown);
            int lead = shown.length() - shown.stripLeading().length();
            int from = n == first ? Math.max(0, code.positions[at + 2] - margin) : lead;
            int to = n == last ? Math.min(shown.length(), code.positions[at + 3] - margin) : shown.length();
            if (to > from) {
                out.add("    " + " ".repeat(from) + "^".repeat(to - from));
            }
        }
    }

}
