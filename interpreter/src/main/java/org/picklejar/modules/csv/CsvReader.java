package org.picklejar.modules.csv;

import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Iteration;
import org.picklejar.ops.Steps;
import org.picklejar.ops.Values;

/** {@code _csv.Reader}: takes lines and gives rows. */
public final class CsvReader extends PyObject {
    public static final PyType TYPE = PyType.builtin("Reader", CsvReader.class, PyType.OBJECT)
            .inModule("_csv")
            .notSubclassable();
    private final PyObject lines;
    private final CsvDialect dialect;
    private int lineNumber;

    private CsvReader(PyObject lines, CsvDialect dialect) {
        this.lines = lines;
        this.dialect = dialect;
    }

    /** A Python {@code __iter__} runs nested (blocking). */
    static PyObject open(Execution x, PyObject iterable, CsvDialect dialect) {
        return new CsvReader(x.await(() -> Iteration.iter(x, iterable)), dialect);
    }

    /** Lines, dialect, number of lines read. */
    public PyTuple parts() {
        return PyTuple.of(lines, dialect, PyInt.of(lineNumber));
    }

    /** Of {@link #parts}. */
    public static CsvReader of(PyObject lines, CsvDialect dialect, int lineNumber) {
        CsvReader r = new CsvReader(lines, dialect);
        r.lineNumber = lineNumber;
        return r;
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    public static void define(TypeBuilder<CsvReader> b) {
        b.unary(Slot.ITER, r -> r)
                .unaryTail(Slot.NEXT, (x, r) -> Steps.run(x, new RowFrame(r)))
                .member("dialect", r -> r.dialect)
                .member("line_num", r -> PyInt.of(r.lineNumber));
    }

    /** Reads the lines of one row. */
    public static final class RowFrame extends NativeFrame {
        private CsvReader reader;
        private RowParser parser;
        private long fieldLimit;

        /** For unpickling. */
        public RowFrame() {}

        RowFrame(CsvReader reader) {
            this.reader = reader;
        }

        @Override
        public PyObject step(Execution x, PyObject value) {
            PyObject v = value;
            if (parser == null) {
                fieldLimit = Dialects.of(x).fieldLimit;
                parser = new RowParser(reader.dialect, fieldLimit);
            }
            for (; ; ) {
                if (v != null) {
                    if (!(Values.payload(v) instanceof PyStr line)) {
                        throw CsvModule.error("iterator should return strings, not "
                                + v.type().name() + " (the file should be opened in text mode)");
                    }
                    reader.lineNumber++;
                    if (parser.line(line)) {
                        return parser.row();
                    }
                }
                v = Iteration.nextOrEnd(x, reader.lines);
                if (v == null) {
                    return parser.isEmpty() ? null : end();
                }
                if (v == Pending.PENDING) {
                    return v;
                }
            }
        }

        private PyObject end() {
            parser.end();
            return parser.row();
        }

        @Override
        public PyObject[] save() {
            return new PyObject[] {reader, parser == null ? PySingleton.NONE : parser.parts(), PyInt.of(fieldLimit)};
        }

        @Override
        public void restore(PyObject[] s) {
            reader = (CsvReader) s[0];
            fieldLimit = ((PyInt) s[2]).value;
            if (s[1] instanceof PyTuple t) {
                parser = new RowParser(reader.dialect, fieldLimit);
                parser.restore(t);
            }
        }

        @Override
        public PyObject raise(Execution x, PyException e) {
            if (e.is(ExceptionTypes.STOP_ITERATION) && parser != null && !parser.isEmpty()) {
                return end();
            }
            throw e;
        }
    }
}
