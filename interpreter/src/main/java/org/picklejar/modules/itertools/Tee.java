package org.picklejar.modules.itertools;

import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Iteration;
import org.picklejar.ops.NextFrame;
import org.picklejar.ops.OpenFrame;
import org.picklejar.ops.SoftIterator;
import org.picklejar.ops.StepFrame;
import org.picklejar.ops.Values;

/** One of the iterators of {@code itertools.tee}: a place in a chain of blocks that the others share. */
final class Tee extends SoftIterator {
    static final PyType TYPE = PyType.builtin("_tee", Tee.class, PyType.OBJECT)
            .inModule("itertools")
            .notSubclassable();

    /** Some of the items that the underlying iterator gave; blocks that every iterator has passed are garbage. */
    static final class Block extends PyObject {
        static final PyType TYPE = PyType.builtin("_tee_dataobject", Block.class, PyType.OBJECT)
                .inModule("itertools")
                .notSubclassable();
        private static final int SIZE = 57;
        private final PyObject source;
        private final PyObject[] values = new PyObject[SIZE];
        private int count;
        private Block next;
        private boolean running;

        Block(PyObject source) {
            this.source = source;
        }

        @Override
        public PyType type() {
            return TYPE;
        }

        private Block next() {
            if (next == null) {
                next = new Block(source);
            }
            return next;
        }

        private PyObject reduce() {
            PyObject[] filled = Arrays.copyOf(values, count);
            return PyTuple.of(
                    TYPE, PyTuple.of(source, new PyList(filled, count), next == null ? PySingleton.NONE : next));
        }

        static void define(TypeBuilder<?> builder) {
            builder.of(Block.class)
                    .doc(
                            "teedataobject(iterable, values, next, /)\n--\n\nData container common to multiple tee objects.")
                    .constructor("_tee_dataobject(cls, it, values, next, /)", (x, cls, a) -> {
                        Block b = new Block(a[1]);
                        PyList l = Values.as(PyList.class, a[2]);
                        b.count = Math.min(SIZE, l.size);
                        System.arraycopy(l.items, 0, b.values, 0, b.count);
                        b.next = a[3] instanceof Block n ? n : null;
                        return b;
                    })
                    .method("__reduce__(self, /) -- Return state information for pickling.", Block::reduce);
        }
    }

    private Block block;
    private int index;

    Tee(Block block, int index) {
        super(TYPE);
        this.block = block;
        this.index = index;
    }

    @Override
    protected void open(PyObject[] iterators) {
        if (iterators[0] instanceof Tee t) {
            block = t.block;
            index = t.index;
        } else {
            block = new Block(iterators[0]);
        }
    }

    @Override
    public PyObject next(Execution x) {
        if (index == Block.SIZE) {
            block = block.next();
            index = 0;
        }
        return index < block.count ? block.values[index++] : super.next(x);
    }

    @Override
    protected PyObject advance(Execution x, NextFrame call, PyObject value) {
        PyObject v = value;
        if (call.stage == 0) {
            call.stage = 1;
            if (block.running) {
                throw Errors.runtimeError("cannot re-enter the tee iterator");
            }
            block.running = true;
            call.a = block;
            try {
                v = call.askFor(x, block.source);
            } catch (PyException e) {
                block.running = false;
                throw e;
            }
            if (v == Pending.PENDING) {
                return v;
            }
        }
        Block b = (Block) call.a;
        b.running = false;
        if (v == null) {
            return null;
        }
        b.values[b.count++] = v;
        index++;
        return v;
    }

    @Override
    protected PyObject failed(Execution x, NextFrame call, PyException e) {
        ((Block) call.a).running = false;
        throw e;
    }

    private PyObject setState(Execution x, PyObject state) {
        PyTuple t = PoolIterator.arguments(state, 2);
        block = Values.as(Block.class, t.get(0), "argument 1 must be itertools._tee_dataobject");
        index = Values.toInt(x, t.get(1));
        return PySingleton.NONE;
    }

    /** {@code tee(iterable, n)}. */
    static PyObject tee(Execution x, PyObject iterable, PyObject count) {
        int n = Values.toInt(count);
        if (n < 0) {
            throw Errors.valueError("n must be >= 0");
        }
        if (n == 0) {
            return PyTuple.EMPTY;
        }
        return new TeeFrame(iterable, n).run(x);
    }

    /** Opens the iterable of {@code tee}. */
    public static final class TeeFrame extends StepFrame {
        private PyObject iterable;
        private int count;

        /** For unpickling. */
        public TeeFrame() {}

        TeeFrame(PyObject iterable, int count) {
            this.iterable = iterable;
            this.count = count;
        }

        @Override
        protected PyObject advance(Execution x, PyObject value) {
            PyObject it = value == null ? Iteration.iter(x, iterable) : value;
            if (it == Pending.PENDING) {
                return it;
            }
            Tee first = new Tee(null, 0);
            first.open(new PyObject[] {it});
            PyObject[] out = new PyObject[count];
            out[0] = first;
            for (int i = 1; i < count; i++) {
                out[i] = new Tee(first.block, first.index);
            }
            return PyTuple.of(out);
        }

        @Override
        protected PyObject[] fields() {
            return new PyObject[] {iterable, PyInt.of(count)};
        }

        @Override
        protected void setFields(PyObject[] f) {
            iterable = f[0];
            count = (int) ((PyInt) f[1]).value;
        }
    }

    static void define(TypeBuilder<?> builder) {
        define(builder, Tee.class)
                .doc("Iterator wrapped to make it copyable.")
                .constructor("_tee(cls, iterable, /)", (x, cls, a) -> OpenFrame.open(x, new Tee(null, 0), a[1]))
                .method("__copy__(self, /) -- Returns an independent iterator.", t -> new Tee(t.block, t.index))
                .method(
                        "__reduce__(self, /) -- Return state information for pickling.",
                        t -> PyTuple.of(TYPE, PyTuple.of(PyTuple.EMPTY), PyTuple.of(t.block, PyInt.of(t.index))))
                .tail(
                        "__setstate__(self, state, /) -- Set state information for unpickling.",
                        (x, t, s) -> t.setState(x, s));
    }
}
