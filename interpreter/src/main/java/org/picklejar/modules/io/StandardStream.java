package org.picklejar.modules.io;

import java.nio.charset.StandardCharsets;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.Imports;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Values;

/** {@code sys.stdout} and {@code sys.stderr}: text goes straight to a sink of the host; bytes written to {@code buffer} are decoded first. */
public final class StandardStream extends PyTextIOWrapper {
    public static final PyType TYPE = PyType.builtin("StandardStream", StandardStream.class, PyTextIOWrapper.TYPE)
            .inModule("_io")
            .withDict()
            .notSubclassable();

    /** Where the text goes. */
    public interface TextSink {
        void write(Execution x, String text);

        void flush();
    }

    final TextSink sink;
    private final String name;

    private StandardStream(String name, TextSink sink) {
        super(TYPE);
        this.name = name;
        this.sink = sink;
    }

    /**
     * @param name stdout or stderr
     * @param fd its file descriptor
     */
    public static StandardStream output(Execution x, String name, int fd, TextSink sink, boolean terminal) {
        StandardStream s = new StandardStream(name, sink);
        boolean err = name.equals("stderr");
        StandardBuffer b = new StandardBuffer(sink, "<" + name + ">", fd, terminal);
        TextIOWrapperType.setUp(
                x, s, b, PyStr.of("utf-8"), PyStr.of(err ? "backslashreplace" : "strict"), Newlines.UNIVERSAL);
        s.lineBuffering = err || terminal;
        s.setField(PyStr.of("mode"), PyStr.of("w"));
        return s;
    }

    /** {@code sys.stdin} over a source of the host. */
    public static PyObject input(Execution x, StandardSource.TextSource source, boolean terminal) {
        PyBuffered b = new PyBuffered(PyBuffered.READER);
        b.raw = new StandardSource(source, terminal);
        b.reads = true;
        PyTextIOWrapper t = new PyTextIOWrapper(PyTextIOWrapper.TYPE);
        TextIOWrapperType.setUp(x, t, b, PyStr.of("utf-8"), PyStr.of("strict"), Newlines.UNIVERSAL);
        t.setField(PyStr.of("mode"), PyStr.of("r"));
        return t;
    }

    private PyObject write(Execution x, PyObject text) {
        if (!(Values.payload(text) instanceof PyStr s)) {
            throw Errors.typeError(
                    "write() argument must be str, not %s", text.type().name());
        }
        if (closed) {
            throw IoErrors.closed();
        }
        String t = s.toString();
        if (hasSurrogate(t)) {
            // What cannot be encoded is an error, or is replaced as the error handler says.
            if (codec == null) {
                return new TextFrame(TextFrame.Op.WRITE, this, 0, s).start(x);
            }
            t = new String(codec.encode(t, s), StandardCharsets.UTF_8);
        }
        sink.write(x, newlines.written() == null ? t : t.replace("\n", newlines.written()));
        if (writeThrough || lineBuffering && (t.indexOf('\n') >= 0 || t.indexOf('\r') >= 0)) {
            sink.flush();
        }
        return PyInt.of(s.length());
    }

    private static boolean hasSurrogate(String s) {
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == s.length()
                        || !Character.isLowSurrogate(s.charAt(i + 1))) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    static void define(TypeBuilder<StandardStream> b) {
        b.tail("write(self, text, /)", (Execution x, StandardStream s, PyObject text) -> s.write(x, text))
                .tail("flush(self, /)", (Execution x, StandardStream s) -> {
                    if (s.closed) {
                        throw IoErrors.closed();
                    }
                    s.sink.flush();
                    return PySingleton.NONE;
                })
                .tail("close(self, /)", (Execution x, StandardStream s) -> {
                    s.sink.flush();
                    s.closed = true;
                    return PySingleton.NONE;
                })
                .getter("closed", s -> PyBool.of(s.closed))
                .tailN(
                        "__reduce_ex__(self, protocol, /)",
                        (x, s, a) -> PyTuple.of(
                                Attributes.getNow(x, Imports.moduleNow(x, "_io"), PyStr.of("_standard_stream")),
                                PyTuple.of(PyStr.of(s.name))))
                .unary(
                        Slot.REPR,
                        s -> PyStr.of(
                                "<_io.TextIOWrapper name='<" + s.name + ">' mode='w' encoding='" + s.encoding + "'>"));
    }
}
