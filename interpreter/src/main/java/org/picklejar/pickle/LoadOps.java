package org.picklejar.pickle;

import java.math.BigInteger;
import java.util.Arrays;
import org.picklejar.core.ByteBufferOwner;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyByteArray;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyList;
import org.picklejar.core.PyMemoryView;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySet;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.modules.MethodCall;
import org.picklejar.ops.Iteration;
import org.picklejar.ops.TextCodecs;
import org.picklejar.ops.Values;
import org.picklejar.text.codec.CodingError;

/** Executes the opcodes of a pickle (CPython: the load_... functions of Modules/_pickle.c). */
final class LoadOps {
    private LoadOps() {}

    /** @return null to go on, PENDING after one call into Python */
    static PyObject execute(Execution x, LoadFrame f, int op) {
        PickleInput in = f.in;
        switch (op) {
            case PickleOp.NONE -> f.push(PySingleton.NONE);
            case PickleOp.NEWTRUE -> f.push(PyBool.TRUE);
            case PickleOp.NEWFALSE -> f.push(PyBool.FALSE);
            case PickleOp.BININT -> f.push(PyInt.of(in.i4()));
            case PickleOp.BININT1 -> f.push(PyInt.of(in.u1()));
            case PickleOp.BININT2 -> f.push(PyInt.of(in.u2()));
            case PickleOp.LONG1 -> f.push(littleEndian(in.copy(in.u1())));
            case PickleOp.LONG4 -> {
                int n = in.i4();
                if (n < 0) {
                    throw PickleErrors.unpickling("LONG pickle has negative byte count");
                }
                f.push(littleEndian(in.copy(n)));
            }
            case PickleOp.INT -> f.push(InputLines.integer(x, in.line()));
            case PickleOp.LONG -> f.push(InputLines.longInteger(x, in.line()));
            case PickleOp.FLOAT -> f.push(InputLines.floating(in.line()));
            case PickleOp.BINFLOAT -> f.push(new PyFloat(Double.longBitsToDouble(Long.reverseBytes(in.i8()))));
            case PickleOp.SHORT_BINUNICODE -> text(f, in.u1());
            case PickleOp.BINUNICODE -> text(f, in.u4());
            case PickleOp.BINUNICODE8 -> text(f, in.length8("BINUNICODE"));
            case PickleOp.UNICODE -> f.push(unescaped(in.line()));
            case PickleOp.SHORT_BINBYTES -> f.push(new PyBytes(in.copy(in.u1())));
            case PickleOp.BINBYTES -> f.push(new PyBytes(in.copy(in.u4())));
            case PickleOp.BINBYTES8 -> f.push(new PyBytes(in.copy(in.length8("BINBYTES"))));
            case PickleOp.BYTEARRAY8 -> f.push(new PyByteArray(in.copy(in.length8("BYTEARRAY8"))));
            case PickleOp.STRING -> {
                return oldString(x, f, OldString.unquote(in.line()));
            }
            case PickleOp.SHORT_BINSTRING -> {
                return oldString(x, f, in.copy(in.u1()));
            }
            case PickleOp.BINSTRING -> {
                int n = in.i4();
                if (n < 0) {
                    throw PickleErrors.unpickling("BINSTRING pickle has negative byte count");
                }
                return oldString(x, f, in.copy(n));
            }
            case PickleOp.EMPTY_TUPLE -> f.push(PyTuple.EMPTY);
            case PickleOp.TUPLE1 -> f.push(PyTuple.of(f.pop()));
            case PickleOp.TUPLE2 -> {
                PyObject b = f.pop();
                f.push(PyTuple.of(f.pop(), b));
            }
            case PickleOp.TUPLE3 -> {
                PyObject c = f.pop();
                PyObject b = f.pop();
                f.push(PyTuple.of(f.pop(), b, c));
            }
            case PickleOp.TUPLE -> f.push(PyTuple.of(f.popMark()));
            case PickleOp.EMPTY_LIST -> f.push(new PyList());
            case PickleOp.LIST -> {
                PyObject[] items = f.popMark();
                f.push(new PyList(items, items.length));
            }
            case PickleOp.EMPTY_DICT -> f.push(new PyDict());
            case PickleOp.DICT -> {
                PyObject[] items = f.popMark();
                if (items.length % 2 != 0) {
                    throw PickleErrors.unpickling("odd number of items for DICT");
                }
                PyDict d = new PyDict();
                for (int i = 0; i < items.length; i += 2) {
                    d.put(x, items[i], items[i + 1]);
                }
                f.push(d);
            }
            case PickleOp.EMPTY_SET -> f.push(new PySet());
            case PickleOp.FROZENSET -> {
                PySet s = new PySet(PySet.FROZEN_TYPE);
                PyObject[] items = f.popMark();
                if (f.u.structure != null) {
                    f.u.structure.fill(x, s, items);
                } else {
                    for (PyObject o : items) {
                        s.add(x, o);
                    }
                }
                f.push(s);
            }
            case PickleOp.MARK -> f.mark();
            case PickleOp.POP -> f.discard();
            case PickleOp.POP_MARK -> f.popMark();
            case PickleOp.DUP -> f.push(f.top());
            case PickleOp.GET -> get(f, InputLines.index(x, in.line()));
            case PickleOp.BINGET -> get(f, in.u1());
            case PickleOp.LONG_BINGET -> get(f, in.u4());
            case PickleOp.PUT -> {
                byte[] line = InputLines.notEmpty(in.line());
                PyObject top = f.top();
                long n = InputLines.index(x, line);
                if (n < 0) {
                    throw Errors.valueError("negative PUT argument");
                }
                f.u.memo.put(n, top);
            }
            case PickleOp.BINPUT -> f.u.memo.put(in.u1(), f.top());
            case PickleOp.LONG_BINPUT -> f.u.memo.put(in.u4(), f.top());
            case PickleOp.MEMOIZE -> f.u.memo.put(f.u.memo.size(), f.top());
            case PickleOp.PROTO -> {
                int p = in.u1();
                if (p > PickleOp.HIGHEST_PROTOCOL) {
                    throw Errors.valueError("unsupported pickle protocol: %d", p);
                }
                f.protocol = p;
            }
            case PickleOp.FRAME -> frame(f);
            case PickleOp.NEXT_BUFFER -> {
                return nextBuffer(x, f);
            }
            case PickleOp.READONLY_BUFFER -> readOnlyBuffer(f);
            default -> {
                return BuildOps.execute(x, f, op);
            }
        }
        return null;
    }

    /** A frame's content is fetched at once; a frame's end says nothing that the opcodes do not. */
    private static void frame(LoadFrame f) {
        long n = f.in.i8();
        if (n < 0) {
            throw PickleInput.tooLong("FRAME length exceeds system's maximum of");
        }
        int at = f.u.position;
        f.in.bytes(n);
        f.u.position = at;
    }

    // ---- atoms

    private static PyObject littleEndian(byte[] b) {
        if (b.length == 0) {
            return PyInt.ZERO;
        }
        byte[] big = new byte[b.length];
        for (int i = 0; i < b.length; i++) {
            big[i] = b[b.length - 1 - i];
        }
        return PyInteger.of(new BigInteger(big));
    }

    private static void text(LoadFrame f, long n) {
        int at = f.in.bytes(n);
        int to = f.u.position;
        try {
            f.push(PickleText.decode(f.u.input, at, to));
        } catch (CodingError e) {
            throw TextCodecs.exception(e, new PyBytes(Arrays.copyOfRange(f.u.input, at, to)));
        }
    }

    private static PyStr unescaped(byte[] line) {
        try {
            return PickleText.unescape(line);
        } catch (CodingError e) {
            throw TextCodecs.exception(e, new PyBytes(line));
        }
    }

    /** A str of Python 2: decoded as the caller of load asked. */
    private static PyObject oldString(Execution x, LoadFrame f, byte[] bytes) {
        if (f.u.encoding.equals("bytes")) {
            f.push(new PyBytes(bytes));
            return null;
        }
        return f.call(
                x,
                LoadStep.Simple.PUSH,
                () -> MethodCall.call(x, new PyBytes(bytes), "decode", PyStr.of(f.u.encoding), PyStr.of(f.u.errors)));
    }

    // ---- memo

    private static void get(LoadFrame f, long index) {
        PyObject o = f.u.memo.get(index);
        if (o == null) {
            throw PickleErrors.unpickling("Memo value not found at index %d", index);
        }
        f.push(o);
    }

    // ---- buffers

    private static PyObject nextBuffer(Execution x, LoadFrame f) {
        if (f.u.buffers == null) {
            throw PickleErrors.unpickling(
                    "pickle stream refers to out-of-band data but no *buffers* argument was given");
        }
        return f.call(x, LoadStep.Simple.BUFFER, () -> Iteration.next(x, f.u.buffers));
    }

    private static void readOnlyBuffer(LoadFrame f) {
        PyObject o = f.top();
        if (!(Values.payload(o) instanceof ByteBufferOwner) && !(o instanceof PyMemoryView)) {
            throw Errors.typeError(
                    "memoryview: a bytes-like object is required, not '%s'",
                    o.type().name());
        }
        if (o instanceof PyMemoryView v) {
            if (!v.readOnly) {
                f.replaceTop(
                        new PyMemoryView(v.object, v.owner, true, v.format, v.itemSize, v.offset, v.shape, v.strides));
            }
        } else if (Values.payload(o) instanceof ByteBufferOwner b && !b.isReadOnly()) {
            PyMemoryView v = PyMemoryView.of(o, b);
            f.replaceTop(new PyMemoryView(o, b, true, v.format, v.itemSize, v.offset, v.shape, v.strides));
            v.release();
        }
    }

    /** The class of NEWOBJ and its like. */
    static PyType classArgument(PyObject o, String op) {
        if (o instanceof PyType t) {
            return t;
        }
        throw PickleErrors.unpickling(
                "%s class argument must be a type, not %s", op, o.type().name());
    }
}
