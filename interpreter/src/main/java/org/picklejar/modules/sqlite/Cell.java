package org.picklejar.modules.sqlite;

import java.sql.SQLException;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.modules.sqlite.PyStatement.TextAs;
import org.picklejar.text.codec.CodingError;
import org.picklejar.text.codec.ErrorHandlers;
import org.picklejar.text.codec.Utf8;
import org.sqlite.core.DB;

/**
 * What a column of a row holds.
 *
 * @param number null for text, bytes and NULL
 * @param isText whether the bytes are text
 * @param bytes as SQLite makes them of any value; null for NULL
 */
record Cell(PyObject number, boolean isText, byte[] bytes) {
    /** The row that a statement is at. */
    static Cell[] row(DB db, long statement) throws SQLException {
        Cell[] out = new Cell[db.column_count(statement)];
        for (int i = 0; i < out.length; i++) {
            int type = db.column_type(statement, i);
            PyObject number = switch (type) {
                case 1 -> PyInt.of(db.column_long(statement, i));
                case 2 -> new PyFloat(db.column_double(statement, i));
                default -> null;
            };
            if (type == 3) {
                // Reading it as text converts it to UTF-8.
                String unused = db.column_text(statement, i);
            }
            out[i] = new Cell(number, type == 3, type == 5 ? null : db.column_blob(statement, i));
        }
        return out;
    }

    /** As Python's value; null for text that is not UTF-8 and is to be a str. */
    PyObject value(TextAs as) {
        if (number != null) {
            return number;
        } else if (bytes == null) {
            return PySingleton.NONE;
        } else if (!isText || as == TextAs.BYTES) {
            return SqlValues.blob(bytes);
        } else if (as == TextAs.MARKED) {
            return PyTuple.of(SqlValues.blob(bytes));
        }
        try {
            return PyStr.of(Utf8.decode(bytes, ErrorHandlers.STRICT, true).text());
        } catch (CodingError e) {
            return null;
        }
    }
}
