package org.picklejar.types;

import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.KeyOperation;
import org.picklejar.core.Keys;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Slot;
import org.picklejar.ops.EntriesFrame;
import org.picklejar.ops.Items;
import org.picklejar.ops.Iteration;

/** {@code dict.update}: from a mapping by its keys, or from an iterable of pairs (CPython: dict_update_arg). */
public final class DictUpdateFrame extends EntriesFrame {
    private PyDict target;
    private PyDict keywords;
    private PyObject result;
    /** Whether items are stored by __setitem__, as OrderedDict does for subclasses. */
    private boolean bySetItem;
    /** How many pairs are stored. */
    private int count;
    /** Whether the items of a pair are awaited. */
    private boolean pairing;

    /** For unpickling. */
    public DictUpdateFrame() {}

    private DictUpdateFrame(PyDict target, PyObject source, PyDict keywords, PyObject result, boolean bySetItem) {
        super(source);
        this.target = target;
        this.keywords = keywords;
        this.result = result;
        this.bySetItem = bySetItem;
    }

    /** With the arguments of {@code dict(...)}. */
    public static PyObject update(Execution x, PyDict target, PyObject[] args, PyTuple names, String function) {
        int positional = args.length - (names == null ? 0 : names.size());
        PyDict keywords = names == null ? null : PyDict.ofKeywords(names, args);
        return update(x, target, PyTuple.of(Arrays.copyOf(args, positional)), keywords, function);
    }

    static PyObject update(Execution x, PyDict target, PyTuple args, PyDict keywords, String function) {
        if (args.size() > 1) {
            throw Errors.typeError("%s expected at most 1 argument, got %d", function, args.size());
        }
        return update(x, target, args.size() == 0 ? null : args.get(0), keywords, PySingleton.NONE);
    }

    /** @param source null when there is none; {@code keywords} may be null too */
    public static PyObject update(Execution x, PyDict target, PyObject source, PyDict keywords, PyObject result) {
        PyObject first = source == null ? keywords : source;
        PyDict second = source == null ? null : keywords;
        if (first != null && readsAsDict(first) && target.copyFrom((PyDict) first)) {
            first = second;
            second = null;
        }
        if (first == null) {
            return result;
        }
        return new DictUpdateFrame(target, first, second, result, false).run(x);
    }

    /** {@link #update} that stores by {@code __setitem__} when a subclass has its own. */
    public static PyObject updateBySetItem(Execution x, PyDict target, PyTuple args, PyDict keywords, String function) {
        if (target.type().ternary(Slot.SETITEM) == PyDict.TYPE.ternary(Slot.SETITEM)) {
            return update(x, target, args, keywords, function);
        }
        if (args.size() > 1) {
            throw Errors.typeError("%s expected at most 1 argument, got %d", function, args.size());
        }
        PyObject source = args.size() == 0 ? new PyDict() : args.get(0);
        return new DictUpdateFrame(target, source, keywords, PySingleton.NONE, true).run(x);
    }

    @Override
    protected PyObject openOther(Execution x, PyObject source) {
        return Iteration.iter(x, source);
    }

    @Override
    protected PyObject other(Execution x, PyObject item) {
        PyObject pair;
        try {
            pair = TupleFrame.gather(x, PyTuple.TYPE, item);
        } catch (PyException e) {
            throw notASequence(e);
        }
        pairing = true;
        return pair == Pending.PENDING ? pair : entryResumed(x, pair);
    }

    @Override
    protected PyObject failed(Execution x, PyException e) {
        throw pairing ? notASequence(e) : e;
    }

    private PyException notASequence(PyException e) {
        return e.is(ExceptionTypes.TYPE_ERROR)
                ? Errors.typeError("cannot convert dictionary update sequence element #%d to a sequence", count)
                : e;
    }

    @Override
    protected PyObject entryResumed(Execution x, PyObject value) {
        if (!pairing) {
            return null;
        }
        pairing = false;
        PyTuple pair = (PyTuple) value;
        if (pair.size() != 2) {
            throw Errors.valueError(
                    "dictionary update sequence element #%d has length %d; 2 is required", count, pair.size());
        }
        count++;
        return entry(x, pair.get(0), Keys.UNKNOWN, pair.get(1));
    }

    @Override
    protected PyObject entry(Execution x, PyObject key, long hash, PyObject value) {
        PyObject stored =
                bySetItem ? Items.set(x, target, key, value) : KeyOperation.SET_ITEM.on(x, target, key, hash, value);
        return stored == Pending.PENDING ? stored : null;
    }

    @Override
    protected PyObject end(Execution x) {
        if (keywords == null) {
            return result;
        }
        PyDict more = keywords;
        keywords = null;
        goOnWithEntries(more);
        return null;
    }

    @Override
    protected PyObject[] operands() {
        return new PyObject[] {target, keywords, result, PyBool.of(bySetItem), PyInt.of(count), PyBool.of(pairing)};
    }

    @Override
    protected void setOperands(PyObject[] operands) {
        target = (PyDict) operands[0];
        keywords = (PyDict) operands[1];
        result = operands[2];
        bySetItem = operands[3] == PyBool.TRUE;
        count = (int) ((PyInt) operands[4]).value;
        pairing = operands[5] == PyBool.TRUE;
    }
}
