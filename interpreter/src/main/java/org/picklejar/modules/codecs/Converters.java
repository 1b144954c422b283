package org.picklejar.modules.codecs;

import java.nio.charset.StandardCharsets;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.Coding;
import org.picklejar.ops.CodingFrame;
import org.picklejar.ops.TextBuilder;
import org.picklejar.ops.Values;

/** The functions {@code *_encode} and {@code *_decode}. */
final class Converters {
    private Converters() {}

    static void define(ModuleBuilder b) {
        whole(b, "utf_8", Coding.Codec.UTF_8);
        whole(b, "utf_7", Coding.Codec.UTF_7);
        whole(b, "utf_16_le", Coding.Codec.UTF_16_LE);
        whole(b, "utf_16_be", Coding.Codec.UTF_16_BE);
        whole(b, "utf_32_le", Coding.Codec.UTF_32_LE);
        whole(b, "utf_32_be", Coding.Codec.UTF_32_BE);
        ordered(b, "utf_16", Coding.Codec.UTF_16, Coding.Codec.UTF_16_LE, Coding.Codec.UTF_16_BE);
        ordered(b, "utf_32", Coding.Codec.UTF_32, Coding.Codec.UTF_32_LE, Coding.Codec.UTF_32_BE);
        single(b, "latin_1", Coding.Codec.LATIN_1);
        single(b, "ascii", Coding.Codec.ASCII);
        escaped(b, "unicode_escape", Coding.Codec.UNICODE_ESCAPE);
        escaped(b, "raw_unicode_escape", Coding.Codec.RAW_UNICODE_ESCAPE);
        b.tail("charmap_encode(str, errors=None, mapping=None, /)", Converters::encodeCharmap)
                .tail("charmap_decode(data, errors=None, mapping=None, /)", Converters::decodeCharmap)
                .function("readbuffer_encode(data, errors=None, /)", Converters::readBuffer);
    }

    private static void encoder(ModuleBuilder b, String name, Coding.Codec codec) {
        b.tail(name + "_encode(str, errors=None, /)", (x, s, errors) -> encode(x, codec, s, errors));
    }

    private static void whole(ModuleBuilder b, String name, Coding.Codec codec) {
        encoder(b, name, codec);
        b.tail(
                name + "_decode(data, errors=None, final: bool = False, /)",
                (x, data, errors, last) -> decode(x, codec, data, errors, last, Coding.Shape.PAIR));
    }

    private static void single(ModuleBuilder b, String name, Coding.Codec codec) {
        encoder(b, name, codec);
        b.tail(
                name + "_decode(data, errors=None, /)",
                (x, data, errors) -> decode(x, codec, data, errors, PySingleton.NONE, Coding.Shape.PAIR));
    }

    private static void escaped(ModuleBuilder b, String name, Coding.Codec codec) {
        encoder(b, name, codec);
        b.tail(
                name + "_decode(data, errors=None, final: bool = True, /)",
                (x, data, errors, last) -> decode(
                        x,
                        codec,
                        Values.payload(data) instanceof PyStr s
                                ? new PyBytes(s.toString().getBytes(StandardCharsets.UTF_8))
                                : data,
                        errors,
                        last,
                        Coding.Shape.PAIR));
    }

    private static void ordered(
            ModuleBuilder b, String name, Coding.Codec marked, Coding.Codec little, Coding.Codec big) {
        b.tail(
                        name + "_encode(str, errors=None, byteorder: index = 0, /)",
                        (x, s, errors, order) -> encode(x, byOrder(order, marked, little, big), s, errors))
                .tail(
                        name + "_decode(data, errors=None, final: bool = False, /)",
                        (x, data, errors, last) -> decode(x, marked, data, errors, last, Coding.Shape.PAIR))
                .tailN(
                        name + "_ex_decode(data, errors=None, byteorder: index = 0, final: bool = False, /)",
                        (x, a) -> decode(
                                x, byOrder(a[2], marked, little, big), a[0], a[1], a[3], Coding.Shape.WITH_ORDER));
    }

    private static Coding.Codec byOrder(PyObject order, Coding.Codec marked, Coding.Codec little, Coding.Codec big) {
        int o = Values.toInt(order);
        return o == 0 ? marked : o < 0 ? little : big;
    }

    private static String handling(PyObject errors) {
        return errors == PySingleton.NONE
                ? "strict"
                : Values.str(errors, "argument 2").toString();
    }

    private static PyObject encode(Execution x, Coding.Codec codec, PyObject s, PyObject errors) {
        return CodingFrame.run(
                x, new Coding(codec, Values.str(s, "argument 1"), true, Coding.Shape.PAIR), handling(errors));
    }

    private static PyObject decode(
            Execution x, Coding.Codec codec, PyObject data, PyObject errors, PyObject last, Coding.Shape shape) {
        return CodingFrame.run(
                x, new Coding(codec, new PyBytes(Buffers.bytes(data)), Values.isTrue(last), shape), handling(errors));
    }

    private static PyObject encodeCharmap(Execution x, PyObject text, PyObject errors, PyObject mapping) {
        if (mapping == PySingleton.NONE) {
            return encode(x, Coding.Codec.LATIN_1, text, errors);
        }
        if (!(mapping instanceof PyDict)) {
            throw Errors.typeError(
                    "character mapping must be a dict, not %s", mapping.type().name());
        }
        return CodingFrame.run(
                x,
                new Coding(Coding.Codec.CHARMAP, Values.str(text, "argument 1"), true, Coding.Shape.PAIR, mapping),
                handling(errors));
    }

    private static PyObject decodeCharmap(Execution x, PyObject data, PyObject errors, PyObject mapping) {
        if (mapping == PySingleton.NONE) {
            return decode(x, Coding.Codec.LATIN_1, data, errors, PySingleton.NONE, Coding.Shape.PAIR);
        }
        PyObject table = Values.payload(mapping) instanceof PyStr s ? s : table(mapping);
        return CodingFrame.run(
                x,
                new Coding(Coding.Codec.CHARMAP, new PyBytes(Buffers.bytes(data)), true, Coding.Shape.PAIR, table),
                handling(errors));
    }

    /** The decoding table of a dict from bytes to characters. */
    private static PyStr table(PyObject mapping) {
        if (!(mapping instanceof PyDict d)) {
            throw Errors.typeError(
                    "character mapping must be a dict or str, not %s",
                    mapping.type().name());
        }
        TextBuilder out = new TextBuilder();
        for (int i = 0; i < 256; i++) {
            PyObject v = d.getPlain(PyInt.of(i));
            int c = 0xFFFE;
            if (v instanceof PyInt n) {
                c = (int) n.value;
            } else if (v instanceof PyStr s && s.length() == 1) {
                c = s.codePointAt(0);
            } else if (v != null && v != PySingleton.NONE) {
                throw Errors.typeError("character mapping must return integer, None or a str of one character");
            }
            out.appendCodePoint(c);
        }
        return out.toStr();
    }

    private static PyObject readBuffer(PyObject data, PyObject errors) {
        byte[] b = Values.payload(data) instanceof PyStr s
                ? s.toString().getBytes(StandardCharsets.UTF_8)
                : Buffers.copy(data);
        return CodecsModule.pair(new PyBytes(b), b.length);
    }
}
