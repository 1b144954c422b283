package org.picklejar.modules.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.sqlite.SQLiteConnection;
import org.sqlite.core.Codes;
import org.sqlite.core.CoreStatement;
import org.sqlite.core.DB;

/** A statement of the driver, by its lower layer. */
final class Prepared extends CoreStatement {
    /** @throws SQLException for an error in the statement, or when there is none */
    Prepared(SQLiteConnection c, String sql) throws SQLException {
        super(c);
        this.sql = sql;
        c.getDatabase().prepare(this);
    }

    /** Binds values and makes the first step.
     * @return whether there is a row */
    boolean execute(DB db, Object[] values) throws SQLException {
        if (pointer.isClosed()) {
            // After some errors the driver closes it.
            db.prepare(this);
        } else {
            reset();
        }
        return db.execute(this, values);
    }

    /** @return the result code */
    int step(DB db) throws SQLException {
        if (pointer.isClosed()) {
            db.prepare(this);
        }
        return pointer.safeRunInt(DB::step);
    }

    /** The next row.
     * @return whether there is one */
    boolean next(DB db) throws SQLException {
        int code = step(db);
        if (code == Codes.SQLITE_ROW) {
            return true;
        } else if (code == Codes.SQLITE_DONE) {
            reset();
            return false;
        }
        try {
            db.throwex(code);
            return false;
        } finally {
            reset();
        }
    }

    void reset() throws SQLException {
        if (!pointer.isClosed()) {
            // Its result is that of the last step.
            int unused = pointer.safeRunInt(DB::reset);
        }
    }

    /** What the driver asks of statements of JDBC; this is none. */
    @Override
    public ResultSet executeQuery(String sql, boolean closeStmt) {
        throw new UnsupportedOperationException();
    }
}
