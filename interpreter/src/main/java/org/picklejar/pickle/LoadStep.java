package org.picklejar.pickle;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.ops.Values;

/** What the reading of a pickle does with the value that a call returns: data, since a reading in progress can itself be pickled. */
interface LoadStep {
    /** @return null to go on, PENDING after one call into Python */
    PyObject resume(Execution x, LoadFrame f, PyObject value);

    /** The call raised. Returns like {@link #resume}, or throws. */
    default PyObject failed(Execution x, LoadFrame f, PyException e) {
        throw e;
    }

    /** A kind and fields, as {@link #of} takes them. Only a saved state's steps have none. */
    default PyTuple parts() {
        throw Errors.typeError("cannot pickle a saved state that is being read");
    }

    /** Steps that need to know nothing. */
    enum Simple implements LoadStep {
        /** The value goes on the stack. */
        PUSH {
            @Override
            public PyObject resume(Execution x, LoadFrame f, PyObject value) {
                f.push(value);
                return null;
            }
        },
        /** The value is not needed. */
        IGNORE {
            @Override
            public PyObject resume(Execution x, LoadFrame f, PyObject value) {
                return null;
            }
        },
        /** The value is more of the input. */
        INPUT {
            @Override
            public PyObject resume(Execution x, LoadFrame f, PyObject value) {
                f.append(value);
                return null;
            }
        },
        /** The value is the next of the buffers outside of the pickle; null when there is none. */
        BUFFER {
            @Override
            public PyObject resume(Execution x, LoadFrame f, PyObject value) {
                if (value == null) {
                    throw tooFew();
                }
                f.push(value);
                return null;
            }

            @Override
            public PyObject failed(Execution x, LoadFrame f, PyException e) {
                throw e.is(ExceptionTypes.STOP_ITERATION) ? tooFew() : e;
            }

            private PyException tooFew() {
                return PickleErrors.unpickling("not enough out-of-band buffers");
            }
        },
        /** The value is a class, to be called with what lies above the last mark. */
        INSTANTIATE {
            @Override
            public PyObject resume(Execution x, LoadFrame f, PyObject value) {
                return BuildOps.instantiate(x, f, value, f.popMark());
            }
        };

        @Override
        public PyTuple parts() {
            return PyTuple.of(PyStr.of(name()));
        }
    }

    /** The value is what an extension code of copyreg stands for. */
    record Extension(int code) implements LoadStep {
        static final String KIND = "EXTENSION";

        @Override
        public PyObject resume(Execution x, LoadFrame f, PyObject value) {
            CopyReg.of(x).extensionCache.put(x, PyInt.of(code), value);
            f.push(value);
            return null;
        }

        @Override
        public PyTuple parts() {
            return PyTuple.of(PyStr.of(KIND), PyInt.of(code));
        }
    }

    /** The step of which {@link #parts} are. */
    static LoadStep of(PyTuple parts) {
        String kind = parts.get(0).toString();
        return switch (kind) {
            case Extension.KIND -> new Extension(Values.toInt(parts.get(1)));
            case BuildState.KIND -> BuildState.ofParts(parts);
            case FillTarget.KIND -> FillTarget.ofParts(parts);
            default -> Simple.valueOf(kind);
        };
    }
}
