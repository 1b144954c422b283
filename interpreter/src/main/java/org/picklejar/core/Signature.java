package org.picklejar.core;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The parameters of a builtin, parsed from a text such as {@code "sort(self, /, *, key=None, reverse: bool = False)"}. A default in
 * angle brackets ({@code default=<unset>}) means that the Java function gets null. An argument with a {@link Conversion} is
 * converted, unless it is the default.
 */
public final class Signature {
    private enum Kind {
        POSITIONAL_ONLY,
        EITHER,
        VAR_POSITIONAL,
        KEYWORD_ONLY,
        VAR_KEYWORD
    }

    private static final class Parameter {
        String name;
        Kind kind;
        boolean required;
        /** The default. */
        PyObject value;

        Conversion conversion;
    }

    private static final Pattern CONVERSION = Pattern.compile(": (?:index|size|bound|position|bool|float)( = )?");

    private final String function;
    /** The name without the class. */
    private final String bare;

    private final Parameter[] parameters;
    private final int positional;
    private final int required;
    /** Behind the last parameter without a default. */
    private final int leastGiven;

    private final int varPositional;
    private final int varKeyword;
    private final boolean simple;
    private final boolean positionalOnly;
    private final boolean converts;
    /** 1 when the first parameter is self, which messages do not count. */
    private final int hidden;

    Signature(String text, String displayName, boolean hasSelf) {
        function = displayName;
        bare = displayName.substring(displayName.lastIndexOf('.') + 1);
        hidden = hasSelf ? 1 : 0;
        int open = text.indexOf('(');
        List<Parameter> all = new ArrayList<>();
        Kind kind = Kind.EITHER;
        for (String part : split(text.substring(open + 1, text.lastIndexOf(')')))) {
            if (part.equals("/")) {
                for (Parameter p : all) {
                    p.kind = Kind.POSITIONAL_ONLY;
                }
            } else if (part.equals("*")) {
                kind = Kind.KEYWORD_ONLY;
            } else {
                Parameter p = new Parameter();
                int eq = part.indexOf('=');
                String name = (eq < 0 ? part : part.substring(0, eq)).strip();
                int colon = name.indexOf(':');
                if (colon >= 0) {
                    p.conversion =
                            Conversion.valueOf(name.substring(colon + 1).strip().toUpperCase(Locale.ROOT));
                    name = name.substring(0, colon);
                }
                p.name = name;
                p.kind = kind;
                p.required = eq < 0;
                if (eq >= 0) {
                    p.value = literal(part.substring(eq + 1).strip());
                }
                if (p.name.startsWith("**")) {
                    p.name = p.name.substring(2);
                    p.kind = Kind.VAR_KEYWORD;
                } else if (p.name.startsWith("*")) {
                    p.name = p.name.substring(1);
                    p.kind = Kind.VAR_POSITIONAL;
                    kind = Kind.KEYWORD_ONLY;
                }
                all.add(p);
            }
        }
        parameters = all.toArray(Parameter[]::new);
        int nPositional = 0;
        int nRequired = 0;
        int vp = -1;
        int vk = -1;
        boolean only = true;
        for (int i = 0; i < parameters.length; i++) {
            Parameter p = parameters[i];
            switch (p.kind) {
                case POSITIONAL_ONLY, EITHER -> {
                    nPositional++;
                    nRequired += p.required ? 1 : 0;
                    only &= p.kind == Kind.POSITIONAL_ONLY;
                }
                case VAR_POSITIONAL -> vp = i;
                case VAR_KEYWORD -> vk = i;
                default -> only = false;
            }
        }
        converts = all.stream().anyMatch(p -> p.conversion != null);
        int least = parameters.length;
        while (least > 0 && !parameters[least - 1].required) {
            least--;
        }
        leastGiven = least;
        positional = nPositional;
        required = nRequired;
        varPositional = vp;
        varKeyword = vk;
        simple = nPositional == parameters.length;
        positionalOnly = only && vk < 0;
    }

    /** The text as Python shows it. */
    static String withoutConversions(String text) {
        return text.indexOf(':') < 0 ? text : CONVERSION.matcher(text).replaceAll(m -> m.group(1) == null ? "" : "=");
    }

    /** What a call with so many positional arguments, none of which has to be converted, leaves out; null when it cannot be called so. */
    PyObject[] defaultsBehind(int given) {
        if (converts || !fits(given)) {
            return null;
        }
        return Arrays.stream(parameters, given, parameters.length)
                .map(p -> p.value)
                .toArray(PyObject[]::new);
    }

    /** Whether it takes so many positional arguments, each for one parameter, and all others have defaults. */
    private boolean fits(int given) {
        return given <= positional && given >= leastGiven && varPositional < 0 && varKeyword < 0;
    }

    /** The first argument from there on that is to be converted, or -1. */
    int toConvert(PyObject[] args, int from) {
        if (converts) {
            for (int i = from; i < args.length; i++) {
                Parameter p = parameters[i];
                if (p.conversion != null && args[i] != p.value && args[i] != null && !p.conversion.isDone(args[i])) {
                    return i;
                }
            }
        }
        return -1;
    }

    Conversion conversion(int parameter) {
        return parameters[parameter].conversion;
    }

    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        boolean quoted = false;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ',';
            if (c == '\'') {
                quoted = !quoted;
            }
            if (c == ',' && !quoted || i == text.length()) {
                String part = text.substring(from, i).strip();
                if (!part.isEmpty()) {
                    parts.add(part);
                }
                from = i + 1;
            }
        }
        return parts;
    }

    private static boolean isInteger(String text) {
        int from = text.startsWith("-") ? 1 : 0;
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() > from;
    }

    private static PyObject literal(String text) {
        switch (text) {
            case "None":
                return PySingleton.NONE;
            case "True":
                return PyBool.TRUE;
            case "False":
                return PyBool.FALSE;
            case "()":
                return PyTuple.EMPTY;
            case "...":
                return PySingleton.ELLIPSIS;
            default:
        }
        if (text.startsWith("<")) {
            return null;
        }
        if (text.startsWith("'")) {
            return PyStr.of(text.substring(1, text.length() - 1).replace("\\n", "\n"));
        }
        if (text.startsWith("b'")) {
            return new PyBytes(text.substring(2, text.length() - 1).getBytes(StandardCharsets.ISO_8859_1));
        }
        if (isInteger(text)) {
            return PyInt.of(Long.parseLong(text));
        }
        return new PyFloat(Double.parseDouble(text));
    }

    /** The arguments by parameter. {@code names} are the keywords of the last arguments, or null. */
    PyObject[] bind(PyObject[] args, PyTuple names) {
        if (names == null && simple && args.length == parameters.length) {
            return args;
        }
        if (names == null && fits(args.length)) {
            PyObject[] all = Arrays.copyOf(args, parameters.length);
            for (int i = args.length; i < all.length; i++) {
                all[i] = parameters[i].value;
            }
            return all;
        }
        int keywords = names == null ? 0 : names.size();
        int given = args.length - keywords;
        if (args.length > parameters.length && varPositional < 0 && varKeyword < 0 && !positionalOnly) {
            throw tooManyInAll(args.length, given == hidden);
        }
        PyObject[] out = new PyObject[parameters.length];
        boolean[] set = new boolean[parameters.length];
        if (given > positional && varPositional < 0) {
            throw tooMany(given);
        }
        int direct = Math.min(given, positional);
        for (int i = 0, p = 0; i < direct; i++, p++) {
            out[p] = args[i];
            set[p] = true;
        }
        if (varPositional >= 0) {
            out[varPositional] =
                    given > positional ? PyTuple.of(Arrays.copyOfRange(args, positional, given)) : PyTuple.EMPTY;
            set[varPositional] = true;
        }
        PyDict extra = varKeyword >= 0 ? new PyDict() : null;
        PyException wrong = null;
        for (int k = 0; k < keywords; k++) {
            PyException e = bindKeyword(out, set, extra, names.get(k), args[given + k]);
            wrong = wrong == null ? e : wrong;
        }
        if (extra != null) {
            out[varKeyword] = extra;
            set[varKeyword] = true;
        }
        for (int i = 0; i < parameters.length; i++) {
            if (!set[i]) {
                if (parameters[i].required) {
                    throw missing(i, given);
                }
                out[i] = parameters[i].value;
            }
        }
        if (wrong != null) {
            throw wrong;
        }
        return out;
    }

    /** @return what is wrong with the keyword, which is told when no argument is missing; null when nothing is */
    private PyException bindKeyword(PyObject[] out, boolean[] set, PyDict extra, PyObject name, PyObject value) {
        String text = name.toString();
        for (int i = 0; i < parameters.length; i++) {
            Parameter p = parameters[i];
            if ((p.kind == Kind.EITHER || p.kind == Kind.KEYWORD_ONLY) && p.name.equals(text)) {
                if (set[i]) {
                    return Errors.typeError(
                            "argument for %s() given by name ('%s') and position (%d)", bare, text, i + 1 - hidden);
                }
                out[i] = value;
                set[i] = true;
                return null;
            }
        }
        if (extra != null) {
            extra.put((PyStr) name, value);
            return null;
        }
        if (positionalOnly) {
            throw Errors.typeError("%s() takes no keyword arguments", function);
        }
        String similar = Suggestions.closest(text, keywordNames());
        return Errors.typeError(
                "%s() got an unexpected keyword argument '%s'%s",
                bare, text, similar == null ? "" : ". Did you mean '" + similar + "'?");
    }

    private List<String> keywordNames() {
        return Stream.of(parameters)
                .filter(p -> p.kind == Kind.EITHER || p.kind == Kind.KEYWORD_ONLY)
                .map(p -> p.name)
                .toList();
    }

    private PyException tooManyInAll(int given, boolean areKeywords) {
        int most = parameters.length - hidden;
        return most == 0
                ? tooMany(given)
                : Errors.typeError(
                        "%s() takes at most %d %sargument%s (%d given)",
                        bare, most, areKeywords ? "keyword " : "", most == 1 ? "" : "s", given - hidden);
    }

    private PyException tooMany(int given) {
        int most = positional - hidden;
        int got = given - hidden;
        if (most == 0 && !positionalOnly) {
            throw Errors.typeError(
                    "%s() takes no positional arguments", function.substring(function.lastIndexOf('.') + 1));
        }
        if (most == 0) {
            return Errors.typeError("%s() takes no arguments (%d given)", function, got);
        }
        if (!positionalOnly || parameters.length > positional) {
            return Errors.typeError(
                    "%s() takes %s %d positional argument%s (%d given)",
                    bare, required == positional ? "exactly" : "at most", most, most == 1 ? "" : "s", got);
        }
        return arity(got);
    }

    private PyException arity(int got) {
        int most = positional - hidden;
        int least = required - hidden;
        if (least == most) {
            return most == 1
                    ? Errors.typeError("%s() takes exactly one argument (%d given)", function, got)
                    : Errors.typeError("%s expected %d arguments, got %d", bare, most, got);
        }
        boolean few = got < least;
        int bound = few ? least : most;
        return Errors.typeError(
                "%s expected at %s %d argument%s, got %d",
                bare, few ? "least" : "most", bound, bound == 1 ? "" : "s", got);
    }

    private int leastByPosition() {
        return (int) Stream.of(parameters)
                .filter(p -> p.kind == Kind.POSITIONAL_ONLY && p.required)
                .count();
    }

    private PyException missing(int i, int given) {
        if (positionalOnly && varPositional < 0) {
            return arity(given - hidden);
        }
        if (parameters[i].kind == Kind.POSITIONAL_ONLY) {
            int least = leastByPosition() - hidden;
            return Errors.typeError(
                    "%s() takes %s %d positional argument%s (%d given)",
                    bare,
                    least == positional - hidden && varPositional < 0 ? "exactly" : "at least",
                    least,
                    least == 1 ? "" : "s",
                    given - hidden);
        }
        return Errors.typeError(
                "%s() missing required argument '%s' (pos %d)", bare, parameters[i].name, i + 1 - hidden);
    }
}
