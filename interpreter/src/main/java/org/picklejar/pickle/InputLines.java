package org.picklejar.pickle;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyException;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.ops.IntLimits;
import org.picklejar.ops.TextCodecs;
import org.picklejar.text.FloatText;
import org.picklejar.text.StringText;
import org.picklejar.text.codec.CodingError;
import org.picklejar.text.codec.Decoded;
import org.picklejar.text.codec.ErrorHandler;
import org.picklejar.text.codec.ErrorHandlers;
import org.picklejar.text.codec.SingleByte;
import org.picklejar.text.codec.Utf8;

/**
 * The lines that operands of protocol 0 are: names and numbers. They are read as CPython's pickler reads C strings: a NUL ends a number,
 * and the end of the line is part of what an error shows (CPython: load_int, load_long, load_float, load_global of Modules/_pickle.c).
 */
final class InputLines {
    private static final Pattern FLOAT_START = Pattern.compile("[+-]?(\\.?\\d|inf|nan)", Pattern.CASE_INSENSITIVE);
    /** How much of a text that is no number an error shows. */
    private static final int MAX_SHOWN = 200;

    private static final Pattern OCTAL = Pattern.compile("\\s*([+-]?)0+([0-7]*)");

    private InputLines() {}

    /** A line that may not be empty. */
    static byte[] notEmpty(byte[] line) {
        if (line.length == 0) {
            throw PickleErrors.truncated();
        }
        return line;
    }

    /** A module or another global, in UTF-8. */
    static String name(byte[] line) {
        return decoded(notEmpty(line), Utf8::decode);
    }

    /** A module or another global in an opcode of Python 2. */
    static String oldName(byte[] line) {
        return decoded(notEmpty(line), (bytes, handler, complete) -> SingleByte.decodeAscii(bytes, handler));
    }

    /** A codec's decoding. */
    private interface Codec {
        Decoded decode(byte[] bytes, ErrorHandler handler, boolean complete);
    }

    private static String decoded(byte[] bytes, Codec codec) {
        try {
            return codec.decode(bytes, ErrorHandlers.STRICT, true).text();
        } catch (CodingError e) {
            throw TextCodecs.exception(e, new PyBytes(bytes));
        }
    }

    /** The characters before the first NUL, one for each byte. */
    private static String cString(byte[] line) {
        int end = 0;
        while (end < line.length && line[end] != 0) {
            end++;
        }
        return new String(line, 0, end, StandardCharsets.ISO_8859_1);
    }

    private static boolean isAscii(String s) {
        return s.chars().allMatch(c -> c < 0x80);
    }

    /** {@code INT}: an int, or a truth that is written as 00 or 01. */
    static PyObject integer(Execution x, byte[] line) {
        String s = cString(notEmpty(line));
        PyInteger i;
        if (s.isEmpty()) {
            return PyInt.ZERO;
        }
        Matcher octal = OCTAL.matcher(s);
        try {
            String sign = octal.matches() ? octal.group(1) : "";
            i = octal.matches()
                    ? IntLimits.parse(x, sign + "0" + octal.group(2), 8)
                    : isAscii(s) ? IntLimits.parse(x, s, 0) : null;
        } catch (PyException e) {
            i = null;
        }
        if (i == null) {
            throw Errors.valueError("could not convert string to int");
        }
        return line.length == 2 && i.isLong() && (i.longValue() | 1) == 1 ? PyBool.of(i.longValue() == 1) : i;
    }

    /** {@code LONG}: an int with an L behind it. */
    static PyInteger longInteger(Execution x, byte[] line) {
        notEmpty(line);
        boolean marked = line[line.length - 1] == 'L';
        return parsed(x, marked ? Arrays.copyOf(line, line.length - 1) : line, 0, marked ? "" : "\n");
    }

    /** {@code GET} and {@code PUT}: the number of an object. */
    static long index(Execution x, byte[] line) {
        PyInteger i = parsed(x, notEmpty(line), 10, "\n");
        if (!i.isLong()) {
            throw Errors.of(ExceptionTypes.OVERFLOW_ERROR, "Python int too large to convert to C ssize_t");
        }
        return i.longValue();
    }

    /** @param end what an error shows behind the line */
    private static PyInteger parsed(Execution x, byte[] line, int base, String end) {
        String s = cString(line);
        if (isAscii(s)) {
            try {
                return IntLimits.parse(x, s, base);
            } catch (PyException e) {
                if (e.value.args.get(0).toString().startsWith("Exceeds")) {
                    throw e;
                }
            }
        }
        byte[] shown = (s.length() == line.length ? s + end : s).getBytes(StandardCharsets.ISO_8859_1);
        String text = decoded(Arrays.copyOf(shown, Math.min(shown.length, MAX_SHOWN)), Utf8::decode);
        int told = base == 0 && !s.strip().matches("[+-]?0.*") ? 10 : base;
        throw Errors.of(
                ExceptionTypes.VALUE_ERROR,
                PyStr.of("invalid literal for int() with base " + told + ": " + StringText.repr(text)));
    }

    /** {@code FLOAT}. */
    static PyFloat floating(byte[] line) {
        String s = cString(notEmpty(line));
        if (!FLOAT_START.matcher(s).lookingAt()) {
            throw Errors.of(ExceptionTypes.VALUE_ERROR, PyStr.of("could not convert string to float: " + shown(s)));
        }
        double v;
        try {
            v = FloatText.parse(s);
        } catch (NumberFormatException e) {
            throw Errors.valueError("could not convert string to float");
        }
        if (s.chars().anyMatch(c -> c == '_' || Character.isWhitespace(c) || c >= 0x80)) {
            throw Errors.valueError("could not convert string to float");
        }
        if (Double.isInfinite(v) && !s.toLowerCase(Locale.ROOT).contains("inf")) {
            throw Errors.of(
                    ExceptionTypes.OVERFLOW_ERROR, PyStr.of("value too large to convert to float: " + shown(s)));
        }
        return new PyFloat(v);
    }

    private static String shown(String s) {
        String all = s + "\n";
        return "'" + all.substring(0, Math.min(all.length(), MAX_SHOWN)) + "'";
    }

    /** {@code PERSID}. */
    static PyStr persistentId(byte[] line) {
        String s = new String(line, StandardCharsets.ISO_8859_1);
        if (!isAscii(s)) {
            throw PickleErrors.unpickling("persistent IDs in protocol 0 must be ASCII strings");
        }
        return PyStr.of(s);
    }
}
