package org.picklejar.modules.io;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyType;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.Values;
import org.picklejar.text.codec.ErrorHandlers;

/** {@code sys.stdout.buffer}: bytes on their way to a sink of text. */
final class StandardBuffer extends PyIOBase {
    static final PyType TYPE = PyType.builtin("StandardBuffer", StandardBuffer.class, BUFFERED)
            .inModule("_io")
            .withDict()
            .notSubclassable();
    private final StandardStream.TextSink sink;
    private final String name;
    private final int fd;
    private final boolean terminal;
    private final ByteDecoder decoder = ByteDecoder.of("utf-8", ErrorHandlers.REPLACE);

    StandardBuffer(StandardStream.TextSink sink, String name, int fd, boolean terminal) {
        super(TYPE);
        this.sink = sink;
        this.name = name;
        this.fd = fd;
        this.terminal = terminal;
    }

    static void define(TypeBuilder<StandardBuffer> b) {
        b.tail("write(self, buffer, /)", (Execution x, StandardBuffer s, PyObject data) -> {
                    if (Values.payload(data) instanceof PyStr) {
                        throw Errors.typeError("a bytes-like object is required, not 'str'");
                    }
                    byte[] bytes = Buffers.bytes(data);
                    s.sink.write(x, s.decoder.decode(bytes, false));
                    return PyInt.of(bytes.length);
                })
                .tail("flush(self, /)", (Execution x, StandardBuffer s) -> {
                    s.sink.flush();
                    return PySingleton.NONE;
                })
                .method("writable(self, /)", (StandardBuffer s) -> PyBool.TRUE)
                .method("readable(self, /)", (StandardBuffer s) -> PyBool.FALSE)
                .method("seekable(self, /)", (StandardBuffer s) -> PyBool.FALSE)
                .method("isatty(self, /)", (StandardBuffer s) -> PyBool.of(s.terminal))
                .method("fileno(self, /)", (StandardBuffer s) -> PyInt.of(s.fd))
                .getter("name", s -> PyStr.of(s.name))
                .getter("mode", s -> PyStr.of("wb"))
                .getter("raw", s -> s);
    }
}
