package org.picklejar.modules.sqlite;

import java.sql.SQLException;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyException;
import org.picklejar.core.PyObject;
import org.picklejar.modules.Blocking;
import org.picklejar.modules.Interruption;
import org.sqlite.BusyHandler;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteLimits;
import org.sqlite.core.Codes;
import org.sqlite.core.DB;
import org.sqlite.core.SafeStmtPtr;
import org.sqlite.jdbc4.JDBC4Connection;

/**
 * A connection of SQLite, and who uses it: one Java thread at a time, since a callback of SQLite's may leave a thread in the middle of a
 * statement, switched away from. A statement that takes long gives up the machine's lock, and sees interrupts, wherever SQLite asks for progress.
 */
final class Session {
    /** So often SQLite asks for progress, in instructions of its machine: about each millisecond. */
    private static final int INSTRUCTIONS = 20_000;

    private static final int MOST_SQL = 1_000_000_000;
    private static final int MOST_ARGUMENTS = 127;

    @FunctionalInterface
    interface Work<T> {
        T run(DB db) throws SQLException;
    }

    /** A stay in SQLite; callbacks may lead to another one inside. */
    private static final class Stay {
        final Stay outer;
        final Execution x;
        /** How often the machine's lock was held that was given up; 0 when it is held. */
        int holds;
        /** What a callback has raised that is not an error of the statement; null for nothing. */
        Throwable failure;
        /** An error that a function has raised, for which the driver has no result; null for none. */
        PyException error;
        /** Whether SQLite has found a lock for which it could have waited. */
        boolean foundLock;

        Stay(Stay outer, Execution x) {
            this.outer = outer;
            this.x = x;
        }
    }

    final JDBC4Connection connection;
    private final DB db;
    /** Statements that nobody holds any more. Any thread adds to it. */
    private final Queue<SafeStmtPtr> dropped = new ConcurrentLinkedQueue<>();

    private final Prepared probe;
    private final Prepared lastRow;
    /** The thread that is in SQLite. Guarded by this object. */
    private Thread owner;

    private Stay stay;
    /** The program's handler; null for none. */
    private PyObject progress;
    /** How many statements are running that are not the program's: its handler does not hear of them. */
    private int own;

    /** @param name ":memory:", "", or a URI without parameters that the driver takes for its own */
    Session(String name) throws SQLException {
        connection = new JDBC4Connection("jdbc:sqlite:" + name, name, new Properties());
        // The driver is not to begin transactions.
        connection.getConnectionConfig().setAutoCommit(false);
        db = connection.getDatabase();
        db.limit(SQLiteLimits.SQLITE_LIMIT_SQL_LENGTH.getId(), MOST_SQL);
        db.limit(SQLiteLimits.SQLITE_LIMIT_FUNCTION_ARG.getId(), MOST_ARGUMENTS);
        db.busy_handler(new BusyHandler() {
            @Override
            protected int callback(int count) {
                // Who asked waits as tasklets do, and tries again.
                stay.foundLock = true;
                return 0;
            }
        });
        setProgress(null, INSTRUCTIONS);
        probe = new Prepared(connection, "VACUUM main INTO 1");
        lastRow = new Prepared(connection, "SELECT last_insert_rowid()");
    }

    // ---- who uses it

    /**
     * Does something in SQLite. Waits while another thread does.
     *
     * @throws PyException for an error of SQLite, or what a callback has raised
     */
    <T> T use(Execution x, Work<T> work) {
        occupy(x);
        Stay now = new Stay(stay, x);
        stay = now;
        try {
            if (now.outer == null) {
                closeDropped();
            }
            T result = work.run(db);
            check(now);
            return result;
        } catch (SQLException e) {
            check(now);
            throw now.error != null ? now.error : SqliteErrors.of(e);
        } finally {
            takeLock(now);
            stay = now.outer;
            release();
        }
    }

    private static void check(Stay s) {
        if (s.failure instanceof Error e) {
            throw e;
        } else if (s.failure != null) {
            throw (RuntimeException) s.failure;
        }
    }

    private void occupy(Execution x) {
        Thread me = Thread.currentThread();
        while (!tryOccupy(me)) {
            Stay other = stay;
            if (other != null && other.x == x) {
                throw SqliteErrors.programming(
                        "the connection is in use: another tasklet of this thread is inside a function that a statement calls");
            }
            Blocking.await(x, this, () -> owner == null, -1);
        }
    }

    private synchronized boolean tryOccupy(Thread me) {
        if (owner != null && owner != me) {
            return false;
        }
        owner = me;
        return true;
    }

    private synchronized void release() {
        if (stay == null) {
            owner = null;
            notifyAll();
        }
    }

    private void closeDropped() throws SQLException {
        for (SafeStmtPtr p = dropped.poll(); p != null; p = dropped.poll()) {
            p.close();
        }
    }

    /** Closes a statement that nobody has any more: now, or when the connection is used next. Any thread. */
    synchronized void drop(SafeStmtPtr statement) {
        dropped.add(statement);
        if (owner == null) {
            try {
                closeDropped();
            } catch (SQLException e) {
                // What the statement came to is of interest to nobody.
            }
        }
    }

    /** ProgrammingError from within a statement. */
    void checkOutside() {
        if (stay.outer != null) {
            throw SqliteErrors.programming("the connection cannot be closed by a function that its statement calls");
        }
    }

    /** Closes it when nobody can use it any more. Any thread. */
    void abandon() {
        try {
            db.close();
        } catch (SQLException e) {
            // There is nobody left to tell.
        }
    }

    /** Makes what is running stop. Any thread. */
    void interrupt() throws SQLException {
        db.interrupt();
    }

    /** Whether a statement has just failed for a lock that may become free. Asked within {@link #use}. */
    boolean foundLock() {
        return stay.foundLock;
    }

    // ---- callbacks

    /**
     * Calls Python from SQLite. The tasklet may be switched away from inside, and cannot be pickled meanwhile.
     *
     * @return null when it raised what is to end the statement, and is raised behind it
     */
    PyObject call(PyObject callee, PyObject... args) {
        Stay s = stay;
        if (s == null) {
            // A statement is closed that nobody has any more.
            return null;
        }
        takeLock(s);
        try {
            return s.x.callAndWaitNested(callee, args);
        } catch (RuntimeException | Error e) {
            s.failure = e;
            return null;
        }
    }

    /** What the statement that a function fails raises instead of SQLite's error. */
    void raise(PyException e) {
        if (stay != null) {
            stay.error = e;
        }
    }

    /** The error of a value that is too large for SQLite. */
    static PyException tooBig() {
        return SqliteErrors.of(18, "string or blob too big");
    }

    /** The error of a lack of memory. */
    static PyException noMemory() {
        return Errors.of(ExceptionTypes.MEMORY_ERROR);
    }

    private static void takeLock(Stay s) {
        if (s.holds > 0) {
            int holds = s.holds;
            s.holds = 0;
            s.x.machine.lock.acquireAgain(s.x, holds);
        }
    }

    /** @param handler null for none
     * @param instructions how often it is called */
    void setProgress(PyObject handler, int instructions) throws SQLException {
        progress = handler;
        db.register_progress_handler(instructions, new ProgressHandler() {
            @Override
            protected int progress() {
                return isToGoOn() ? 0 : 1;
            }
        });
    }

    private boolean isToGoOn() {
        Stay s = stay;
        if (s == null) {
            return true;
        }
        if (progress != null && own == 0 && call(progress) != PyBool.TRUE) {
            return false;
        }
        Interruption interruption = Interruption.of(s.x.machine);
        if (Blocking.isMainThread(s.x) && interruption.isRequested()) {
            takeLock(s);
            try {
                interruption.poll(s.x);
            } catch (RuntimeException | Error e) {
                s.failure = e;
                return false;
            }
        } else if (s.holds == 0) {
            s.holds = s.x.machine.lock.releaseAll();
        }
        return true;
    }

    /** Statements that are not the program's begin or have ended. */
    void setOwn(boolean begin) {
        own += begin ? 1 : -1;
    }

    // ---- what the driver has no call for

    /** Whether a transaction is open. */
    boolean inTransaction() throws SQLException {
        return probe().endsWith("from within a transaction");
    }

    /** Why the database cannot be taken as it is, in words; null when nothing is in progress. */
    String inProgress() throws SQLException {
        String p = probe();
        return p.endsWith("from within a transaction")
                ? "a transaction is open"
                : p.endsWith("in progress") ? "a statement has rows left" : null;
    }

    /** What a statement says that always fails: it looks for transactions and statements in progress first. */
    private String probe() throws SQLException {
        own++;
        int code = probe.step(db);
        try {
            db.throwex(code);
            return "";
        } catch (SQLException e) {
            return SqliteErrors.message(e);
        } finally {
            own--;
            probe.reset();
        }
    }

    /** Whether what was done last failed: a result code, as far as SQLite's words tell it. */
    int lastCode() {
        try {
            db.throwex(Codes.SQLITE_ERROR);
            return 0;
        } catch (SQLException e) {
            return switch (SqliteErrors.message(e)) {
                case "not an error" -> Codes.SQLITE_OK;
                case "database is locked" -> Codes.SQLITE_BUSY;
                default -> Codes.SQLITE_ERROR;
            };
        }
    }

    long lastInsertRowid() throws SQLException {
        own++;
        try {
            int unused = lastRow.step(db);
            return lastRow.pointer.safeRunLong((d, p) -> d.column_long(p, 0));
        } finally {
            own--;
            lastRow.reset();
        }
    }

    /** Whether a result is of a lock. */
    static boolean isBusy(int code) {
        return (code & 0xFF) == Codes.SQLITE_BUSY;
    }
}
