package org.picklejar.modules.csv;

import org.picklejar.core.Execution;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.GatherFrame;
import org.picklejar.ops.Steps;
import org.picklejar.ops.Text;
import org.picklejar.ops.TextBuilder;
import org.picklejar.ops.Values;

/** {@code _csv.Writer}: takes rows and writes lines. */
public final class CsvWriter extends PyObject {
    public static final PyType TYPE = PyType.builtin("Writer", CsvWriter.class, PyType.OBJECT)
            .inModule("_csv")
            .notSubclassable();
    final PyObject write;
    final CsvDialect d;

    public CsvWriter(PyObject write, CsvDialect dialect) {
        this.write = write;
        this.d = dialect;
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    /** The method that takes the lines. */
    public PyObject write() {
        return write;
    }

    public static void define(TypeBuilder<CsvWriter> b) {
        b.tail("writerow(self, row, /)", CsvWriter::writeRow)
                .tail("writerows(self, rows, /)", (x, w, rows) -> new AllRows(rows, w).gather(x))
                .member("dialect", w -> w.d);
    }

    private static PyObject writeRow(Execution x, CsvWriter w, PyObject row) {
        if (row.type().unary(Slot.ITER) == null && row.type().binary(Slot.GETITEM) == null) {
            throw CsvModule.error("iterable expected, not " + row.type().name());
        }
        return new Row(row, w).gather(x);
    }

    /** Gathers the fields of a row. */
    public static final class Row extends GatherFrame {
        /** For unpickling. */
        public Row() {}

        Row(PyObject fields, CsvWriter writer) {
            super(fields, writer, null);
        }

        @Override
        protected PyObject gathered(Execution x, PyObject[] items) {
            return Steps.run(x, new LineFrame((CsvWriter) a, PyTuple.of(items)));
        }
    }

    /** Gathers rows, then writes one after another. */
    public static final class AllRows extends GatherFrame {
        /** For unpickling. */
        public AllRows() {}

        AllRows(PyObject rows, CsvWriter writer) {
            super(rows, writer, null);
        }

        @Override
        protected PyObject gathered(Execution x, PyObject[] items) {
            return Steps.run(x, new RowsFrame((CsvWriter) a, PyTuple.of(items)));
        }
    }

    /** Writes rows. */
    public static final class RowsFrame extends NativeFrame {
        private CsvWriter writer;
        private PyTuple rows;
        private int at;

        /** For unpickling. */
        public RowsFrame() {}

        RowsFrame(CsvWriter writer, PyTuple rows) {
            this.writer = writer;
            this.rows = rows;
        }

        @Override
        public PyObject step(Execution x, PyObject value) {
            while (at < rows.size()) {
                if (writeRow(x, writer, rows.get(at++)) == Pending.PENDING) {
                    return Pending.PENDING;
                }
            }
            return PySingleton.NONE;
        }

        @Override
        public PyObject[] save() {
            return new PyObject[] {writer, rows, PyInt.of(at)};
        }

        @Override
        public void restore(PyObject[] state) {
            writer = (CsvWriter) state[0];
            rows = (PyTuple) state[1];
            at = (int) ((PyInt) state[2]).value;
        }
    }

    /** Makes a line of the fields, asking {@code __str__} of each, and writes it. */
    public static final class LineFrame extends NativeFrame {
        private CsvWriter writer;
        private PyTuple fields;
        private int at;
        private final TextBuilder out = new TextBuilder();
        private boolean written;

        /** For unpickling. */
        public LineFrame() {}

        LineFrame(CsvWriter writer, PyTuple fields) {
            this.writer = writer;
            this.fields = fields;
        }

        @Override
        public PyObject step(Execution x, PyObject value) {
            PyObject v = value;
            for (; ; ) {
                if (written) {
                    return v;
                }
                if (v != null) {
                    append((PyStr) Values.payload(v));
                }
                if (at == fields.size()) {
                    if (at > 0 && out.length() == 0) {
                        if (writer.d.quoting == CsvDialect.NONE
                                || fields.get(0) == PySingleton.NONE
                                        && (writer.d.quoting == CsvDialect.STRINGS
                                                || writer.d.quoting == CsvDialect.NOTNULL)) {
                            throw CsvModule.error("single empty field record must be quoted");
                        }
                        out.appendCodePoint(writer.d.quote).appendCodePoint(writer.d.quote);
                    }
                    written = true;
                    v = x.call(writer.write, out.append(writer.d.lineTerminator).toStr());
                } else {
                    PyObject f = fields.get(at);
                    v = f == PySingleton.NONE ? PyStr.EMPTY : Text.str(x, f);
                }
                if (v == Pending.PENDING) {
                    return v;
                }
            }
        }

        private void append(PyStr text) {
            CsvDialect d = writer.d;
            PyObject f = fields.get(at);
            PyObject kind = Values.payload(f);
            boolean quoted = switch (d.quoting) {
                case CsvDialect.ALL -> true;
                case CsvDialect.NONNUMERIC -> !(kind instanceof PyInteger || kind instanceof PyFloat);
                case CsvDialect.STRINGS -> kind instanceof PyStr;
                case CsvDialect.NOTNULL -> f != PySingleton.NONE;
                default -> false;
            };
            if (at++ > 0) {
                out.appendCodePoint(d.delimiter);
            }
            TextBuilder body = new TextBuilder();
            for (int i = 0, n = text.length(); i < n; i++) {
                int c = text.codePointAt(i);
                boolean special = c == d.delimiter
                        || c == d.escape
                        || c == d.quote
                        || c == '\n'
                        || c == '\r'
                        || d.lineTerminator.toString().indexOf(c) >= 0;
                if (special) {
                    boolean escaped = false;
                    if (d.quoting == CsvDialect.NONE) {
                        escaped = true;
                    } else if (c == d.quote) {
                        escaped = !d.doubleQuote;
                        if (d.doubleQuote) {
                            body.appendCodePoint(d.quote);
                        }
                    } else {
                        escaped = c == d.escape;
                    }
                    quoted |= !escaped;
                    if (escaped) {
                        if (d.escape == CsvDialect.ABSENT) {
                            throw CsvModule.error("need to escape, but no escapechar set");
                        }
                        body.appendCodePoint(d.escape);
                    }
                }
                body.appendCodePoint(c);
            }
            if (text.length() == 0 && d.delimiter == ' ' && d.skipInitialSpace) {
                quoted = true;
            }
            if (quoted) {
                out.appendCodePoint(d.quote).append(body.toStr()).appendCodePoint(d.quote);
            } else {
                out.append(body.toStr());
            }
        }

        @Override
        public PyObject[] save() {
            return new PyObject[] {writer, fields, PyInt.of(at), out.toStr(), PyBool.of(written)};
        }

        @Override
        public void restore(PyObject[] state) {
            writer = (CsvWriter) state[0];
            fields = (PyTuple) state[1];
            at = (int) ((PyInt) state[2]).value;
            out.append((PyStr) state[3]);
            written = state[4] == PyBool.TRUE;
        }
    }
}
