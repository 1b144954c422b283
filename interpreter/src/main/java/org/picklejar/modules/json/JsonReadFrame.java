package org.picklejar.modules.json;

import static org.picklejar.core.Pending.PENDING;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.ops.IntLimits;
import org.picklejar.ops.StepFrame;
import org.picklejar.ops.Values;

/** Reads a JSON value; its result is the value and the place behind it. The decoder's hooks are Python code. */
public final class JsonReadFrame extends StepFrame {
    private JsonScanner scanner;
    private JsonLexer lexer;
    /** The arrays and objects around the value that comes next: lists and dicts, and lists of pairs for objects whose hook wants these. */
    private List<PyObject> around = new ArrayList<>();
    /** For each of them the key of the value that comes next; None in arrays. */
    private List<PyObject> keys = new ArrayList<>();

    private final Map<PyStr, PyStr> memo = new HashMap<>();

    /** For unpickling. */
    public JsonReadFrame() {}

    JsonReadFrame(JsonScanner scanner, PyStr text, int at) {
        this.scanner = scanner;
        this.lexer = new JsonLexer(text, at);
    }

    @Override
    protected PyObject advance(Execution x, PyObject fromHook) {
        PyObject value = fromHook;
        try {
            while (value != PENDING) {
                if (value == null) {
                    value = value(x);
                } else if (around.isEmpty()) {
                    return PyTuple.of(value, PyInt.of(lexer.at));
                } else {
                    value = add(x, value);
                }
            }
            return PENDING;
        } catch (JsonLexer.Invalid e) {
            if (e.problem == null) {
                throw Errors.stopIteration(PyInt.of(e.place));
            }
            return JsonModule.raise(x, e, lexer.text);
        }
    }

    /** The value that begins here, PENDING for what a hook makes of it, or null when the first one inside of it comes next. */
    private PyObject value(Execution x) throws JsonLexer.Invalid {
        int start = lexer.at;
        switch (lexer.peek()) {
            case '"':
                lexer.at++;
                return lexer.string(scanner.isStrict());
            case '{':
                lexer.at++;
                return object(x);
            case '[':
                lexer.at++;
                return array(x);
            case 'n':
                return lexer.passes("null") ? PySingleton.NONE : noValue(start);
            case 't':
                return lexer.passes("true") ? PyBool.TRUE : noValue(start);
            case 'f':
                return lexer.passes("false") ? PyBool.FALSE : noValue(start);
            case 'N':
                return lexer.passes("NaN") ? constant(x, "NaN") : noValue(start);
            case 'I':
                return lexer.passes("Infinity") ? constant(x, "Infinity") : noValue(start);
            case '-':
                return lexer.passes("-Infinity") ? constant(x, "-Infinity") : number(x);
            default:
                return number(x);
        }
    }

    private static PyObject noValue(int place) throws JsonLexer.Invalid {
        throw new JsonLexer.Invalid(null, place);
    }

    private PyObject constant(Execution x, String name) {
        return x.call(scanner.hook(JsonScanner.PARSE_CONSTANT), PyStr.of(name));
    }

    private PyObject number(Execution x) throws JsonLexer.Invalid {
        int start = lexer.at;
        boolean isFloat = lexer.number();
        PyStr digits = lexer.text.substring(start, lexer.at);
        PyObject hook = scanner.hook(isFloat ? JsonScanner.PARSE_FLOAT : JsonScanner.PARSE_INT);
        if (hook != (isFloat ? PyFloat.TYPE : PyInt.TYPE)) {
            return x.call(hook, digits);
        }
        String s = digits.toString();
        if (isFloat) {
            return new PyFloat(Double.parseDouble(s));
        }
        return s.length() < 18 ? PyInt.of(Long.parseLong(s)) : IntLimits.parse(x, s, 10);
    }

    private PyObject object(Execution x) throws JsonLexer.Invalid {
        open(scanner.wantsPairs() ? new PyList() : new PyDict(), PyStr.EMPTY, "object");
        if (lexer.skipSpace() == '}') {
            return close(x);
        }
        readKey();
        return null;
    }

    private PyObject array(Execution x) {
        open(new PyList(), PySingleton.NONE, "array");
        return lexer.skipSpace() == ']' ? close(x) : null;
    }

    private void open(PyObject container, PyObject key, String what) {
        if (around.size() >= JsonModule.MOST_NESTED) {
            throw Errors.of(
                    ExceptionTypes.RECURSION_ERROR,
                    "maximum recursion depth exceeded while decoding a JSON %s from a unicode string",
                    what);
        }
        around.add(container);
        keys.add(key);
    }

    private void readKey() throws JsonLexer.Invalid {
        if (lexer.peek() != '"') {
            throw new JsonLexer.Invalid("Expecting property name enclosed in double quotes", lexer.at);
        }
        lexer.at++;
        PyStr key = lexer.string(scanner.isStrict());
        PyStr before = memo.putIfAbsent(key, key);
        keys.set(keys.size() - 1, before == null ? key : before);
        if (lexer.skipSpace() != ':') {
            throw new JsonLexer.Invalid("Expecting ':' delimiter", lexer.at);
        }
        lexer.at++;
        lexer.skipSpace();
    }

    /** Puts a value into the innermost container; null when the next one follows, otherwise what became of the container. */
    private PyObject add(Execution x, PyObject value) throws JsonLexer.Invalid {
        PyObject container = around.get(around.size() - 1);
        PyObject key = keys.get(keys.size() - 1);
        boolean isArray = key == PySingleton.NONE;
        if (container instanceof PyDict d) {
            d.put((PyStr) key, value);
        } else {
            ((PyList) container).append(isArray ? value : PyTuple.of(key, value));
        }
        char end = isArray ? ']' : '}';
        int c = lexer.skipSpace();
        if (c == end) {
            return close(x);
        }
        if (c != ',') {
            throw new JsonLexer.Invalid("Expecting ',' delimiter", lexer.at);
        }
        int comma = lexer.at++;
        if (lexer.skipSpace() == end) {
            throw new JsonLexer.Invalid(
                    "Illegal trailing comma before end of " + (isArray ? "array" : "object"), comma);
        }
        if (!isArray) {
            readKey();
        }
        return null;
    }

    /** The innermost container has ended: it, or PENDING for what its hook makes of it. */
    private PyObject close(Execution x) {
        lexer.at++;
        PyObject container = around.remove(around.size() - 1);
        boolean isArray = keys.remove(keys.size() - 1) == PySingleton.NONE;
        PyObject hook = scanner.hook(scanner.wantsPairs() ? JsonScanner.OBJECT_PAIRS_HOOK : JsonScanner.OBJECT_HOOK);
        return isArray || hook == PySingleton.NONE ? container : x.call(hook, container);
    }

    @Override
    protected PyObject[] fields() {
        return new PyObject[] {
            scanner,
            lexer.text,
            PyInt.of(lexer.at),
            PyTuple.of(around.toArray(PyObject[]::new)),
            PyTuple.of(keys.toArray(PyObject[]::new))
        };
    }

    @Override
    protected void setFields(PyObject[] fields) {
        scanner = (JsonScanner) fields[0];
        lexer = new JsonLexer((PyStr) fields[1], Values.toInt(fields[2]));
        around = new ArrayList<>(Arrays.asList(((PyTuple) fields[3]).items));
        keys = new ArrayList<>(Arrays.asList(((PyTuple) fields[4]).items));
    }
}
