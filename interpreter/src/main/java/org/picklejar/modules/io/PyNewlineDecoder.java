package org.picklejar.modules.io;

import java.math.BigInteger;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.MethodCall;
import org.picklejar.ops.Values;

/** {@code io.IncrementalNewlineDecoder}: wraps a decoder (or None, for text) and treats line ends. */
public final class PyNewlineDecoder extends PyInstance {
    public static final PyType TYPE = PyType.builtin("IncrementalNewlineDecoder", PyNewlineDecoder.class, PyType.OBJECT)
            .inModule("_io");
    private PyObject decoder = PySingleton.NONE;
    private NewlineState state = new NewlineState(false);

    private PyNewlineDecoder(PyType type) {
        super(type);
    }

    /** The state, for saved states. */
    public PyTuple parts() {
        return PyTuple.of(decoder, state.parts());
    }

    /** Takes what {@link #parts} gave. The decoder need not be whole yet. */
    public void fill(PyTuple parts) {
        decoder = parts.get(0);
        state = NewlineState.ofParts((PyTuple) parts.get(1));
    }

    static void define(TypeBuilder<PyNewlineDecoder> b) {
        b.constructor("IncrementalNewlineDecoder(cls, /, *args, **kwargs)", (x, cls, a) -> new PyNewlineDecoder(cls));
        b.initializer(
                "IncrementalNewlineDecoder", "__init__(self, decoder, translate: bool, errors='strict')", (x, a) -> {
                    PyNewlineDecoder d = (PyNewlineDecoder) a[0];
                    d.decoder = a[1];
                    d.state = new NewlineState(Values.isTrue(a[2]));
                    return PySingleton.NONE;
                });
        b.tail(
                        "decode(self, input, final: bool = False)",
                        (Execution x, PyNewlineDecoder d, PyObject input, PyObject complete) ->
                                new DecodeFrame(d, input, Values.isTrue(complete)).start(x))
                .tail("getstate(self, /)", (Execution x, PyNewlineDecoder d) -> {
                    PyObject inner = d.decoder == PySingleton.NONE
                            ? PyTuple.of(PyBytes.EMPTY, PyInt.ZERO)
                            : MethodCall.now(x, d.decoder, "getstate");
                    PyTuple t = state(inner, "illegal decoder state");
                    BigInteger flag = Values.big(t.get(1)).shiftLeft(1);
                    return PyTuple.of(t.get(0), PyInteger.of(d.state.pendingCr ? flag.setBit(0) : flag));
                })
                .tail("setstate(self, state, /)", (Execution x, PyNewlineDecoder d, PyObject state) -> {
                    if (!(Values.payload(state) instanceof PyTuple)) {
                        throw Errors.typeError("state argument must be a tuple");
                    }
                    PyTuple t = state(state, "setstate(): illegal state argument");
                    BigInteger flag = Values.big(t.get(1));
                    d.state.pendingCr = flag.testBit(0);
                    return d.decoder == PySingleton.NONE
                            ? PySingleton.NONE
                            : MethodCall.call(
                                    x, d.decoder, "setstate", PyTuple.of(t.get(0), PyInteger.of(flag.shiftRight(1))));
                })
                .tail("reset(self, /)", (Execution x, PyNewlineDecoder d) -> {
                    d.state.reset();
                    return d.decoder == PySingleton.NONE ? PySingleton.NONE : MethodCall.call(x, d.decoder, "reset");
                })
                .getter("newlines", d -> d.state.newlines());
    }

    /** {@code decode}: the wrapped decoder first. */
    static final class DecodeFrame extends IoFrame {
        private PyNewlineDecoder d;
        private PyObject input;
        private boolean complete;

        /** For unpickling. */
        DecodeFrame() {}

        DecodeFrame(PyNewlineDecoder d, PyObject input, boolean complete) {
            this.d = d;
            this.input = input;
            this.complete = complete;
        }

        @Override
        PyObject advance(Execution x, PyObject value) {
            if (value == null && d.decoder != PySingleton.NONE) {
                return call(x, d.decoder, "decode", input, PyBool.of(complete));
            }
            PyObject text = value == null ? input : value;
            if (!(Values.payload(text) instanceof PyStr s)) {
                throw Errors.typeError(
                        "decoder should return a string result, not '%s'",
                        text.type().name());
            }
            return PyStr.of(d.state.decode(s.toString(), complete));
        }

        @Override
        public PyObject[] save() {
            return new PyObject[] {d, input, PyBool.of(complete)};
        }

        @Override
        public void restore(PyObject[] state) {
            d = (PyNewlineDecoder) state[0];
            input = state[1];
            complete = state[2] == PyBool.TRUE;
        }
    }

    /** A state: something and an int. */
    private static PyTuple state(PyObject o, String complaint) {
        if (Values.payload(o) instanceof PyTuple t && t.size() == 2 && Values.payload(t.get(1)) instanceof PyInteger) {
            return t;
        }
        throw Errors.typeError(complaint);
    }
}
