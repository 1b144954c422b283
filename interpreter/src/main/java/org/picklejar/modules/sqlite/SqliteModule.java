package org.picklejar.modules.sqlite;

import java.sql.SQLException;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.modules.Unraisable;
import org.picklejar.modules.sqlite.PyStatement.Progress;
import org.picklejar.modules.sqlite.PyStatement.TextAs;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.Values;
import org.picklejar.text.sql.SqlText;
import org.sqlite.Function;

/** {@code _sqlite_calls}: connections and statements of SQLite. What Python sees of them, and all waiting, is in {@code _sqlite3.py}. */
public final class SqliteModule {
    private static final int DETERMINISTIC = Function.FLAG_DETERMINISTIC;

    private SqliteModule() {}

    public static PyModule create(Execution x) {
        ModuleBuilder b = new ModuleBuilder("_sqlite_calls").doc("Connections and statements of SQLite.");
        NativeLibrary.load();
        for (PyType t : SqliteErrors.ALL) {
            b.type(t);
        }
        connections(b);
        statements(b);
        callbacks(b);
        texts(b);
        return b.build();
    }

    private static Session session(PyObject database) {
        return ((PyDatabase) database).session;
    }

    private static PyObject progress(Progress p) {
        return PyInt.of(p.ordinal());
    }

    // ---- connections

    private static void connections(ModuleBuilder b) {
        b.function("version()", () -> PyStr.of(NativeLibrary.version()))
                .tail("collect()", x -> {
                    PyDatabase.collect(x);
                    return PySingleton.NONE;
                })
                .function("open(name, /)", name -> {
                    try {
                        return new PyDatabase(new Session(name.toString()));
                    } catch (SQLException e) {
                        throw SqliteErrors.of(e);
                    }
                })
                .tail(
                        "close(database, /)",
                        (x, database) -> session(database).use(x, db -> {
                            session(database).checkOutside();
                            ((PyDatabase) database).close();
                            return PySingleton.NONE;
                        }))
                .function("interrupt(database, /)", database -> {
                    try {
                        session(database).interrupt();
                        return PySingleton.NONE;
                    } catch (SQLException e) {
                        throw SqliteErrors.of(e);
                    }
                })
                .tail(
                        "in_transaction(database, /)",
                        (x, database) -> session(database)
                                .use(x, db -> PyBool.of(session(database).inTransaction())))
                .tail(
                        "in_progress(database, /)",
                        (x, database) -> session(database).use(x, db -> {
                            String why = session(database).inProgress();
                            return why == null ? PySingleton.NONE : PyStr.of(why);
                        }))
                .tail(
                        "last_insert_rowid(database, /)",
                        (x, database) -> session(database)
                                .use(x, db -> PyInt.of(session(database).lastInsertRowid())))
                .tail(
                        "total_changes(database, /)",
                        (x, database) -> session(database).use(x, db -> PyInt.of(db.total_changes())))
                .tail(
                        "limit(database, category: index, value: index, /)",
                        (x, database, category, value) -> session(database).use(x, db -> {
                            return PyInt.of(db.limit(Values.toInt(category), Values.toInt(value)));
                        }))
                .tail(
                        "serialize(database, name, /)",
                        (x, database, name) -> session(database).use(x, db -> {
                            byte[] bytes = db.serialize(name.toString());
                            return bytes == null ? PySingleton.NONE : new PyBytes(bytes);
                        }))
                .tail(
                        "deserialize(database, name, data, /)",
                        (x, database, name, data) -> session(database).use(x, db -> {
                            db.deserialize(name.toString(), Buffers.copy(data));
                            return PySingleton.NONE;
                        }))
                .tail(
                        "copy_to(database, name, file, /)",
                        (x, database, name, file) -> session(database).use(x, db -> {
                            return copied(db.backup(name.toString(), file.toString(), null, 0, 0, Integer.MAX_VALUE));
                        }))
                .tail(
                        "copy_from(database, name, file, /)",
                        (x, database, name, file) -> session(database).use(x, db -> {
                            int code = db.restore(name.toString(), file.toString(), null, 0, 0, Integer.MAX_VALUE);
                            return copied(code == 0 ? session(database).lastCode() : code);
                        }))
                .tail(
                        "enable_load_extension(database, on, /)",
                        (x, database, on) -> session(database).use(x, db -> {
                            return PyInt.of(db.enable_load_extension(on == PyBool.TRUE));
                        }));
    }

    private static PyObject copied(int code) {
        return Session.isBusy(code) ? progress(Progress.BUSY) : PyInt.of(-code);
    }

    // ---- statements

    private static void statements(ModuleBuilder b) {
        b.tail("prepare(database, sql, /)", (x, database, sql) -> prepare(x, (PyDatabase) database, sql.toString()))
                .tail(
                        "execute(statement, values, /)",
                        (x, s, values) -> progress(((PyStatement) s).execute(x, (PyTuple) values)))
                .tail("step(statement, /)", (x, s) -> progress(((PyStatement) s).step(x)))
                .tail("reset(statement, /)", (x, s) -> {
                    ((PyStatement) s).reset(x);
                    return PySingleton.NONE;
                })
                .tail("finalize(statement, /)", (x, s) -> {
                    ((PyStatement) s).close(x);
                    return PySingleton.NONE;
                })
                .tail(
                        "row(statement, text: index, raw, /)",
                        (x, s, text, raw) -> ((PyStatement) s)
                                .row(x, TextAs.values()[Values.toInt(text)], raw instanceof PyTuple t ? t : null))
                .tail(
                        "take(statement, text: index, /)",
                        (x, s, text) -> ((PyStatement) s).take(x, TextAs.values()[Values.toInt(text)]))
                .tail(
                        "rows(statement, text: index, most: index, /)",
                        (x, s, text, most) ->
                                ((PyStatement) s).rows(x, TextAs.values()[Values.toInt(text)], Values.toInt(most)))
                .tail("column_names(statement, /)", (x, s) -> ((PyStatement) s).columnNames(x))
                .tail("column_types(statement, /)", (x, s) -> ((PyStatement) s).columnTypes(x))
                .function("changes(statement, /)", s -> PyInt.of(((PyStatement) s).changes()))
                .function("database(statement, /)", s -> ((PyStatement) s).database)
                .function("sql(statement, /)", s -> PyStr.of(((PyStatement) s).sql))
                .function("parameters(statement, /)", s -> {
                    String[] names = ((PyStatement) s).parameters;
                    PyObject[] out = new PyObject[names.length];
                    for (int i = 0; i < out.length; i++) {
                        out[i] = names[i] == null ? PySingleton.NONE : PyStr.of(names[i]);
                    }
                    return PyTuple.of(out);
                });
    }

    /** @return the first statement and where it ends; (None, end) when there is none, None when a lock was not free */
    private static PyObject prepare(Execution x, PyDatabase database, String sql) {
        int end = SqlText.end(sql, 0);
        String first = sql.substring(0, end);
        if (!SqlText.hasStatement(first)) {
            return PyTuple.of(PySingleton.NONE, PyInt.of(end));
        }
        Session session = database.session;
        return session.use(x, db -> {
            Prepared p;
            try {
                p = new Prepared(session.connection, first);
            } catch (SQLException e) {
                if (session.foundLock() && Session.isBusy(SqliteErrors.code(e))) {
                    return PySingleton.NONE;
                }
                throw e;
            }
            return PyTuple.of(PyStatement.of(database, p, first, SqlText.parameters(first)), PyInt.of(end));
        });
    }

    // ---- callbacks

    private static void callbacks(ModuleBuilder b) {
        b.tailN("create_function(database, name, count: index, deterministic, callee, /)", (x, a) -> {
                    Session s = session(a[0]);
                    int flags = a[3] == PyBool.TRUE ? DETERMINISTIC : 0;
                    return define(x, s, a, new ScalarFunction(s, a[4]), flags);
                })
                .tailN("create_aggregate(database, name, count: index, maker, /)", (x, a) -> {
                    Session s = session(a[0]);
                    return define(x, s, a, new AggregateFunction(s, a[3]), 0);
                })
                .tail(
                        "remove_function(database, name, /)",
                        (x, database, name) -> session(database).use(x, db -> {
                            return PyInt.of(db.destroy_function(SqlValues.text((PyStr) name)));
                        }))
                .tail(
                        "create_collation(database, name, callee, /)",
                        (x, database, name, callee) -> session(database).use(x, db -> {
                            String text = SqlValues.text((PyStr) name);
                            int code = callee == PySingleton.NONE
                                    ? db.destroy_collation(text)
                                    : db.create_collation(text, new PythonCollation(session(database), callee));
                            if (code != 0) {
                                db.throwex(code);
                            }
                            return PySingleton.NONE;
                        }))
                .tail(
                        "set_progress_handler(database, handler, count: index, /)",
                        (x, database, handler, count) -> session(database).use(x, db -> {
                            session(database)
                                    .setProgress(handler == PySingleton.NONE ? null : handler, Values.toInt(count));
                            return PySingleton.NONE;
                        }))
                .function("set_own(database, begin, /)", (database, begin) -> {
                    session(database).setOwn(begin == PyBool.TRUE);
                    return PySingleton.NONE;
                })
                .tail("report(exception, object, /)", (x, exception, object) -> {
                    Unraisable.report(x, new PyException((PyBaseException) exception), null, object);
                    return PySingleton.NONE;
                });
    }

    /** @return whether SQLite has taken it */
    private static PyObject define(Execution x, Session s, PyObject[] a, Function f, int flags) {
        String name = SqlValues.text((PyStr) a[1]);
        int count = Values.toInt(a[2]);
        return s.use(x, db -> {
            try {
                Function.create(s.connection, name, f, count, flags);
                return PyBool.TRUE;
            } catch (SQLException e) {
                return PyBool.FALSE;
            }
        });
    }

    // ---- texts

    private static void texts(ModuleBuilder b) {
        b.function("is_complete(sql, /)", sql -> PyBool.of(SqlText.isComplete(sql.toString())))
                .function("first_word(sql, /)", sql -> PyStr.of(SqlText.firstWord(sql.toString())))
                .function("only_reads(sql, /)", sql -> PyBool.of(SqlText.onlyReads(sql.toString())))
                .function("has_content(sql, start: index, /)", (sql, start) -> {
                    String text = sql.toString();
                    return PyBool.of(SqlText.content(text, Values.toInt(start)) < text.length());
                })
                .function("pieces(sql, /)", sql -> {
                    PyList out = new PyList();
                    for (SqlText.Piece p : SqlText.pieces(sql.toString())) {
                        out.append(PyTuple.of(PyStr.of(p.text()), PyInt.of(p.parameter())));
                    }
                    return out;
                });
    }
}
