package org.picklejar.modules.unicodedata;

import java.text.Normalizer;
import java.util.Locale;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.ops.Values;
import org.picklejar.text.unicode.CharacterNames;
import org.picklejar.text.unicode.UnicodeProperties;

/** The module {@code unicodedata}. Normalization is that of the JDK. */
public final class UnicodedataModule {
    private UnicodedataModule() {}

    public static PyModule create(Execution x) {
        return new ModuleBuilder("unicodedata")
                .constant("unidata_version", PyStr.of(UnicodeProperties.VERSION))
                .function("category(chr, /)", c -> PyStr.of(UnicodeProperties.category(character(c, "category"))))
                .function(
                        "bidirectional(chr, /)",
                        c -> PyStr.of(UnicodeProperties.bidirectional(character(c, "bidirectional"))))
                .function("combining(chr, /)", c -> PyInt.of(UnicodeProperties.combining(character(c, "combining"))))
                .function(
                        "mirrored(chr, /)",
                        c -> PyInt.of(UnicodeProperties.isMirrored(character(c, "mirrored")) ? 1 : 0))
                .function(
                        "east_asian_width(chr, /)",
                        c -> PyStr.of(UnicodeProperties.eastAsianWidth(character(c, "east_asian_width"))))
                .function("decomposition(chr, /)", c -> PyStr.of(decomposition(character(c, "decomposition"))))
                .function("decimal(chr, default=<unset>, /)", (c, other) -> {
                    int v = UnicodeProperties.decimalValue(character(c, "decimal"));
                    return v >= 0 ? PyInt.of(v) : missing(other, "not a decimal");
                })
                .function("digit(chr, default=<unset>, /)", (c, other) -> {
                    int v = UnicodeProperties.digitValue(character(c, "digit"));
                    return v >= 0 ? PyInt.of(v) : missing(other, "not a digit");
                })
                .function("numeric(chr, default=<unset>, /)", (c, other) -> {
                    int point = character(c, "numeric");
                    return UnicodeProperties.isNumeric(point)
                            ? new PyFloat(UnicodeProperties.numericValue(point))
                            : missing(other, "not a numeric character");
                })
                .function("name(chr, default=<unset>, /)", (c, other) -> {
                    String name = CharacterNames.name(character(c, "name"));
                    return name != null ? PyStr.of(name) : missing(other, "no such name");
                })
                .function("lookup(name, /)", UnicodedataModule::lookup)
                .function("normalize(form, unistr, /)", UnicodedataModule::normalize)
                .function(
                        "is_normalized(form, unistr, /)",
                        (form, s) -> PyBool.of(Normalizer.isNormalized(text(s), form(form))))
                .build();
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

    private static PyObject lookup(PyObject name) {
        String text = Values.str(name, "lookup() argument").toString();
        int c = CharacterNames.lookup(text);
        if (c < 0) {
            throw Errors.keyError(PyStr.of("undefined character name '" + text + "'"));
        }
        return PyStr.ofCodePoint(c);
    }

    private static String text(PyObject s) {
        return Values.str(s, "argument 2").toString();
    }

    private static Normalizer.Form form(PyObject form) {
        return switch (Values.str(form, "argument 1").toString()) {
            case "NFC" -> Normalizer.Form.NFC;
            case "NFD" -> Normalizer.Form.NFD;
            case "NFKC" -> Normalizer.Form.NFKC;
            case "NFKD" -> Normalizer.Form.NFKD;
            default -> throw Errors.valueError("invalid normalization form");
        };
    }

    private static PyObject normalize(PyObject form, PyObject s) {
        String before = text(s);
        String after = Normalizer.normalize(before, form(form));
        return after.equals(before) && s instanceof PyStr ? s : PyStr.of(after);
    }

    /** The mapping one level deep: the JDK has only the full one, so its front part is composed again. */
    private static String decomposition(int c) {
        String whole = Character.toString(c);
        boolean hangul = c >= 0xAC00 && c <= 0xD7A3;
        String full = Normalizer.normalize(whole, Normalizer.Form.NFD);
        if (hangul) {
            return "";
        }
        if (full.equals(whole)) {
            String compatible = Normalizer.normalize(whole, Normalizer.Form.NFKD);
            return compatible.equals(whole) ? "" : "<compat> " + points(compatible);
        }
        int last = full.offsetByCodePoints(full.length(), -1);
        return points(Normalizer.normalize(full.substring(0, last), Normalizer.Form.NFC) + full.substring(last));
    }

    private static String points(String s) {
        StringBuilder out = new StringBuilder();
        s.codePoints()
                .forEach(c -> out.append(out.length() > 0 ? " " : "").append(String.format(Locale.ROOT, "%04X", c)));
        return out.toString();
    }
}
