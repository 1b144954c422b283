package org.picklejar.ops;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.text.codec.CodingError;

/** {@code str.encode} and {@code bytes.decode}: the common encodings at once, others through the registry of codecs. */
public final class TextCodecs {
    private TextCodecs() {}

    private static String name(PyObject o, String method, String parameter, String fallback) {
        if (o == null) {
            return fallback;
        }
        if (Values.payload(o) instanceof PyStr s) {
            if (s.toString().indexOf('\0') >= 0) {
                throw Errors.valueError("embedded null character");
            }
            return s.toString();
        }
        throw Errors.typeError(
                "%s() argument '%s' must be str, not %s",
                method, parameter, o.type().name());
    }

    /** {@code text.encode(encoding, errors)}; either may be null for the default. */
    public static PyObject encode(Execution x, PyStr text, PyObject encoding, PyObject errors) {
        String name = name(encoding, "encode", "encoding", "utf-8");
        String handling = name(errors, "encode", "errors", "strict");
        Coding.Codec codec = Coding.Codec.of(name);
        return codec == null
                ? CodecRegistry.of(x).encodeText(x, text, name, handling)
                : CodingFrame.run(x, new Coding(codec, text, true, Coding.Shape.VALUE), handling);
    }

    /** {@code bytes.decode(encoding, errors)}. */
    public static PyObject decode(Execution x, byte[] bytes, PyObject encoding, PyObject errors) {
        String name = name(encoding, "decode", "encoding", "utf-8");
        String handling = name(errors, "decode", "errors", "strict");
        Coding.Codec codec = Coding.Codec.of(name);
        PyBytes input = new PyBytes(bytes);
        return codec == null
                ? CodecRegistry.of(x).decodeText(x, input, name, handling)
                : CodingFrame.run(x, new Coding(codec, input, true, Coding.Shape.VALUE), handling);
    }

    /** The Python exception for a coding error of an object. */
    public static PyException exception(CodingError e, PyObject object) {
        return unicodeError(
                e.isEncoding() ? ExceptionTypes.UNICODE_ENCODE_ERROR : ExceptionTypes.UNICODE_DECODE_ERROR,
                e.encoding(),
                object,
                e.start(),
                e.end(),
                e.reason());
    }

    private static PyException unicodeError(
            PyType type, String encoding, PyObject object, int start, int end, String reason) {
        PyObject[] args = {PyStr.of(encoding), object, PyInt.of(start), PyInt.of(end), PyStr.of(reason)};
        PyBaseException e = new PyBaseException(type, PyTuple.of(args));
        String[] members = ExceptionTypes.members(type);
        for (int i = 0; i < members.length; i++) {
            e.setMember(members[i], args[i]);
        }
        return new PyException(e);
    }
}
