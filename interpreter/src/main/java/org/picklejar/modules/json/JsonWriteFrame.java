package org.picklejar.modules.json;

import static org.picklejar.core.Pending.PENDING;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Slot;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.IntLimits;
import org.picklejar.ops.StepFrame;
import org.picklejar.ops.Values;
import org.picklejar.text.FloatText;

/** Writes a JSON value; its result is a tuple with the text. What the encoder calls for other objects and for strings is Python code. */
public final class JsonWriteFrame extends StepFrame {
    private static final PyStr ITEMS = PyStr.of("items");
    private static final PyStr SORT = PyStr.of("sort");

    private enum Awaited {
        /** Nothing: it begins. */
        NOTHING,
        /** What {@code default} makes of an object. */
        DEFAULT,
        /** The text of a string, or of a key. */
        STRING,
        KEY,
        /** The method {@code items} of a dict, what it gives, the list of it, and that this is sorted. */
        METHOD,
        ITEMS,
        ITEM_LIST,
        SORTED
    }

    private JsonEncoder encoder;
    private StringBuilder out = new StringBuilder();
    private Awaited awaited = Awaited.NOTHING;
    private final List<JsonLevel> levels = new ArrayList<>();
    /** What is to be written next; null when the innermost level says. */
    private PyObject value;
    /** The items of the dict that is the value, while they are sorted. */
    private PyList items;
    /** In levels. */
    private int indentation;

    /** For unpickling. */
    public JsonWriteFrame() {}

    /** @param indentation of the value, in levels */
    JsonWriteFrame(JsonEncoder encoder, PyObject value, int indentation) {
        this.encoder = encoder;
        this.value = value;
        this.indentation = indentation;
    }

    @Override
    protected PyObject advance(Execution x, PyObject given) {
        boolean goesOn = take(x, given);
        while (goesOn) {
            if (value != null) {
                goesOn = write(x);
            } else if (levels.isEmpty()) {
                return PyTuple.of(PyStr.of(out.toString()));
            } else {
                goesOn = next(x);
            }
        }
        return PENDING;
    }

    /** Calls a function. @return whether its result was there at once and has been taken */
    private boolean ask(Execution x, Awaited what, PyObject f, PyObject... args) {
        awaited = what;
        PyObject r = x.call(f, args);
        return r != PENDING && take(x, r);
    }

    /** Takes what was awaited. @return false when something else is awaited now */
    private boolean take(Execution x, PyObject given) {
        switch (awaited) {
            case DEFAULT -> value = given;
            case STRING -> out.append(text(given));
            case KEY -> {
                out.append(text(given));
                endKey();
            }
            case METHOD -> {
                return ask(x, Awaited.ITEMS, given);
            }
            case ITEMS -> {
                return listItems(x, given);
            }
            case ITEM_LIST -> {
                items = (PyList) given;
                return encoder.sortKeys ? ask(x, Awaited.SORTED, PyList.TYPE.lookup(SORT), items) : openItems();
            }
            case SORTED -> {
                return openItems();
            }
            default -> {}
        }
        return true;
    }

    private static String text(PyObject encoded) {
        if (Values.payload(encoded) instanceof PyStr s) {
            return s.toString();
        }
        throw Errors.typeError(
                "encoder() must return a string, not %s", encoded.type().name());
    }

    /** Writes the value, or begins to. @return whether it goes on at once */
    private boolean write(Execution x) {
        PyObject v = value;
        PyObject plain = Values.payload(v);
        value = null;
        if (plain instanceof PyStr s) {
            return string(x, s, v, Awaited.STRING);
        } else if (plain instanceof PyList l) {
            return array(v, new JsonLevel(v, null, null), l.size);
        } else if (plain instanceof PyTuple t) {
            return array(v, new JsonLevel(v, null, t.items), t.items.length);
        } else if (plain instanceof PyDict d) {
            return object(x, v, d);
        }
        String scalar = scalar(x, plain);
        if (scalar == null) {
            open(v, new JsonLevel(v, null, null));
            return ask(x, Awaited.DEFAULT, encoder.defaultFunction(), v);
        }
        if (isOutOfRange(plain)) {
            return ask(x, Awaited.NOTHING, x.machine.helpers.get("json_out_of_range"), v);
        }
        out.append(scalar);
        return true;
    }

    /** The text of a constant or number; null for another object. */
    private static String scalar(Execution x, PyObject plain) {
        if (plain == PySingleton.NONE) {
            return "null";
        } else if (plain instanceof PyBool) {
            return plain == PyBool.TRUE ? "true" : "false";
        } else if (plain instanceof PyInteger i) {
            return IntLimits.decimal(x, i);
        } else if (plain instanceof PyFloat f) {
            double d = f.value;
            return Double.isNaN(d)
                    ? "NaN"
                    : Double.isInfinite(d) ? d > 0 ? "Infinity" : "-Infinity" : FloatText.repr(d);
        }
        return null;
    }

    private boolean isOutOfRange(PyObject plain) {
        return !encoder.allowNan && plain instanceof PyFloat f && !Double.isFinite(f.value);
    }

    private boolean string(Execution x, PyStr s, PyObject given, Awaited what) {
        if (encoder.quoting == JsonEncoder.Quoting.OTHER) {
            return ask(x, what, encoder.quotingFunction(), given);
        }
        JsonText.quote(s, encoder.quoting == JsonEncoder.Quoting.ASCII, out);
        if (what == Awaited.KEY) {
            endKey();
        }
        return true;
    }

    private void endKey() {
        out.append(encoder.keySeparator());
        JsonLevel level = innermost();
        value = level.values[level.next - 1];
    }

    private JsonLevel innermost() {
        return levels.get(levels.size() - 1);
    }

    private boolean array(PyObject owner, JsonLevel level, int size) {
        if (size == 0) {
            out.append("[]");
        } else {
            open(owner, level);
            begin('[');
        }
        return true;
    }

    private void begin(char bracket) {
        out.append(bracket);
        indentation++;
    }

    private boolean object(Execution x, PyObject owner, PyDict d) {
        if (d.size() == 0) {
            out.append("{}");
            return true;
        }
        if (!d.isExact() || encoder.sortKeys && !haveOnlyStrings(d)) {
            value = owner;
            checkNesting(owner);
            awaited = Awaited.METHOD;
            PyObject method = Attributes.get(x, owner, ITEMS);
            return method != PENDING && take(x, method);
        }
        PyObject[] keys = d.keyArray();
        PyObject[] values = d.valueArray();
        if (encoder.sortKeys) {
            Arrays.sort(keys, (a, b) -> ((PyStr) a).compareTo((PyStr) b));
            Arrays.setAll(values, i -> d.get((PyStr) keys[i]));
        }
        open(owner, new JsonLevel(owner, keys, values));
        begin('{');
        return true;
    }

    private static boolean haveOnlyStrings(PyDict d) {
        for (PyObject k : d.keyArray()) {
            if (!(k instanceof PyStr)) {
                return false;
            }
        }
        return true;
    }

    private boolean listItems(Execution x, PyObject given) {
        if (given.type().unary(Slot.ITER) == null) {
            throw Errors.typeError(
                    "%s.items() returned a non-iterable (type %s)",
                    value.type().name(), given.type().name());
        }
        return ask(x, Awaited.ITEM_LIST, PyList.TYPE, given);
    }

    /** Opens the dict that is the value, whose items are there. */
    private boolean openItems() {
        PyObject[] keys = new PyObject[items.size];
        PyObject[] values = new PyObject[items.size];
        for (int i = 0; i < keys.length; i++) {
            if (!(Values.payload(items.items[i]) instanceof PyTuple t) || t.size() != 2) {
                throw Errors.valueError("items must return 2-tuples");
            }
            keys[i] = t.get(0);
            values[i] = t.get(1);
        }
        levels.add(new JsonLevel(value, keys, values));
        begin('{');
        value = null;
        items = null;
        return true;
    }

    private void open(PyObject owner, JsonLevel level) {
        checkNesting(owner);
        levels.add(level);
    }

    private void checkNesting(PyObject owner) {
        if (levels.size() >= JsonModule.MOST_NESTED) {
            throw Errors.of(
                    ExceptionTypes.RECURSION_ERROR, "maximum recursion depth exceeded while encoding a JSON object");
        }
        if (encoder.looksForCircles()) {
            for (JsonLevel l : levels) {
                if (l.owner == owner) {
                    throw Errors.valueError("Circular reference detected");
                }
            }
        }
    }

    /** Goes to the next value of the innermost level, or ends it. */
    private boolean next(Execution x) {
        JsonLevel level = innermost();
        if (level.hasEnded()) {
            levels.remove(levels.size() - 1);
            if (level.isContainer()) {
                indentation--;
                if (level.hasBegun) {
                    newLine();
                }
                out.append(level.keys == null ? ']' : '}');
            }
            return true;
        }
        int i = level.next++;
        if (level.keys == null) {
            separate(level);
            value = level.value(i);
            return true;
        }
        PyObject key = level.keys[i];
        PyObject plain = Values.payload(key);
        PyObject given = key;
        if (!(plain instanceof PyStr)) {
            String text = scalar(x, plain);
            if (text == null) {
                if (encoder.skipsKeys()) {
                    return true;
                }
                throw Errors.typeError(
                        "keys must be str, int, float, bool or None, not %s",
                        key.type().name());
            }
            if (isOutOfRange(plain)) {
                return ask(x, Awaited.NOTHING, x.machine.helpers.get("json_out_of_range"), key);
            }
            given = plain = PyStr.of(text);
        }
        separate(level);
        return string(x, (PyStr) plain, given, Awaited.KEY);
    }

    private void separate(JsonLevel level) {
        if (level.hasBegun) {
            out.append(encoder.itemSeparator());
        }
        newLine();
        level.hasBegun = true;
    }

    private void newLine() {
        PyObject indent = encoder.indent();
        if (indent == PySingleton.NONE) {
            return;
        }
        if (!(Values.payload(indent) instanceof PyStr s)) {
            throw Errors.typeError(
                    "can only concatenate str (not \"%s\") to str",
                    indent.type().name());
        }
        out.append('\n').append(s.toString().repeat(Math.max(indentation, 0)));
    }

    @Override
    protected PyObject[] fields() {
        return new PyObject[] {
            encoder,
            PyStr.of(out.toString()),
            PyInt.of(awaited.ordinal()),
            PyTuple.of(levels.stream().map(JsonLevel::save).toArray(PyObject[]::new)),
            value,
            items,
            PyInt.of(indentation)
        };
    }

    @Override
    protected void setFields(PyObject[] fields) {
        encoder = (JsonEncoder) fields[0];
        out = new StringBuilder(fields[1].toString());
        awaited = Awaited.values()[Values.toInt(fields[2])];
        for (PyObject level : ((PyTuple) fields[3]).items) {
            levels.add(JsonLevel.restored((PyTuple) level));
        }
        value = fields[4];
        items = (PyList) fields[5];
        indentation = Values.toInt(fields[6]);
    }
}
