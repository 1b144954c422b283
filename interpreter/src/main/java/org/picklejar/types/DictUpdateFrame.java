package org.picklejar.types;

import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Names;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Slot;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Items;
import org.picklejar.ops.Iteration;
import org.picklejar.ops.StepFrame;

/** {@code dict.update}: from a mapping by its keys, or from an iterable of pairs. */
public final class DictUpdateFrame extends StepFrame {
    private enum State {
        START,
        METHOD,
        KEYS,
        KEY_ITERATOR,
        KEY,
        VALUE,
        PAIRS,
        PAIR,
        PAIR_ITERATOR,
        PART,
        STORED
    }

    private State state = State.START;
    private PyDict target;
    private PyObject source;
    private PyDict keywords;
    private PyObject result;
    private PyObject iterator;
    /** The key whose value is awaited, or the iterator of a pair. */
    private PyObject current;

    private PyList parts;
    private int count;
    /** Whether items are stored by __setitem__, as OrderedDict does for subclasses. */
    private boolean bySetItem;

    /** For unpickling. */
    public DictUpdateFrame() {}

    /** With the arguments of {@code dict(...)}. */
    public static PyObject update(Execution x, PyDict target, PyObject[] args, PyTuple names, String function) {
        int keywords = names == null ? 0 : names.size();
        PyDict extra = null;
        if (keywords > 0) {
            extra = new PyDict();
            for (int i = 0; i < keywords; i++) {
                extra.put(x, names.get(i), args[args.length - keywords + i]);
            }
        }
        PyTuple positional = PyTuple.of(Arrays.copyOf(args, args.length - keywords));
        return update(x, target, positional, extra, function);
    }

    static PyObject update(Execution x, PyDict target, PyTuple args, PyDict keywords, String function) {
        if (args.size() > 1) {
            throw Errors.typeError("%s expected at most 1 argument, got %d", function, args.size());
        }
        return update(x, target, args.size() == 0 ? null : args.get(0), keywords, PySingleton.NONE);
    }

    /** @param source null when there is none; {@code keywords} may be null too */
    public static PyObject update(Execution x, PyDict target, PyObject source, PyDict keywords, PyObject result) {
        if (source instanceof PyDict d && (d.isExact() || DictType.readsAsDict(d.type()))) {
            target.putAll(x, d);
        } else if (source != null) {
            DictUpdateFrame f = new DictUpdateFrame();
            f.target = target;
            f.source = source;
            f.keywords = keywords;
            f.result = result;
            return f.run(x);
        }
        if (keywords != null) {
            target.putAll(x, keywords);
        }
        return result;
    }

    /** {@link #update} that stores by {@code __setitem__} when a subclass has its own. */
    public static PyObject updateBySetItem(Execution x, PyDict target, PyTuple args, PyDict keywords, String function) {
        if (target.type().ternary(Slot.SETITEM) == PyDict.TYPE.ternary(Slot.SETITEM)) {
            return update(x, target, args, keywords, function);
        }
        if (args.size() > 1) {
            throw Errors.typeError("%s expected at most 1 argument, got %d", function, args.size());
        }
        DictUpdateFrame f = new DictUpdateFrame();
        f.target = target;
        f.source = args.size() == 0 ? new PyDict() : args.get(0);
        f.keywords = keywords;
        f.result = PySingleton.NONE;
        f.bySetItem = true;
        return f.run(x);
    }

    /** The source is used up: its place is taken by the keywords. Null when there are none. */
    private PyObject end() {
        if (keywords == null) {
            return null;
        }
        source = keywords;
        keywords = null;
        state = State.KEYS;
        return source;
    }

    @Override
    protected PyObject advance(Execution x, PyObject value) {
        PyObject v = value;
        for (; ; ) {
            switch (state) {
                case START -> {
                    state = State.METHOD;
                    v = Attributes.get(x, source, Names.KEYS, PySingleton.NOT_IMPLEMENTED);
                }
                case METHOD -> {
                    if (v == PySingleton.NOT_IMPLEMENTED) {
                        state = State.PAIRS;
                        v = Iteration.iter(x, source);
                    } else {
                        state = State.KEYS;
                        v = x.call(v);
                    }
                }
                case KEYS -> {
                    state = State.KEY_ITERATOR;
                    v = Iteration.iter(x, v);
                }
                case KEY_ITERATOR -> {
                    iterator = v;
                    state = State.KEY;
                    v = ask(x, iterator);
                }
                case KEY -> {
                    if (v == null) {
                        v = end();
                        if (v == null) {
                            return result;
                        }
                        continue;
                    }
                    current = v;
                    state = State.VALUE;
                    v = Items.get(x, source, current);
                }
                case VALUE -> {
                    state = State.KEY;
                    v = store(x, current, v);
                }
                case PAIRS -> {
                    iterator = v;
                    state = State.PAIR;
                    v = ask(x, iterator);
                }
                case PAIR -> {
                    if (v == null) {
                        v = end();
                        if (v == null) {
                            return result;
                        }
                        continue;
                    }
                    if (v.type().unary(Slot.ITER) == null && v.type().binary(Slot.GETITEM) == null) {
                        throw notASequence();
                    }
                    PyObject[] items = Iteration.itemsOrNull(v);
                    if (items != null) {
                        v = put(x, items);
                    } else {
                        state = State.PAIR_ITERATOR;
                        v = Iteration.iter(x, v);
                    }
                }
                case PAIR_ITERATOR -> {
                    current = v;
                    parts = new PyList();
                    state = State.PART;
                    v = ask(x, current);
                }
                case PART -> {
                    if (v != null) {
                        parts.append(v);
                        v = ask(x, current);
                    } else {
                        PyObject[] pair = parts.toArray();
                        parts = null;
                        v = put(x, pair);
                    }
                }
                case STORED -> {
                    // A key needs __getitem__ for its value; a pair has it.
                    state = current == null ? State.PAIR : State.KEY;
                    v = ask(x, iterator);
                }
            }
            if (v == Pending.PENDING) {
                return v;
            }
        }
    }

    private PyException notASequence() {
        return Errors.typeError("cannot convert dictionary update sequence element #%d to a sequence", count);
    }

    private PyObject put(Execution x, PyObject[] pair) {
        if (pair.length != 2) {
            throw Errors.valueError(
                    "dictionary update sequence element #%d has length %d; 2 is required", count, pair.length);
        }
        count++;
        current = null;
        state = State.PAIR;
        return store(x, pair[0], pair[1]);
    }

    /** Stores an item and asks for what is next. */
    private PyObject store(Execution x, PyObject key, PyObject value) {
        if (!bySetItem) {
            target.put(x, key, value);
            return ask(x, iterator);
        }
        state = State.STORED;
        return Items.set(x, target, key, value);
    }

    @Override
    protected PyObject failed(Execution x, PyException e) {
        if (state == State.PAIR_ITERATOR && e.is(ExceptionTypes.TYPE_ERROR)) {
            throw notASequence();
        }
        throw e;
    }

    @Override
    protected PyObject[] fields() {
        return new PyObject[] {
            PyStr.of(state.name()),
            target,
            source,
            keywords,
            result,
            iterator,
            current,
            parts,
            PyInt.of(count),
            PyBool.of(bySetItem)
        };
    }

    @Override
    protected void setFields(PyObject[] f) {
        state = State.valueOf(f[0].toString());
        target = (PyDict) f[1];
        source = f[2];
        keywords = (PyDict) f[3];
        result = f[4];
        iterator = f[5];
        current = f[6];
        parts = (PyList) f[7];
        count = (int) ((PyInt) f[8]).value;
        bySetItem = f[9] == PyBool.TRUE;
    }
}
