package org.picklejar.ops;

import java.util.ArrayList;
import java.util.List;
import org.picklejar.core.PyStr;
import org.picklejar.text.Memo;

/** The syntax of {@code str.format} (CPython: MarkupIterator in unicode_format.h). */
public final class FormatMarkup {
    private static final Memo<List<Piece>> KNOWN = new Memo<>(500);

    private final PyStr text;
    private int at;

    private FormatMarkup(PyStr text) {
        this.text = text;
    }

    /**
     * Literal text and the field behind it.
     *
     * @param field its name; null when no field follows
     * @param conversion the character behind '!', 0 for none
     * @param error the message of the ValueError for a malformed field, which ends the list; else null
     */
    public record Piece(PyStr literal, PyStr field, int conversion, PyStr spec, String error) {
        /** Whether the specification has fields itself. */
        public boolean isNested() {
            return spec.toString().indexOf('{') >= 0;
        }
    }

    public static List<Piece> parse(PyStr text) {
        return text.isSimple() ? KNOWN.of(text.toString(), t -> List.copyOf(pieces(text))) : pieces(text);
    }

    private static List<Piece> pieces(PyStr text) {
        FormatMarkup m = new FormatMarkup(text);
        List<Piece> out = new ArrayList<>();
        while (m.at < text.length()) {
            Piece p = m.piece();
            out.add(p);
            if (p.error() != null) {
                break;
            }
        }
        return out;
    }

    private Piece piece() {
        int n = text.length();
        int start = at;
        int c = 0;
        while (at < n) {
            c = text.codePointAt(at++);
            if (c == '{' || c == '}') {
                break;
            }
            c = 0;
        }
        if (c == 0) {
            return new Piece(text.substring(start, at), null, 0, PyStr.EMPTY, null);
        }
        PyStr literal = text.substring(start, at - 1);
        boolean doubled = at < n && text.codePointAt(at) == c;
        if (doubled) {
            return new Piece(text.substring(start, at++), null, 0, PyStr.EMPTY, null);
        }
        if (c == '}' || at == n) {
            return failure(literal, "Single '" + (char) c + "' encountered in format string");
        }
        return field(literal);
    }

    private static Piece failure(PyStr literal, String message) {
        return new Piece(literal, null, 0, PyStr.EMPTY, message);
    }

    private Piece field(PyStr literal) {
        int n = text.length();
        int start = at;
        int c = 0;
        while (at < n) {
            c = text.codePointAt(at++);
            if (c == '{') {
                return failure(literal, "unexpected '{' in field name");
            }
            if (c == '}' || c == ':' || c == '!') {
                break;
            }
            if (c == '[') {
                while (at < n && text.codePointAt(at) != ']') {
                    at++;
                }
            }
        }
        if (c != '}' && c != ':' && c != '!') {
            return failure(literal, "expected '}' before end of string");
        }
        PyStr name = text.substring(start, at - 1);
        int conversion = 0;
        if (c == '!') {
            if (at >= n) {
                return failure(literal, "end of string while looking for conversion specifier");
            }
            conversion = text.codePointAt(at++);
            if (at < n) {
                c = text.codePointAt(at++);
                if (c != '}' && c != ':') {
                    return failure(literal, "expected ':' after conversion specifier");
                }
            }
        }
        if (c == '}') {
            return new Piece(literal, name, conversion, PyStr.EMPTY, null);
        }
        int from = at;
        for (int open = 1; at < n; ) {
            c = text.codePointAt(at++);
            open += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (open == 0) {
                return new Piece(literal, name, conversion, text.substring(from, at - 1), null);
            }
        }
        return failure(literal, "unmatched '{' in format spec");
    }
}
