package org.picklejar.interp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Arithmetic;
import org.picklejar.ops.Comparisons;
import org.picklejar.ops.Iteration;
import org.picklejar.ops.Text;

/** {@code frame.f_locals} of a function: reads and writes the variables themselves (PEP 667). */
public final class FrameLocalsProxy extends PyObject {
    public static final PyType TYPE = PyType.builtin("FrameLocalsProxy", FrameLocalsProxy.class, PyType.OBJECT)
            .notSubclassable();

    private final PythonFrame frame;
    private final FrameVariables variables;

    FrameLocalsProxy(PythonFrame frame) {
        this.frame = frame;
        this.variables = FrameVariables.of(frame.code);
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    @Override
    public void traverse(Consumer<PyObject> visitor) {
        visitor.accept(frame);
    }

    static void define(TypeBuilder<?> builder) {
        TypeBuilder<FrameLocalsProxy> b = builder.of(FrameLocalsProxy.class);
        b.newSlotOnly((x, cls, args, names) -> make(args, names))
                .notHashable()
                .unaryTail(Slot.REPR, (x, p) -> Text.repr(x, p.copy()))
                .unary(Slot.LEN, p -> PyInt.of(p.copy().size()))
                .unaryTail(Slot.ITER, (x, p) -> x == null ? p : Iteration.iter(x, p.keys()))
                .binaryTail(Slot.CONTAINS, (x, p, k) -> PyBool.of(p.get(x, k) != null))
                .binaryTail(Slot.GETITEM, FrameLocalsProxy::getItem)
                .ternaryTail(Slot.SETITEM, (x, p, k, v) -> {
                    p.set(x, k, v);
                    return PySingleton.NONE;
                })
                .binaryTail(Slot.DELITEM, (x, p, k) -> {
                    p.pop(x, k, null);
                    return PySingleton.NONE;
                })
                .comparisons(FrameLocalsProxy::compare)
                .arithmetic(Slot.OR, (x, a, o) -> Arithmetic.binary(x, Slot.OR, bare(a), bare(o)))
                .rawBinary(Slot.IOR, (x, a, o) -> {
                    if (!(bare(o) instanceof PyDict d)) {
                        return PySingleton.NOT_IMPLEMENTED;
                    }
                    ((FrameLocalsProxy) a).update(x, d);
                    return a;
                });
        methods(b);
    }

    private static void methods(TypeBuilder<FrameLocalsProxy> b) {
        b.tail("get(self, key, default=None, /)", (x, p, k, d) -> {
                    PyObject v = p.get(x, k);
                    return v == null ? d : v;
                })
                .tail("setdefault(self, key, default=None, /)", (x, p, k, d) -> {
                    PyObject v = p.get(x, k);
                    if (v == null) {
                        p.set(x, k, d);
                    }
                    return v == null ? d : v;
                })
                .tail("pop(self, key, default=<unset>, /)", (x, p, k, d) -> p.pop(x, k, d))
                .tail("update(self, other, /)", (x, p, o) -> {
                    if (!(bare(o) instanceof PyDict d)) {
                        throw Errors.typeError("update() argument must be dict or another FrameLocalsProxy");
                    }
                    p.update(x, d);
                    return PySingleton.NONE;
                })
                .method("keys(self, /)", (FrameLocalsProxy p) -> p.keys())
                .method("values(self, /)", (FrameLocalsProxy p) -> PyList.of(p.copy().valueArray()))
                .method("items(self, /)", (FrameLocalsProxy p) -> p.items())
                .method("copy(self, /)", (FrameLocalsProxy p) -> p.copy())
                .method("__reversed__(self, /)", (FrameLocalsProxy p) -> {
                    List<PyObject> keys = new ArrayList<>(List.of(p.copy().keyArray()));
                    Collections.reverse(keys);
                    return PyList.of(keys);
                });
    }

    private static PyObject make(PyObject[] args, PyTuple names) {
        int keywords = names == null ? 0 : names.size();
        if (args.length - keywords != 1) {
            throw Errors.typeError(
                    "FrameLocalsProxy expected 1 argument, got %d", args.length - keywords);
        }
        if (!(args[0] instanceof PythonFrame f)) {
            throw Errors.typeError("expect frame, not %s", args[0].type().name());
        }
        if (keywords > 0) {
            throw Errors.typeError("FrameLocalsProxy takes no keyword arguments");
        }
        return new FrameLocalsProxy(f);
    }

    // ---- variables

    private PyDict copy() {
        return variables.copy(frame);
    }

    private PyList keys() {
        return PyList.of(copy().keyArray());
    }

    private PyList items() {
        PyDict d = copy();
        PyObject[] keys = d.keyArray();
        PyObject[] values = d.valueArray();
        PyObject[] out = new PyObject[keys.length];
        for (int i = 0; i < keys.length; i++) {
            out[i] = PyTuple.of(keys[i], values[i]);
        }
        return PyList.of(out);
    }

    private static PyObject bare(PyObject o) {
        return o instanceof FrameLocalsProxy p ? p.copy() : o;
    }

    /** @return null when nothing is bound */
    private PyObject get(Execution x, PyObject key) {
        int number = variables.find(x, key);
        PyObject v = number < 0 ? null : variables.get(frame, number);
        return v != null || frame.extraLocals == null ? v : frame.extraLocals.get(x, key);
    }

    private static PyObject getItem(Execution x, FrameLocalsProxy p, PyObject key) {
        PyObject v = p.get(x, key);
        if (v == null) {
            throw Errors.keyError(key);
        }
        return v;
    }

    private void set(Execution x, PyObject key, PyObject value) {
        int number = variables.find(x, key);
        if (number >= 0) {
            variables.set(frame, number, value);
            return;
        }
        if (frame.extraLocals == null) {
            frame.extraLocals = new PyDict();
        }
        frame.extraLocals.put(x, key, value);
    }

    /** Variables of the code stay; what was added can be removed. */
    private PyObject pop(Execution x, PyObject key, PyObject fallback) {
        if (variables.find(x, key) >= 0) {
            throw Errors.valueError("cannot remove local variables from FrameLocalsProxy");
        }
        PyObject v = frame.extraLocals == null ? null : frame.extraLocals.remove(x, key);
        if (v == null && fallback == null) {
            throw Errors.keyError(key);
        }
        return v == null ? fallback : v;
    }

    private void update(Execution x, PyDict other) {
        PyObject[] keys = other.keyArray();
        PyObject[] values = other.valueArray();
        for (int i = 0; i < keys.length; i++) {
            set(x, keys[i], values[i]);
        }
    }

    private static PyObject compare(Execution x, FrameLocalsProxy p, PyObject other, Slot op) {
        if (op != Slot.EQ && op != Slot.NE) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        if (other instanceof FrameLocalsProxy q) {
            return PyBool.of((p.frame == q.frame) == (op == Slot.EQ));
        }
        return other instanceof PyDict ? Comparisons.compare(x, op, p.copy(), other) : PySingleton.NOT_IMPLEMENTED;
    }
}
