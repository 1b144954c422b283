package org.picklejar.modules.codecs;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.modules.Arguments;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.Values;
import org.picklejar.text.codec.MultibyteTable;

/** {@code _multibyte_tables}: what {@code _multibytecodec} decodes and encodes by. Positions in a str are those of its characters. */
public final class MultibyteModule {
    private MultibyteModule() {}

    public static PyModule create() {
        return new ModuleBuilder("_multibyte_tables")
                .function("has(name, /)", n -> PyBool.of(MultibyteTable.of(Arguments.text(n, "name")) != null))
                .function("decode(name, data, start: index, /)", MultibyteModule::decode)
                .function("encode(name, text, start: index, /)", MultibyteModule::encode)
                .build();
    }

    private static MultibyteTable table(PyObject name) {
        MultibyteTable t = MultibyteTable.of(Arguments.text(name, "name"));
        if (t == null) {
            throw Errors.of(ExceptionTypes.LOOKUP_ERROR, "no such codec is supported.");
        }
        return t;
    }

    /** (text, where it ends, how many bytes are wrong there: 0 at the end, -1 where a character is not complete). */
    private static PyObject decode(PyObject name, PyObject data, PyObject start) {
        byte[] bytes = Buffers.bytes(data);
        MultibyteTable.Decoded d = table(name).decode(bytes, Math.max(0, Math.min(bytes.length, Values.toInt(start))));
        return PyTuple.of(PyStr.of(d.text()), PyInt.of(d.stop()), PyInt.of(d.bad()));
    }

    /** (bytes, where the character stands that has no code). */
    private static PyObject encode(PyObject name, PyObject text, PyObject start) {
        String s = Arguments.text(text, "text");
        int length = s.codePointCount(0, s.length());
        int from = s.offsetByCodePoints(0, Math.max(0, Math.min(length, Values.toInt(start))));
        MultibyteTable.Encoded e = table(name).encode(s, from);
        return PyTuple.of(new PyBytes(e.bytes()), PyInt.of(s.codePointCount(0, e.stop())));
    }
}
