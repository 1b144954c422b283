package org.picklejar.core;

/** What a builtin's signature says about an argument, such as {@code n: index = 1}: it is converted before the builtin begins. */
public enum Conversion {
    /** To an exact int, by {@code __index__}. */
    INDEX {
        @Override
        boolean isDone(PyObject o) {
            return o instanceof PyInteger && !(o instanceof PyBool);
        }
    },
    /** As INDEX; None stays. */
    SIZE {
        @Override
        boolean isDone(PyObject o) {
            return o == PySingleton.NONE || INDEX.isDone(o);
        }
    },
    /** As SIZE, for the bounds of a slice. */
    BOUND {
        @Override
        boolean isDone(PyObject o) {
            return SIZE.isDone(o);
        }
    },
    /** As INDEX, for where a search begins or ends. */
    POSITION {
        @Override
        boolean isDone(PyObject o) {
            return INDEX.isDone(o);
        }
    },
    /** To its truth. */
    BOOL {
        @Override
        boolean isDone(PyObject o) {
            return o instanceof PyBool;
        }
    },
    /** To an exact float, by {@code __float__} or {@code __index__}. */
    FLOAT {
        @Override
        boolean isDone(PyObject o) {
            return o instanceof PyFloat;
        }
    };

    /** The conversions themselves, which may run Python code. */
    @FunctionalInterface
    public interface Converter {
        /** The converted value, or PENDING. */
        PyObject convert(Execution x, Conversion conversion, PyObject o);
    }

    abstract boolean isDone(PyObject o);
}
