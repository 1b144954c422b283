package org.picklejar.modules.csv;

import org.picklejar.core.Errors;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.ops.TextBuilder;
import org.picklejar.text.FloatText;
import org.picklejar.text.StringText;

/** The fields of one row, from one or more lines (CPython: parse_process_char in _csv.c). */
final class RowParser {
    private enum State {
        ROW,
        FIELD,
        ESCAPED,
        IN_FIELD,
        QUOTED,
        ESCAPED_IN_QUOTES,
        QUOTE_IN_QUOTES,
        EAT_LINE_END,
        AFTER_ESCAPED_LINE_END
    }

    /** Behind the last character of a line. */
    private static final int LINE_END = -2;

    private final CsvDialect d;
    private final long limit;
    private PyList row = new PyList();
    private TextBuilder field = new TextBuilder();
    private boolean unquoted;
    private State state = State.ROW;

    RowParser(CsvDialect dialect, long limit) {
        this.d = dialect;
        this.limit = limit;
    }

    /** What was read so far: fields, the one in progress, whether that is unquoted, where it stands. */
    PyTuple parts() {
        return PyTuple.of(row, field.toStr(), PyBool.of(unquoted), PyStr.of(state.name()));
    }

    void restore(PyTuple saved) {
        row = (PyList) saved.get(0);
        field = new TextBuilder().append((PyStr) saved.get(1));
        unquoted = saved.get(2) == PyBool.TRUE;
        state = State.valueOf(saved.get(3).toString());
    }

    PyObject row() {
        return row;
    }

    /** Whether nothing of a row was read. */
    boolean isEmpty() {
        return field.length() == 0 && state == State.ROW;
    }

    /** Takes a line.
     * @return whether the row is complete */
    boolean line(PyStr line) {
        for (int i = 0, n = line.length(); i < n; i++) {
            process(line.codePointAt(i));
        }
        process(LINE_END);
        return state == State.ROW;
    }

    /** The input ended inside a row. */
    void end() {
        if (field.length() != 0 || state == State.QUOTED) {
            if (d.strict) {
                throw CsvModule.error("unexpected end of data");
            }
        }
        save();
    }

    private static boolean isEnd(int c) {
        return c == '\n' || c == '\r' || c == LINE_END;
    }

    private void process(int c) {
        switch (state) {
            case ROW -> {
                if (c == LINE_END) {
                    return;
                }
                if (c == '\n' || c == '\r') {
                    state = State.EAT_LINE_END;
                    return;
                }
                state = State.FIELD;
                startField(c);
            }
            case FIELD -> startField(c);
            case ESCAPED -> {
                if (c == '\n' || c == '\r') {
                    add(c);
                    state = State.AFTER_ESCAPED_LINE_END;
                } else {
                    add(c == LINE_END ? '\n' : c);
                    state = State.IN_FIELD;
                }
            }
            case AFTER_ESCAPED_LINE_END -> {
                if (c != LINE_END) {
                    inField(c);
                }
            }
            case IN_FIELD -> inField(c);
            case QUOTED -> {
                if (c == LINE_END) {
                    return;
                }
                if (c == d.escape && c >= 0) {
                    state = State.ESCAPED_IN_QUOTES;
                } else if (c == d.quote && d.quoting != CsvDialect.NONE) {
                    state = d.doubleQuote ? State.QUOTE_IN_QUOTES : State.IN_FIELD;
                } else {
                    add(c);
                }
            }
            case ESCAPED_IN_QUOTES -> {
                add(c == LINE_END ? '\n' : c);
                state = State.QUOTED;
            }
            case QUOTE_IN_QUOTES -> afterQuote(c);
            case EAT_LINE_END -> {
                if (c == LINE_END) {
                    state = State.ROW;
                } else if (c != '\n' && c != '\r') {
                    throw CsvModule.error(
                            "new-line character seen in unquoted field - do you need to open the file with newline=''?");
                }
            }
        }
    }

    private void startField(int c) {
        unquoted = true;
        if (isEnd(c)) {
            save();
            state = c == LINE_END ? State.ROW : State.EAT_LINE_END;
        } else if (c == d.quote && d.quoting != CsvDialect.NONE) {
            unquoted = false;
            state = State.QUOTED;
        } else if (c == d.escape) {
            state = State.ESCAPED;
        } else if (c == ' ' && d.skipInitialSpace) {
            state = State.FIELD;
        } else if (c == d.delimiter) {
            save();
            state = State.FIELD;
        } else {
            add(c);
            state = State.IN_FIELD;
        }
    }

    private void inField(int c) {
        if (isEnd(c)) {
            save();
            state = c == LINE_END ? State.ROW : State.EAT_LINE_END;
        } else if (c == d.escape) {
            state = State.ESCAPED;
        } else if (c == d.delimiter) {
            save();
            state = State.FIELD;
        } else {
            add(c);
            state = State.IN_FIELD;
        }
    }

    private void afterQuote(int c) {
        if (d.quoting != CsvDialect.NONE && c == d.quote) {
            add(c);
            state = State.QUOTED;
        } else if (c == d.delimiter) {
            save();
            state = State.FIELD;
        } else if (isEnd(c)) {
            save();
            state = c == LINE_END ? State.ROW : State.EAT_LINE_END;
        } else if (!d.strict) {
            add(c);
            state = State.IN_FIELD;
        } else {
            throw CsvModule.error(
                    "'" + Character.toString(d.delimiter) + "' expected after '" + Character.toString(d.quote) + "'");
        }
    }

    private void add(int c) {
        if (field.length() >= limit) {
            throw CsvModule.error("field larger than field limit (" + limit + ")");
        }
        field.appendCodePoint(c);
    }

    private void save() {
        PyStr text = field.toStr();
        field = new TextBuilder();
        PyObject value = text;
        if (unquoted && text.length() == 0 && (d.quoting == CsvDialect.NOTNULL || d.quoting == CsvDialect.STRINGS)) {
            value = PySingleton.NONE;
        } else if (unquoted
                && text.length() > 0
                && (d.quoting == CsvDialect.NONNUMERIC || d.quoting == CsvDialect.STRINGS)) {
            try {
                value = new PyFloat(FloatText.parse(text.toString()));
            } catch (NumberFormatException e) {
                throw Errors.valueError("could not convert string to float: " + StringText.repr(text.toString()));
            }
        }
        row.append(value);
    }
}
