package org.picklejar.ops;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;

/** Converts by a codec that was written in Python: finds it, then calls it. Only text encodings unless asked otherwise. */
public final class CodecCallFrame extends NativeFrame {
    private enum State {
        START,
        LOOKUP,
        CODING
    }

    private PyObject input;
    private String encoding;
    private PyObject errors;
    private boolean encode;
    /** Whether codecs other than those between str and bytes may be used, as {@code codecs.encode} has it. */
    private boolean anyCodec;

    private State state = State.START;

    /** For unpickling. */
    public CodecCallFrame() {}

    CodecCallFrame(PyObject input, String encoding, String errors, boolean encode) {
        this.input = input;
        this.encoding = encoding;
        this.errors = PyStr.of(errors);
        this.encode = encode;
    }

    /** {@code codecs.encode} or {@code codecs.decode}; {@code errors} may be null. */
    public static PyObject any(Execution x, PyObject input, String encoding, PyObject errors, boolean encode) {
        CodecCallFrame f = new CodecCallFrame();
        f.input = input;
        f.encoding = encoding;
        f.errors = errors;
        f.encode = encode;
        f.anyCodec = true;
        return Steps.run(x, f);
    }

    @Override
    public PyObject step(Execution x, PyObject value) {
        PyObject v = value;
        if (state == State.START) {
            state = State.LOOKUP;
            v = CodecLookupFrame.lookup(x, encoding);
            if (v == Pending.PENDING) {
                return v;
            }
        }
        if (state == State.LOOKUP) {
            state = State.CODING;
            PyTuple info = (PyTuple) Values.payload(v);
            checkText(v);
            PyObject coder = info.get(encode ? 0 : 1);
            v = errors == null || errors == PySingleton.NONE ? x.call(coder, input) : x.call(coder, input, errors);
            if (v == Pending.PENDING) {
                return v;
            }
        }
        return result(v);
    }

    private void checkText(PyObject info) {
        if (!anyCodec && info instanceof PyInstance i && i.getField(PyStr.of("_is_text_encoding")) == PyBool.FALSE) {
            throw Errors.of(
                    ExceptionTypes.LOOKUP_ERROR,
                    "'%s' is not a text encoding; use codecs.%s() to handle arbitrary codecs",
                    encoding,
                    encode ? "encode" : "decode");
        }
    }

    private PyObject result(PyObject v) {
        if (!(Values.payload(v) instanceof PyTuple t) || t.size() != 2) {
            throw Errors.typeError("%s must return a tuple (object, integer)", encode ? "encoder" : "decoder");
        }
        PyObject r = t.get(0);
        if (!anyCodec && encode && !(Values.payload(r) instanceof PyBytes)) {
            throw Errors.typeError(
                    "'%s' encoder returned '%s' instead of 'bytes'; use codecs.encode() to encode to arbitrary types",
                    encoding, r.type().name());
        }
        if (!anyCodec && !encode && !(Values.payload(r) instanceof PyStr)) {
            throw Errors.typeError(
                    "'%s' decoder returned '%s' instead of 'str'; use codecs.decode() to decode to arbitrary types",
                    encoding, r.type().name());
        }
        return r;
    }

    @Override
    public PyObject[] save() {
        return new PyObject[] {
            input,
            PyStr.of(encoding),
            errors == null ? PySingleton.NONE : errors,
            PyBool.of(encode),
            PyBool.of(anyCodec),
            PyInt.of(state.ordinal())
        };
    }

    @Override
    public void restore(PyObject[] s) {
        input = s[0];
        encoding = s[1].toString();
        errors = s[2];
        encode = s[3] == PyBool.TRUE;
        anyCodec = s[4] == PyBool.TRUE;
        state = State.values()[(int) ((PyInt) s[5]).value];
    }
}
