package org.picklejar.modules.io;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.Arguments;
import org.picklejar.modules.Imports;
import org.picklejar.modules.MethodCall;
import org.picklejar.modules.io.TextFrame.Op;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Finish;
import org.picklejar.ops.Text;
import org.picklejar.ops.Truth;
import org.picklejar.ops.Values;
import org.picklejar.text.codec.ErrorHandler;
import org.picklejar.text.codec.ErrorHandlers;

/** The table of {@code TextIOWrapper}. */
final class TextIOWrapperType {
    private TextIOWrapperType() {}

    static void define(TypeBuilder<PyTextIOWrapper> b) {
        b.constructor("TextIOWrapper(cls, /, *args, **kwargs)", (x, cls, a) -> new PyTextIOWrapper(cls));
        b.initializer(
                "TextIOWrapper",
                "__init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering: bool = False, write_through: bool = False)",
                (x, a) -> {
                    PyTextIOWrapper t = (PyTextIOWrapper) a[0];
                    setUp(x, t, a[1], a[2], a[3], Newlines.of(a[4], "TextIOWrapper()"));
                    t.lineBuffering = Values.isTrue(a[5]);
                    t.writeThrough = Values.isTrue(a[6]);
                    return PySingleton.NONE;
                });
        reading(b);
        b.tail("write(self, text, /)", (Execution x, PyTextIOWrapper t, PyObject text) -> {
                    t.checkReady();
                    if (!(Values.payload(text) instanceof PyStr s)) {
                        throw Errors.typeError(
                                "write() argument must be str, not %s",
                                text.type().name());
                    }
                    t.checkOpen(x);
                    return write(x, t, s);
                })
                .tail("flush(self, /)", (Execution x, PyTextIOWrapper t) -> {
                    t.checkOpen(x);
                    return new TextFrame(Op.FLUSH, t, 0, null).start(x);
                })
                .tail("close(self, /)", (Execution x, PyTextIOWrapper t) -> {
                    t.checkReady();
                    return IoErrors.isClosed(x, t.buffer)
                            ? PySingleton.NONE
                            : new TextFrame(Op.CLOSE, t, 0, null).start(x);
                })
                .tail("seek(self, cookie: index, whence: index = 0, /)", TextIOWrapperType::seek)
                .tail("tell(self, /)", (Execution x, PyTextIOWrapper t) -> {
                    t.checkOpen(x);
                    if (!t.seekable) {
                        throw IoErrors.unsupported(x, "underlying stream is not seekable");
                    }
                    if (!t.telling) {
                        throw Errors.of(ExceptionTypes.OS_ERROR, "telling position disabled by next() call");
                    }
                    return new TextFrame(Op.TELL, t, 0, null).start(x);
                })
                .tail("truncate(self, pos=None, /)", (Execution x, PyTextIOWrapper t, PyObject pos) -> {
                    t.checkOpen(x);
                    return new TextFrame(Op.TRUNCATE, t, 0, pos).start(x);
                })
                .tail("detach(self, /)", (Execution x, PyTextIOWrapper t) -> {
                    t.checkReady();
                    MethodCall.now(x, t, "flush");
                    PyObject buffer = t.buffer;
                    t.buffer = null;
                    t.detached = true;
                    return buffer;
                })
                .tailN(
                        "reconfigure(self, /, *, encoding=None, errors=None, newline=<unset>, line_buffering: bool = None, write_through: bool = None)",
                        TextIOWrapperType::reconfigure);
        attributes(b);
    }

    private static void attributes(TypeBuilder<PyTextIOWrapper> b) {
        for (String m : new String[] {"seekable", "readable", "writable", "fileno", "isatty"}) {
            b.tail(m + "(self, /)", (Execution x, PyTextIOWrapper t) -> {
                t.checkReady();
                return MethodCall.call(x, t.buffer, m);
            });
        }
        for (String attribute : new String[] {"closed", "name"}) {
            b.getSet(
                    attribute,
                    (x, o) -> {
                        ((PyTextIOWrapper) o).checkReady();
                        return Attributes.get(x, ((PyTextIOWrapper) o).buffer, PyStr.of(attribute));
                    },
                    null);
        }
        b.getter("buffer", t -> {
                    t.checkReady();
                    return t.buffer;
                })
                .getter("encoding", t -> t.encoding == null ? PySingleton.NONE : t.encoding)
                .getter("errors", t -> t.errors == null ? PySingleton.NONE : t.errors)
                .getter("line_buffering", t -> PyBool.of(t.lineBuffering))
                .getter("write_through", t -> PyBool.of(t.writeThrough))
                .getSet(
                        "newlines",
                        (x, o) -> {
                            PyTextIOWrapper t = (PyTextIOWrapper) o;
                            if (t.codec == null && t.decoder != null && t.newlines.readsUniversal()) {
                                return Attributes.get(x, t.decoder, PyStr.of("newlines"));
                            }
                            return t.lineEnds == null ? PySingleton.NONE : t.lineEnds.newlines();
                        },
                        null)
                .property("_CHUNK_SIZE", t -> PyInt.of(t.chunkSize), TextIOWrapperType::setChunkSize)
                .tailN("__reduce_ex__(self, protocol, /)", (x, t, a) -> {
                    throw Errors.typeError(
                            "cannot pickle '%s' instances", t.type().name());
                })
                .rawUnaryTail(Slot.REPR, (x, o) -> {
                    PyTextIOWrapper t = (PyTextIOWrapper) o;
                    StringBuilder out = new StringBuilder("<").append(t.type().fullName());
                    for (String a : new String[] {"name", "mode"}) {
                        PyObject v = t.buffer == null ? null : Attributes.getNow(x, t, PyStr.of(a));
                        out.append(v == null ? "" : " " + a + "=" + Text.reprNow(x, v));
                    }
                    return PyStr.of(out.append(" encoding=")
                            .append(t.encoding == null ? "None" : Text.reprNow(x, t.encoding))
                            .append('>')
                            .toString());
                });
    }

    private static void reading(TypeBuilder<PyTextIOWrapper> b) {
        b.tail("read(self, size: size = -1, /)", (Execution x, PyTextIOWrapper t, PyObject size) -> {
                    t.checkOpen(x);
                    checkDecoder(x, t);
                    int n = Arguments.size(size);
                    return new TextFrame(n < 0 ? Op.READ_ALL : Op.READ, t, n, null).start(x);
                })
                .tail("readline(self, size: size = -1, /)", (Execution x, PyTextIOWrapper t, PyObject size) -> {
                    t.checkOpen(x);
                    return readLine(x, t, Arguments.size(size));
                })
                .rawUnaryTail(Slot.NEXT, (x, o) -> {
                    PyTextIOWrapper t = (PyTextIOWrapper) o;
                    if (!t.type().isBuiltin()) {
                        return new LineFrames.Next(t).start(x);
                    }
                    t.checkOpen(x);
                    t.telling = false;
                    PyStr line = lineAtHand(t);
                    return line != null ? line : new LineFrames.Next(t).start(x);
                });
    }

    /** The next line, when all of it is decoded already. */
    private static PyStr lineAtHand(PyTextIOWrapper t) {
        if (!t.hasDecoded() || t.pending.size() > 0) {
            return null;
        }
        int end = t.newlines.lineEnd(t.decoded, t.at);
        // A \r at the very end may be the first half of a line end.
        if (end < 0 || end == t.decoded.length() && (t.newlines == Newlines.KEEP || t.newlines == Newlines.CR)) {
            return null;
        }
        PyStr s = PyStr.of(t.decoded.substring(t.at, end));
        t.at = end;
        return s;
    }

    private static PyObject readLine(Execution x, PyTextIOWrapper t, int limit) {
        PyStr line = limit < 0 ? lineAtHand(t) : null;
        if (line != null) {
            return line;
        }
        checkDecoder(x, t);
        return new TextFrame(Op.READ_LINE, t, limit, null).start(x);
    }

    private static void checkDecoder(Execution x, PyTextIOWrapper t) {
        if (t.codec == null && t.decoder == null) {
            throw IoErrors.unsupported(x, "not readable");
        }
        if (t.buffer instanceof PyBuffered b && b.type() == PyBuffered.WRITER) {
            throw IoErrors.unsupported(x, "not readable");
        }
    }

    static PyObject write(Execution x, PyTextIOWrapper t, PyStr s) {
        if (t.buffer instanceof PyBuffered b && b.type().isBuiltin() && t.codec != null) {
            if (!b.writes) {
                throw IoErrors.unsupported(x, "not writable");
            }
            String text = s.toString();
            if (!t.lineBuffering && t.pending.size() == 0 && t.snapshot == null) {
                byte[] bytes = t.codec.encode(
                        t.newlines.written() == null ? text : text.replace("\n", t.newlines.written()), s);
                Frame caller = x.top;
                return Finish.RETURN_A.on(x, caller, BufferedTypes.write(x, b, bytes), PyInt.of(s.length()), null);
            }
        }
        return new TextFrame(Op.WRITE, t, 0, s).start(x);
    }

    private static PyObject seek(Execution x, PyTextIOWrapper t, PyObject cookie, PyObject whence) {
        t.checkOpen(x);
        if (!t.seekable) {
            throw IoErrors.unsupported(x, "underlying stream is not seekable");
        }
        int w = Values.toInt(whence);
        PyInteger c = (PyInteger) cookie;
        if (w != 0 && c.signum() != 0) {
            throw IoErrors.unsupported(
                    x, w == 1 ? "can't do nonzero cur-relative seeks" : "can't do nonzero end-relative seeks");
        }
        switch (w) {
            case 0:
                if (c.signum() < 0) {
                    throw Errors.valueError("negative seek position %s", c);
                }
                return new TextFrame(Op.SEEK, t, 0, c).start(x);
            case 1:
                PyObject here = MethodCall.now(x, t, "tell");
                return new TextFrame(Op.SEEK, t, 0, here).start(x);
            case 2:
                return new TextFrame(Op.SEEK_END, t, 0, null).start(x);
            default:
                throw Errors.valueError("invalid whence (%d, should be 0, 1 or 2)", w);
        }
    }

    private static PyObject reconfigure(Execution x, PyTextIOWrapper t, PyObject[] a) {
        t.checkReady();
        if ((a[1] != PySingleton.NONE || a[2] != PySingleton.NONE || a[3] != null) && t.hasDecoded()) {
            throw IoErrors.unsupported(
                    x, "It is not possible to set the encoding or newline of stream after the first read");
        }
        MethodCall.now(x, t, "flush");
        Newlines n = a[3] == null ? t.newlines : Newlines.of(a[3], "reconfigure()");
        PyObject encoding = a[1] == PySingleton.NONE ? t.encoding : a[1];
        PyObject errors = a[2] != PySingleton.NONE ? a[2] : a[1] == PySingleton.NONE ? t.errors : PyStr.of("strict");
        boolean line = a[4] == PySingleton.NONE ? t.lineBuffering : Values.isTrue(a[4]);
        boolean through = a[5] == PySingleton.NONE ? t.writeThrough : Values.isTrue(a[5]);
        setUp(x, t, t.buffer, encoding, errors, n);
        t.lineBuffering = line;
        t.writeThrough = through;
        return PySingleton.NONE;
    }

    /** Chooses the codec. A codec written in Python is looked up here, nested (blocking). */
    static void setUp(
            Execution x, PyTextIOWrapper t, PyObject buffer, PyObject encoding, PyObject errors, Newlines newlines) {
        String name = Arguments.textOrNone(encoding, "TextIOWrapper() argument 'encoding'");
        if (name == null || name.equals("locale")) {
            name = "utf-8";
            t.encoding = PyStr.of(encoding == PySingleton.NONE ? "UTF-8" : "utf-8");
        } else {
            if (name.indexOf('\0') >= 0) {
                throw Errors.valueError("embedded null character");
            }
            t.encoding = PyStr.of(name);
        }
        String handling = Arguments.textOrNone(errors, "TextIOWrapper() argument 'errors'");
        handling = handling == null ? "strict" : handling;
        t.errors = PyStr.of(handling);
        t.newlines = newlines;
        t.codec = builtinCodec(t);
        t.decoder = null;
        t.encoder = null;
        t.lineEnds = newlines.readsUniversal() ? new NewlineState(newlines == Newlines.UNIVERSAL) : null;
        if (t.codec == null) {
            pythonCodec(x, t, name, newlines);
        }
        t.dropDecoded();
        t.pending.reset();
        t.buffer = buffer;
        t.detached = false;
        PyObject seekable = MethodCall.now(x, buffer, "seekable");
        t.seekable = Truth.test(x, seekable);
        t.telling = t.seekable;
        t.hasRead1 = Attributes.getNow(x, buffer, PyStr.of("read1")) != null;
        if (t.seekable
                && t.codec != null
                && name.startsWith("utf-")
                && Truth.test(x, MethodCall.now(x, buffer, "writable"))) {
            t.codec.resetEncoder(Values.toLong(x, MethodCall.now(x, buffer, "tell")) == 0);
        }
    }

    /** The codec for the encoding and error handler of a stream, when it is built in; else null. */
    static ByteDecoder builtinCodec(PyTextIOWrapper t) {
        ErrorHandler h = ErrorHandlers.named(t.errors.toString());
        return h == null ? null : ByteDecoder.of(t.encoding.toString(), h);
    }

    private static void pythonCodec(Execution x, PyTextIOWrapper t, String name, Newlines newlines) {
        PyObject codecs = Imports.moduleNow(x, "codecs");
        PyObject info = MethodCall.now(x, codecs, "lookup", PyStr.of(name));
        if (Attributes.getNow(x, info, PyStr.of("_is_text_encoding")) == PyBool.FALSE) {
            throw Errors.of(
                    ExceptionTypes.LOOKUP_ERROR,
                    "'%s' is not a text encoding; use codecs.open() to handle arbitrary codecs",
                    name);
        }
        MethodCall.now(x, codecs, "lookup_error", t.errors);
        PyObject decoder = MethodCall.now(x, info, "incrementaldecoder", t.errors);
        t.decoder = newlines.readsUniversal()
                ? x.callAndWait(PyNewlineDecoder.TYPE, decoder, PyBool.of(newlines == Newlines.UNIVERSAL))
                : decoder;
        t.encoder = MethodCall.now(x, info, "incrementalencoder", t.errors);
    }

    private static void setChunkSize(PyTextIOWrapper t, PyObject v) {
        if (v == null) {
            throw Errors.attributeError("cannot delete attribute", t, PyStr.of("_CHUNK_SIZE"));
        }
        if (!(Values.payload(v) instanceof PyInteger i)) {
            throw Errors.typeError(
                    "'%s' object cannot be interpreted as an integer", v.type().name());
        }
        if (i.big().bitLength() > 63) {
            throw Errors.valueError("cannot fit 'int' into an index-sized integer");
        }
        if (i.big().signum() <= 0) {
            throw Errors.valueError("a strictly positive integer is required");
        }
        t.chunkSize = (int) Math.min(i.longValue(), Integer.MAX_VALUE - 16);
    }
}
