package org.picklejar.interp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.picklejar.code.CodeObject;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyCode;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyException;
import org.picklejar.core.PyFunction;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Suggestions;
import org.picklejar.ops.Values;

/** Calls of Python functions: binds arguments to parameters. */
public final class Calls {
    private Calls() {}

    /** Pushes the frame of a call; of a generator function the result is the generator. */
    public static PyObject call(Execution x, PyFunction fn, PyObject[] args, PyTuple names) {
        fn.code.requireVerified();
        PythonFrame f = new PythonFrame(fn);
        bind(fn, f.registers, args, names);
        return start(x, fn, f);
    }

    static PyObject start(Execution x, PyFunction fn, PythonFrame f) {
        int flags = fn.code.flags;
        if ((flags & (CodeObject.GENERATOR | CodeObject.COROUTINE | CodeObject.ASYNC_GENERATOR)) != 0) {
            PyGenerator.Kind kind = (flags & CodeObject.ASYNC_GENERATOR) != 0
                    ? PyGenerator.Kind.ASYNC_GENERATOR
                    : (flags & CodeObject.COROUTINE) != 0 ? PyGenerator.Kind.COROUTINE : PyGenerator.Kind.GENERATOR;
            PyGenerator g = new PyGenerator(kind, f, fn.code, fn.name, fn.qualname);
            if (kind == PyGenerator.Kind.COROUTINE && x.originDepth > 0) {
                g.origin = CurrentFrame.origin(x, x.originDepth);
            }
            return g;
        }
        x.push(f);
        return Compiled.start(x, f);
    }

    private static void bind(PyFunction fn, PyObject[] out, PyObject[] args, PyTuple names) {
        PyCode pyCode = fn.code;
        CodeObject code = pyCode.code;
        int keywords = names == null ? 0 : names.size();
        int given = args.length - keywords;
        int argCount = code.argCount;
        int total = argCount + code.kwOnlyCount;
        int direct = Math.min(given, argCount);
        System.arraycopy(args, 0, out, 0, direct);
        boolean varArgs = (code.flags & CodeObject.VARARGS) != 0;
        if (varArgs) {
            out[total] = given > argCount ? PyTuple.of(Arrays.copyOfRange(args, argCount, given)) : PyTuple.EMPTY;
        }
        PyDict extra = null;
        if ((code.flags & CodeObject.VARKEYWORDS) != 0) {
            extra = new PyDict();
            out[total + (varArgs ? 1 : 0)] = extra;
        }
        for (int k = 0; k < keywords; k++) {
            bindKeyword(fn, out, extra, names, k, args[given + k], total);
        }
        if (given > argCount && !varArgs) {
            throw tooMany(fn, given, out);
        }
        if (given < argCount) {
            int defaults = fn.defaults == null ? 0 : fn.defaults.size();
            int firstDefault = argCount - defaults;
            List<String> missing = null;
            for (int i = given; i < argCount; i++) {
                if (out[i] == null) {
                    if (i >= firstDefault) {
                        out[i] = fn.defaults.get(i - firstDefault);
                    } else {
                        missing = missing == null ? new ArrayList<>() : missing;
                        missing.add(code.varNames[i]);
                    }
                }
            }
            if (missing != null) {
                throw missing(fn, missing, "positional");
            }
        }
        if (code.kwOnlyCount > 0) {
            bindKeywordOnly(fn, out, argCount, total);
        }
    }

    private static void bindKeywordOnly(PyFunction fn, PyObject[] out, int from, int to) {
        List<String> missing = null;
        for (int i = from; i < to; i++) {
            if (out[i] == null) {
                String name = fn.code.code.varNames[i];
                PyObject v = fn.kwDefaults == null ? null : fn.kwDefaults.get(name);
                if (v == null) {
                    missing = missing == null ? new ArrayList<>() : missing;
                    missing.add(name);
                }
                out[i] = v;
            }
        }
        if (missing != null) {
            throw missing(fn, missing, "keyword-only");
        }
    }

    private static void bindKeyword(
            PyFunction fn, PyObject[] out, PyDict extra, PyTuple names, int k, PyObject value, int total) {
        CodeObject code = fn.code.code;
        if (!(Values.payload(names.get(k)) instanceof PyStr key)) {
            throw Errors.typeError("%s() keywords must be strings", fn.qualname);
        }
        String name = key.toString();
        for (int i = code.posOnlyCount; i < total; i++) {
            if (code.varNames[i].equals(name)) {
                if (out[i] != null) {
                    throw Errors.typeError("%s() got multiple values for argument '%s'", fn.qualname, name);
                }
                out[i] = value;
                return;
            }
        }
        if (extra != null) {
            if (extra.get(key) != null) {
                throw Errors.typeError("%s() got multiple values for keyword argument '%s'", fn.qualname, name);
            }
            extra.put(key, value);
            return;
        }
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < code.posOnlyCount; i++) {
            for (PyObject n : names.items) {
                if (n.toString().equals(code.varNames[i])) {
                    wrong.add(code.varNames[i]);
                }
            }
        }
        if (!wrong.isEmpty()) {
            throw Errors.typeError(
                    "%s() got some positional-only arguments passed as keyword arguments: '%s'",
                    fn.qualname, String.join(", ", wrong));
        }
        String similar = Suggestions.closest(name, Arrays.asList(code.varNames).subList(0, total));
        throw Errors.typeError(
                "%s() got an unexpected keyword argument '%s'%s",
                fn.qualname, name, similar == null ? "" : ". Did you mean '" + similar + "'?");
    }

    private static PyException tooMany(PyFunction fn, int given, PyObject[] out) {
        CodeObject code = fn.code.code;
        int defaults = fn.defaults == null ? 0 : fn.defaults.size();
        String takes = defaults > 0
                ? "from " + (code.argCount - defaults) + " to " + code.argCount
                : Integer.toString(code.argCount);
        boolean plural = defaults > 0 || code.argCount != 1;
        int kwGiven = 0;
        for (int i = code.argCount; i < code.argCount + code.kwOnlyCount; i++) {
            kwGiven += out[i] != null ? 1 : 0;
        }
        String extra = kwGiven == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        " positional argument%s (and %d keyword-only argument%s)",
                        given == 1 ? "" : "s",
                        kwGiven,
                        kwGiven == 1 ? "" : "s");
        return Errors.typeError(
                "%s() takes %s positional argument%s but %d%s %s given",
                fn.qualname, takes, plural ? "s" : "", given, extra, given == 1 && kwGiven == 0 ? "was" : "were");
    }

    private static PyException missing(PyFunction fn, List<String> names, String kind) {
        int n = names.size();
        StringBuilder list = new StringBuilder("'" + names.get(0) + "'");
        for (int i = 1; i < n; i++) {
            list.append(i < n - 1 ? ", " : n > 2 ? ", and " : " and ")
                    .append('\'')
                    .append(names.get(i))
                    .append('\'');
        }
        return Errors.typeError(
                "%s() missing %d required %s argument%s: %s", fn.qualname, n, kind, n == 1 ? "" : "s", list);
    }
}
