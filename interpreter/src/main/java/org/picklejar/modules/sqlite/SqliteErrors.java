package org.picklejar.modules.sqlite;

import java.sql.SQLException;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyType;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The exceptions of the module, and which of them a result of SQLite is (PEP 249). */
final class SqliteErrors {
    static final PyType WARNING = make("Warning", ExceptionTypes.EXCEPTION);
    static final PyType ERROR = make("Error", ExceptionTypes.EXCEPTION);
    static final PyType INTERFACE = make("InterfaceError", ERROR);
    static final PyType DATABASE = make("DatabaseError", ERROR);
    static final PyType INTERNAL = make("InternalError", DATABASE);
    static final PyType OPERATIONAL = make("OperationalError", DATABASE);
    static final PyType PROGRAMMING = make("ProgrammingError", DATABASE);
    static final PyType INTEGRITY = make("IntegrityError", DATABASE);
    static final PyType DATA = make("DataError", DATABASE);
    static final PyType NOT_SUPPORTED = make("NotSupportedError", DATABASE);

    static final PyType[] ALL = {
        WARNING, ERROR, INTERFACE, DATABASE, INTERNAL, OPERATIONAL, PROGRAMMING, INTEGRITY, DATA, NOT_SUPPORTED
    };

    private static final PyStr CODE = PyStr.of("sqlite_errorcode");
    private static final PyStr NAME = PyStr.of("sqlite_errorname");

    private SqliteErrors() {}

    private static PyType make(String name, PyType base) {
        return PyType.builtin(name, PyBaseException.class, base)
                .inModule("sqlite3")
                .withDict();
    }

    static PyException programming(String message, Object... args) {
        return Errors.of(PROGRAMMING, message, args);
    }

    /** @param code an extended result code */
    static PyException of(int code, String message) {
        PyType type = type(code & 0xFF);
        if (type == ExceptionTypes.MEMORY_ERROR) {
            return Errors.of(type);
        }
        PyException e = Errors.of(type, PyStr.of(message));
        SQLiteErrorCode known = SQLiteErrorCode.getErrorCode(code);
        e.value.setField(CODE, PyInt.of(code));
        e.value.setField(NAME, PyStr.of(known == SQLiteErrorCode.UNKNOWN_ERROR ? "unknown" : known.name()));
        return e;
    }

    static PyException undecodable(String column, String text) {
        return Errors.of(
                OPERATIONAL, PyStr.of("Could not decode to UTF-8 column '" + column + "' with text '" + text + "'"));
    }

    static PyException of(SQLException e) {
        return of(code(e), message(e));
    }

    /** The extended result code. */
    static int code(SQLException e) {
        if (!(e instanceof SQLiteException s)) {
            return SQLiteErrorCode.SQLITE_ERROR.code;
        }
        if (s.getResultCode() != SQLiteErrorCode.UNKNOWN_ERROR) {
            return s.getResultCode().code;
        }
        // The driver writes a code that it does not know into the text.
        String digits = s.getMessage().substring(s.getResultCode().toString().length() + 1);
        return Integer.parseInt(digits.substring(0, digits.indexOf(' ')));
    }

    /** What SQLite said, without the driver's words around it. */
    static String message(SQLException e) {
        String text = String.valueOf(e.getMessage());
        if (e instanceof SQLiteException s && text.endsWith(")")) {
            int from = text.indexOf(" (", s.getResultCode().toString().length());
            return from < 0 ? text : text.substring(from + 2, text.length() - 1);
        }
        return text;
    }

    // Compare CPython get_exception_class in Modules/_sqlite/util.c.
    private static PyType type(int code) {
        return switch (code) {
            case 2, 12 -> INTERNAL;
            case 7 -> ExceptionTypes.MEMORY_ERROR;
            case 1, 3, 4, 5, 6, 8, 9, 10, 13, 14, 15, 16, 17 -> OPERATIONAL;
            case 18 -> DATA;
            case 19, 20 -> INTEGRITY;
            case 21, 25 -> INTERFACE;
            default -> DATABASE;
        };
    }
}
