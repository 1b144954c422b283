package org.picklejar.ops;

import java.util.ArrayList;
import java.util.List;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.text.codec.CodingError;
import org.picklejar.text.codec.ErrorHandler;
import org.picklejar.text.codec.ErrorHandler.Replacement;

/**
 * Runs a conversion whose error handler is a Python callable. The codecs know nothing of frames: each time the handler has
 * answered, the conversion starts again with the answers so far.
 */
public final class CodingFrame extends NativeFrame {
    private Coding coding;
    private PyObject handler;
    /** Pairs as the handler gave them, in order. */
    private PyList answers = new PyList();

    /** For unpickling. */
    public CodingFrame() {}

    private CodingFrame(Coding coding, PyObject handler) {
        this.coding = coding;
        this.handler = handler;
    }

    /** A conversion with the error handler of a name. */
    public static PyObject run(Execution x, Coding coding, String errors) {
        CodecRegistry registry = CodecRegistry.of(x);
        ErrorHandler direct = registry.directHandler(errors);
        if (direct != null) {
            return attempt(coding, direct);
        }
        // Only a conversion that fails asks whether the handler exists.
        try {
            return coding.run(Unanswered.FIRST);
        } catch (Unanswered e) {
            return Steps.run(x, new CodingFrame(coding, registry.handler(errors)));
        }
    }

    private static PyObject attempt(Coding coding, ErrorHandler h) {
        try {
            return coding.run(h);
        } catch (CodingError e) {
            throw TextCodecs.exception(e, coding.input());
        } catch (IllegalArgumentException e) {
            throw Errors.typeError(e.getMessage());
        } catch (IndexOutOfBoundsException e) {
            throw Errors.indexError(e.getMessage());
        }
    }

    /** An error that no handler has answered yet. */
    private static final class Unanswered extends RuntimeException {
        private static final long serialVersionUID = 1;
        static final ErrorHandler FIRST = e -> {
            throw new Unanswered(e);
        };

        private final transient CodingError error;

        Unanswered(CodingError error) {
            super(null, null, false, false);
            this.error = error;
        }
    }

    @Override
    public PyObject step(Execution x, PyObject value) {
        PyObject v = value;
        for (; ; ) {
            if (v != null) {
                answers.append(v);
            }
            List<Replacement> known = new ArrayList<>();
            for (int i = 0; i < answers.size; i++) {
                known.add(replacement(answers.items[i]));
            }
            int[] next = {0};
            try {
                return attempt(coding, e -> {
                    if (next[0] == known.size()) {
                        throw new Unanswered(e);
                    }
                    return known.get(next[0]++);
                });
            } catch (Unanswered e) {
                v = x.call(handler, TextCodecs.exception(e.error, coding.input()).value);
                if (v == Pending.PENDING) {
                    return v;
                }
            }
        }
    }

    private Replacement replacement(PyObject answer) {
        boolean encoding = coding.isEncoding();
        if (Values.payload(answer) instanceof PyTuple t
                && t.size() == 2
                && Values.payload(t.get(1)) instanceof PyInteger at) {
            if (!at.isLong() || at.longValue() != (int) at.longValue()) {
                throw Errors.of(ExceptionTypes.INDEX_ERROR, "position %s from error handler out of bounds", at);
            }
            PyObject with = Values.payload(t.get(0));
            if (with instanceof PyStr s) {
                return new Replacement(s.toString(), null, (int) at.longValue());
            }
            if (encoding && with instanceof PyBytes b) {
                return new Replacement(null, b.value, (int) at.longValue());
            }
        }
        throw Errors.typeError(
                encoding
                        ? "encoding error handler must return (str/bytes, int) tuple"
                        : "decoding error handler must return (str, int) tuple");
    }

    @Override
    public PyObject[] save() {
        return new PyObject[] {
            PyStr.of(coding.codec().name()),
            coding.input(),
            PyBool.of(coding.complete()),
            PyStr.of(coding.shape().name()),
            handler,
            answers,
            coding.mapping() == null ? PySingleton.NONE : coding.mapping()
        };
    }

    @Override
    public void restore(PyObject[] state) {
        coding = new Coding(
                Coding.Codec.valueOf(state[0].toString()),
                state[1],
                state[2] == PyBool.TRUE,
                Coding.Shape.valueOf(state[3].toString()),
                state[6]);
        handler = state[4];
        answers = (PyList) state[5];
    }
}
