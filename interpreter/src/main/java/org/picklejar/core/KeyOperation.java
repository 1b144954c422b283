package org.picklejar.core;

/**
 * What a program does with one key of a dict or set: a search, and then one step on what it found. The search calls Python when the
 * key's {@code __hash__} or the {@code __eq__} of a key is written in it, so each operation may return PENDING. The hash is asked for once.
 */
public enum KeyOperation {
    // ---- dict

    /** The value; the operand when there is none. */
    GET {
        @Override
        PyObject apply(Execution x, KeyTable t, int at, PyObject key, long hash, PyObject operand) {
            return at < 0 ? operand : ((PyDict) t).valueAt(at);
        }
    },
    /** The stored key and its value, in a tuple; None when there are none. */
    ENTRY {
        @Override
        PyObject apply(Execution x, KeyTable t, int at, PyObject key, long hash, PyObject operand) {
            return at < 0 ? PySingleton.NONE : PyTuple.of(t.keyAt(at), ((PyDict) t).valueAt(at));
        }
    },
    /** {@code d[key]}: of a subclass {@code __missing__} may give what is not there. */
    GET_ITEM {
        @Override
        PyObject apply(Execution x, KeyTable t, int at, PyObject key, long hash, PyObject operand) {
            return at < 0 ? ((PyDict) t).missing(x, key) : ((PyDict) t).valueAt(at);
        }
    },
    /** {@code d[key] = operand}; the result is None. */
    SET_ITEM {
        @Override
        PyObject apply(Execution x, KeyTable t, int at, PyObject key, long hash, PyObject operand) {
            ((PyDict) t).set(at, key, hash, operand);
            return PySingleton.NONE;
        }
    },
    /** Stores the operand for a key that is not there. The result is whether it was not. */
    ADD_ITEM {
        @Override
        PyObject apply(Execution x, KeyTable t, int at, PyObject key, long hash, PyObject operand) {
            if (at < 0) {
                ((PyDict) t).add(key, hash, operand);
            }
            return PyBool.of(at < 0);
        }
    },
    /** {@code del d[key]}; the result is None. */
    DELETE_ITEM {
        @Override
        PyObject apply(Execution x, KeyTable t, int at, PyObject key, long hash, PyObject operand) {
            ((PyDict) t).removeEntry(at < 0 ? missing(key) : at);
            return PySingleton.NONE;
        }
    },
    /** The value, which is removed; the operand when there is none, and KeyError without an operand. */
    POP {
        @Override
        PyObject apply(Execution x, KeyTable t, int at, PyObject key, long hash, PyObject operand) {
            if (at >= 0) {
                return ((PyDict) t).removeEntry(at);
            } else if (operand == null) {
                throw Errors.keyError(key);
            }
            return operand;
        }
    },
    /** Removes the entry if its value is a reference to what is gone; the result is None. */
    REMOVE_DEAD {
        @Override
        PyObject apply(Execution x, KeyTable t, int at, PyObject key, long hash, PyObject operand) {
            if (at >= 0 && ((PyDict) t).valueAt(at) instanceof Mortal m && m.isDead()) {
                ((PyDict) t).removeEntry(at);
            }
            return PySingleton.NONE;
        }
    },
    /** As ENTRY; the entry becomes the last one. */
    TOUCH {
        @Override
        PyObject apply(Execution x, KeyTable t, int at, PyObject key, long hash, PyObject operand) {
            if (at < 0) {
                return PySingleton.NONE;
            }
            PyObject entry = PyTuple.of(t.keyAt(at), ((PyDict) t).valueAt(at));
            ((PyDict) t).move(at, true);
            return entry;
        }
    },
    /** The entry becomes the last one; the result is None. */
    MOVE_TO_END {
        @Override
        PyObject apply(Execution x, KeyTable t, int at, PyObject key, long hash, PyObject operand) {
            ((PyDict) t).move(at < 0 ? missing(key) : at, true);
            return PySingleton.NONE;
        }
    },
    /** The entry becomes the first one; the result is None. */
    MOVE_TO_START {
        @Override
        PyObject apply(Execution x, KeyTable t, int at, PyObject key, long hash, PyObject operand) {
            ((PyDict) t).move(at < 0 ? missing(key) : at, false);
            return PySingleton.NONE;
        }
    },
    /** The value; when there is none the operand, which is stored. */
    SET_DEFAULT {
        @Override
        PyObject apply(Execution x, KeyTable t, int at, PyObject key, long hash, PyObject operand) {
            if (at >= 0) {
                return ((PyDict) t).valueAt(at);
            }
            ((PyDict) t).add(key, hash, operand);
            return operand;
        }
    },

    // ---- both

    /** A bool. */
    CONTAINS {
        @Override
        PyObject apply(Execution x, KeyTable t, int at, PyObject key, long hash, PyObject operand) {
            return PyBool.of(at >= 0);
        }
    },

    // ---- set

    /** The result is None. */
    ADD {
        @Override
        PyObject apply(Execution x, KeyTable t, int at, PyObject key, long hash, PyObject operand) {
            if (at < 0) {
                ((PySet) t).add(at, key, hash);
            }
            return PySingleton.NONE;
        }
    },
    /** Whether it was there. */
    DISCARD {
        @Override
        PyObject apply(Execution x, KeyTable t, int at, PyObject key, long hash, PyObject operand) {
            if (at >= 0) {
                ((PySet) t).remove(at);
            }
            return PyBool.of(at >= 0);
        }
    },
    /** The result is None; KeyError of the operand when the key is not there. */
    REMOVE {
        @Override
        PyObject apply(Execution x, KeyTable t, int at, PyObject key, long hash, PyObject operand) {
            if (at < 0) {
                throw Errors.keyError(operand);
            }
            ((PySet) t).remove(at);
            return PySingleton.NONE;
        }
    };

    /** The step; {@code at} is the entry, or a negative number as {@link KeyTable#find} gives it. May end in one call into Python. */
    abstract PyObject apply(Execution x, KeyTable t, int at, PyObject key, long hash, PyObject operand);

    private static int missing(PyObject key) {
        throw Errors.keyError(key);
    }

    /** Does it: the result, or PENDING. */
    public PyObject on(Execution x, KeyTable table, PyObject key, PyObject operand) {
        return on(x, table, key, Keys.plainHash(key), operand);
    }

    public PyObject on(Execution x, KeyTable table, PyObject key) {
        return on(x, table, key, null);
    }

    /** With the key's hash, when it is known; else {@link Keys#UNKNOWN}. */
    public PyObject on(Execution x, KeyTable table, PyObject key, long hash, PyObject operand) {
        int at = hash == Keys.UNKNOWN ? KeyTable.ASK : table.find(key, hash, null);
        return at == KeyTable.ASK
                ? new ProbeFrame(this, table, key, hash, operand).run(x)
                : apply(x, table, at, key, hash, operand);
    }

    /** Does it now. What a builtin is given when it begins again is the hash; the table may be one of its own, which is filled again. */
    public PyObject now(Execution x, KeyTable table, PyObject key, PyObject operand) {
        long plain = Keys.plainHash(key);
        long hash = plain == Keys.UNKNOWN ? Keys.result(x.await(() -> Keys.ask(x, key))) : plain;
        int at = table.find(key, hash, null);
        return at == KeyTable.ASK
                ? x.awaitNested(() -> on(x, table, key, hash, operand))
                : apply(x, table, at, key, hash, operand);
    }
}
