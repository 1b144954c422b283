package org.picklejar.modules.binascii;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyType;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.Values;
import org.picklejar.text.Binascii;
import org.picklejar.text.QuotedPrintable;
import org.picklejar.text.deflate.Checksums;

/** The module {@code binascii}. */
public final class BinasciiModule {
    public static final PyType ERROR = PyType.builtin("Error", PyBaseException.class, ExceptionTypes.VALUE_ERROR)
            .inModule("binascii")
            .withDict();
    public static final PyType INCOMPLETE = PyType.builtin(
                    "Incomplete", PyBaseException.class, ExceptionTypes.EXCEPTION)
            .inModule("binascii")
            .withDict();

    private BinasciiModule() {}

    public static PyModule create(Execution x) {
        ModuleBuilder b = new ModuleBuilder("binascii")
                .type(ERROR)
                .type(INCOMPLETE)
                .function(
                        "b2a_base64(data, /, *, newline: bool = True)",
                        (d, newline) -> convert(() -> Binascii.toBase64(Buffers.bytes(d), Values.isTrue(newline))))
                .function(
                        "a2b_base64(data, /, *, strict_mode: bool = False)",
                        (d, strict) -> convert(() -> Binascii.fromBase64(ascii(d), Values.isTrue(strict))))
                .function(
                        "b2a_uu(data, /, *, backtick: bool = False)",
                        (d, backtick) -> convert(() -> Binascii.toUu(Buffers.bytes(d), Values.isTrue(backtick))))
                .function("a2b_uu(data, /)", d -> convert(() -> Binascii.fromUu(ascii(d))))
                .function(
                        "a2b_qp(data, header: bool = False)",
                        (d, header) -> convert(() -> QuotedPrintable.decode(ascii(d), Values.isTrue(header))))
                .tailN(
                        "b2a_qp(data, quotetabs: bool = False, istext: bool = True, header: bool = False)",
                        (e, a) -> convert(() -> QuotedPrintable.encode(
                                Buffers.bytes(a[0]), Values.isTrue(a[1]), Values.isTrue(a[2]), Values.isTrue(a[3]))))
                .function(
                        "crc32(data, crc: index = 0, /)",
                        (d, crc) -> PyInt.of(Checksums.crc32((int) low(crc), Buffers.bytes(d))))
                .function(
                        "crc_hqx(data, crc: index, /)",
                        (d, crc) -> PyInt.of(Binascii.crcHqx(Buffers.bytes(d), (int) low(crc))));
        for (String name : new String[] {"hexlify", "b2a_hex"}) {
            b.function(name + "(data, sep=<unset>, bytes_per_sep: index = 1)", BinasciiModule::toHex);
        }
        for (String name : new String[] {"unhexlify", "a2b_hex"}) {
            b.function(name + "(hexstr, /)", d -> convert(() -> Binascii.fromHex(ascii(d))));
        }
        return b.build();
    }

    /** The low 32 bits of an int. */
    private static long low(PyObject o) {
        return Values.big(o).longValue() & 0xFFFFFFFFL;
    }

    private static byte[] ascii(PyObject o) {
        byte[] b = Buffers.asciiOrBytes(o);
        if (b == null) {
            throw Errors.typeError(
                    "argument should be bytes, buffer or ASCII string, not '%s'",
                    o.type().name());
        }
        return b;
    }

    private static PyObject convert(Supplier<byte[]> f) {
        try {
            return new PyBytes(f.get());
        } catch (IllegalArgumentException e) {
            throw Errors.of(ERROR, PyStr.of(e.getMessage()));
        }
    }

    private static PyObject toHex(PyObject data, PyObject sep, PyObject perSep) {
        int separator = -1;
        if (sep != null) {
            byte[] s = Values.payload(sep) instanceof PyStr t
                    ? t.toString().getBytes(StandardCharsets.UTF_8)
                    : Buffers.bytes(sep);
            if (s.length != 1) {
                throw Errors.valueError(s.length > 1 && s[0] < 0 ? "sep must be ASCII." : "sep must be length 1.");
            }
            separator = s[0] & 0xFF;
        }
        return new PyBytes(Binascii.toHex(Buffers.bytes(data), separator, Values.toInt(perSep)));
    }
}
