package org.picklejar.modules.unicodedata;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.ops.Values;
import org.picklejar.text.unicode.CharacterData;
import org.picklejar.text.unicode.CharacterNames;
import org.picklejar.text.unicode.Normalization;

/** The module {@code unicodedata}. */
public final class UnicodedataModule {
    private UnicodedataModule() {}

    /** A function of character data. */
    private interface Query {
        PyObject of(CharacterData data, PyObject[] args);
    }

    /** The functions of the module, which are also methods of {@link PyUnicodeData}: signatures without self, and what they do. */
    private static final Map<String, Query> QUERIES = new LinkedHashMap<>();

    static {
        QUERIES.put("category(chr, /)", (u, a) -> PyStr.of(u.category(character(a[0], "category"))));
        QUERIES.put("bidirectional(chr, /)", (u, a) -> PyStr.of(u.bidirectional(character(a[0], "bidirectional"))));
        QUERIES.put("combining(chr, /)", (u, a) -> PyInt.of(u.combining(character(a[0], "combining"))));
        QUERIES.put("mirrored(chr, /)", (u, a) -> PyInt.of(u.isMirrored(character(a[0], "mirrored")) ? 1 : 0));
        QUERIES.put(
                "east_asian_width(chr, /)", (u, a) -> PyStr.of(u.eastAsianWidth(character(a[0], "east_asian_width"))));
        QUERIES.put("decomposition(chr, /)", (u, a) -> PyStr.of(u.decomposition(character(a[0], "decomposition"))));
        QUERIES.put("decimal(chr, default=<unset>, /)", (u, a) -> {
            int v = u.decimalValue(character(a[0], "decimal"));
            return v >= 0 ? PyInt.of(v) : missing(a[1], "not a decimal");
        });
        QUERIES.put("digit(chr, default=<unset>, /)", (u, a) -> {
            int v = u.digitValue(character(a[0], "digit"));
            return v >= 0 ? PyInt.of(v) : missing(a[1], "not a digit");
        });
        QUERIES.put("numeric(chr, default=<unset>, /)", (u, a) -> {
            double v = u.numericValue(character(a[0], "numeric"));
            return Double.isNaN(v) ? missing(a[1], "not a numeric character") : new PyFloat(v);
        });
        QUERIES.put("name(chr, default=<unset>, /)", (u, a) -> {
            String name = u.name(character(a[0], "name"));
            return name != null ? PyStr.of(name) : missing(a[1], "no such name");
        });
        QUERIES.put("lookup(name, /)", (u, a) -> lookup(u, a[0]));
        QUERIES.put("normalize(form, unistr, /)", (u, a) -> normalize(u, a[0], a[1]));
        QUERIES.put("is_normalized(form, unistr, /)", (u, a) -> {
            Normalization form = form(a[0]);
            String text = text(a[1]);
            return PyBool.of(u.normalize(form, text).equals(text));
        });
    }

    public static PyModule create(Execution x) {
        ModuleBuilder b = new ModuleBuilder("unicodedata")
                .constant("unidata_version", PyStr.of(CharacterData.LATEST.version()))
                .constant("ucd_3_2_0", PyUnicodeData.V3_2)
                .type(PyUnicodeData.TYPE);
        QUERIES.forEach((signature, q) -> b.tailN(signature, (e, a) -> q.of(CharacterData.LATEST, a)));
        return b.build();
    }

    /** @return whether the type is defined here */
    public static boolean define(String name, TypeBuilder<?> builder) {
        if (!name.endsWith("UCD")) {
            return false;
        }
        TypeBuilder<PyUnicodeData> b = builder.of(PyUnicodeData.class);
        b.member("unidata_version", u -> PyStr.of(u.data.version()))
                .method("__reduce__(self, /)", (PyUnicodeData u) -> PyStr.of("ucd_3_2_0"));
        QUERIES.forEach((signature, q) -> b.methodN(
                signature.replaceFirst("\\(", "(self, "), (u, a) -> q.of(u.data, Arrays.copyOfRange(a, 1, a.length))));
        return true;
    }

    private static int character(PyObject o, String function) {
        if (!(Values.payload(o) instanceof PyStr s)) {
            throw Errors.typeError(
                    "%s() argument%s must be a unicode character, not %s",
                    function,
                    function.equals("name")
                                    || function.startsWith("d") && !function.equals("decomposition")
                                    || function.equals("numeric")
                            ? " 1"
                            : "",
                    o.type().name());
        }
        if (s.length() != 1) {
            throw Errors.typeError(
                    "%s(): argument must be a unicode character, not a string of length %d", function, s.length());
        }
        return s.codePointAt(0);
    }

    private static PyObject missing(PyObject other, String message) {
        if (other == null) {
            throw Errors.valueError(message);
        }
        return other;
    }

    private static PyObject lookup(CharacterData data, PyObject name) {
        String text = Values.str(name, "lookup() argument").toString();
        boolean latest = data == CharacterData.LATEST;
        int c = latest ? CharacterNames.lookup(text) : CharacterNames.lookupName(text);
        if (c >= 0) {
            return PyStr.ofCodePoint(c);
        }
        String sequence = latest ? CharacterNames.sequence(text) : null;
        if (sequence == null) {
            throw Errors.keyError(PyStr.of("undefined character name '" + text + "'"));
        }
        return PyStr.of(sequence);
    }

    private static String text(PyObject s) {
        return Values.str(s, "argument 2").toString();
    }

    private static Normalization form(PyObject form) {
        return switch (Values.str(form, "argument 1").toString()) {
            case "NFC" -> Normalization.NFC;
            case "NFD" -> Normalization.NFD;
            case "NFKC" -> Normalization.NFKC;
            case "NFKD" -> Normalization.NFKD;
            default -> throw Errors.valueError("invalid normalization form");
        };
    }

    private static PyObject normalize(CharacterData data, PyObject form, PyObject s) {
        String before = text(s);
        String after = data.normalize(form(form), before);
        return after.equals(before) && s instanceof PyStr ? s : PyStr.of(after);
    }
}
