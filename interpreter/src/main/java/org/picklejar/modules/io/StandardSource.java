package org.picklejar.modules.io;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyType;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.Arguments;

/** The raw stream under {@code sys.stdin}: lines of a source of the host. */
public final class StandardSource extends PyIOBase {
    static final PyType TYPE = PyType.builtin("StandardSource", StandardSource.class, RAW)
            .inModule("_io")
            .withDict()
            .notSubclassable();

    /** Where the text comes from. */
    public interface TextSource {
        /** A line with its end, or null at the end of the input. */
        String readLine(Execution x);
    }

    private final TextSource source;
    private final boolean terminal;
    private byte[] rest = PyBytes.EMPTY.value;

    StandardSource(TextSource source, boolean terminal) {
        super(TYPE);
        this.source = source;
        this.terminal = terminal;
    }

    private byte[] take(Execution x, int n) {
        if (rest.length == 0) {
            String line = source.readLine(x);
            rest = line == null ? PyBytes.EMPTY.value : line.getBytes(StandardCharsets.UTF_8);
        }
        int count = n < 0 ? rest.length : Math.min(n, rest.length);
        byte[] b = Arrays.copyOf(rest, count);
        rest = Arrays.copyOfRange(rest, count, rest.length);
        return b;
    }

    static void define(TypeBuilder<StandardSource> b) {
        b.tail("readinto(self, buffer, /)", (Execution x, StandardSource s, PyObject into) -> {
                    ByteTarget t = ByteTarget.of(into);
                    byte[] got = s.take(x, t.length());
                    t.put(got, got.length);
                    return PyInt.of(got.length);
                })
                .tail("read(self, size: size = -1, /)", (Execution x, StandardSource s, PyObject size) -> {
                    int n = Arguments.size(size);
                    return n < 0 ? new ReadFrames.ReadAll(s).start(x) : new PyBytes(s.take(x, n));
                })
                .method("readable(self, /)", (StandardSource s) -> PyBool.TRUE)
                .method("isatty(self, /)", (StandardSource s) -> PyBool.of(s.terminal))
                .method("fileno(self, /)", (StandardSource s) -> PyInt.ZERO)
                .getter("name", s -> PyStr.of("<stdin>"))
                .getter("mode", s -> PyStr.of("rb"));
    }
}
