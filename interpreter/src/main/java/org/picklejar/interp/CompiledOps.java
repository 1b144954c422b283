package org.picklejar.interp;

import java.util.Arrays;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyCode;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Unboxed;

/** Instructions as compiled code calls them: the fast cases that the loop has in line, and the methods of the instructions for the others. */
public final class CompiledOps {
    private static final long EXACT = 1L << 53;

    private CompiledOps() {}

    // ---- operators; each counts its tick

    public static PyObject add(Execution x, PyObject a, PyObject b) {
        x.ticks++;
        PyObject sum = sum(a, b);
        return sum != null ? sum : ArithmeticInstructions.add(x, a, b);
    }

    public static PyObject iadd(Execution x, PyObject a, PyObject b) {
        x.ticks++;
        PyObject sum = sum(a, b);
        return sum != null ? sum : ArithmeticInstructions.iadd(x, a, b);
    }

    /** Of two ints or two floats; null for others, and when it is too large. */
    private static PyObject sum(PyObject a, PyObject b) {
        if (a instanceof PyInt i && b instanceof PyInt j) {
            long s = i.value + j.value;
            return ((i.value ^ s) & (j.value ^ s)) >= 0 ? PyInt.of(s) : null;
        }
        return a instanceof PyFloat i && b instanceof PyFloat j ? new PyFloat(i.value + j.value) : null;
    }

    public static PyObject sub(Execution x, PyObject a, PyObject b) {
        x.ticks++;
        if (a instanceof PyInt i && b instanceof PyInt j) {
            long s = i.value - j.value;
            if (((i.value ^ j.value) & (i.value ^ s)) >= 0) {
                return PyInt.of(s);
            }
        } else if (a instanceof PyFloat i && b instanceof PyFloat j) {
            return new PyFloat(i.value - j.value);
        }
        return ArithmeticInstructions.sub(x, a, b);
    }

    public static PyObject mul(Execution x, PyObject a, PyObject b) {
        x.ticks++;
        if (a instanceof PyInt i && b instanceof PyInt j) {
            long s = i.value * j.value;
            if (Math.multiplyHigh(i.value, j.value) == s >> 63) {
                return PyInt.of(s);
            }
        } else if (a instanceof PyFloat i && b instanceof PyFloat j) {
            return new PyFloat(i.value * j.value);
        }
        return ArithmeticInstructions.mul(x, a, b);
    }

    public static PyObject lt(Execution x, PyObject a, PyObject b) {
        x.ticks++;
        return a instanceof PyInt i && b instanceof PyInt j
                ? PyBool.of(i.value < j.value)
                : ComparisonInstructions.lt(x, a, b);
    }

    public static PyObject le(Execution x, PyObject a, PyObject b) {
        x.ticks++;
        return a instanceof PyInt i && b instanceof PyInt j
                ? PyBool.of(i.value <= j.value)
                : ComparisonInstructions.le(x, a, b);
    }

    public static PyObject gt(Execution x, PyObject a, PyObject b) {
        x.ticks++;
        return a instanceof PyInt i && b instanceof PyInt j
                ? PyBool.of(i.value > j.value)
                : ComparisonInstructions.gt(x, a, b);
    }

    public static PyObject ge(Execution x, PyObject a, PyObject b) {
        x.ticks++;
        return a instanceof PyInt i && b instanceof PyInt j
                ? PyBool.of(i.value >= j.value)
                : ComparisonInstructions.ge(x, a, b);
    }

    public static PyObject eq(Execution x, PyObject a, PyObject b) {
        x.ticks++;
        return a instanceof PyInt i && b instanceof PyInt j
                ? PyBool.of(i.value == j.value)
                : ComparisonInstructions.eq(x, a, b);
    }

    public static PyObject ne(Execution x, PyObject a, PyObject b) {
        x.ticks++;
        return a instanceof PyInt i && b instanceof PyInt j
                ? PyBool.of(i.value != j.value)
                : ComparisonInstructions.ne(x, a, b);
    }

    // ---- names, attributes, items

    public static PyObject loadGlobal(PythonFrame f, int pc, PyStr name) {
        return f.code.caches[pc >> 2] instanceof Caches.Global g
                        && g.globals == f.globals
                        && g.globals.keysVersion == g.version
                        && g.found.keysVersion == g.foundVersion
                ? g.found.valueAt(g.entry)
                : NameInstructions.loadGlobal(f, pc, name);
    }

    public static PyObject loadAttr(Execution x, PythonFrame f, int pc, PyObject o, PyStr name) {
        PyObject v;
        return f.code.caches[pc >> 2] instanceof Caches.Attribute a
                        && o instanceof PyInstance i
                        && i.shape == a.shape
                        && a.shape.type.version == a.version
                        && a.index >= 0
                        && (v = i.fields[a.index]) != null
                ? v
                : AttributeInstructions.loadAttr(x, f, pc, o, name);
    }

    public static PyObject storeAttr(Execution x, PythonFrame f, int pc, PyObject o, PyStr name, PyObject value) {
        if (f.code.caches[pc >> 2] instanceof Caches.Attribute a
                && o instanceof PyInstance i
                && i.shape == a.shape
                && a.shape.type.version == a.version) {
            if (a.next == null) {
                i.fields[a.index] = value;
            } else {
                i.append(a.next, value);
            }
            return value;
        }
        return AttributeInstructions.storeAttr(x, f, pc, o, name, value);
    }

    /** As {@link AttributeInstructions#loadMethod}. */
    public static PyObject loadMethod(PyCode code, int pc, PyObject o, PyStr name) {
        return code.caches[pc >> 2] instanceof Caches.Attribute a
                        && o instanceof PyInstance i
                        && i.shape == a.shape
                        && a.shape.type.version == a.version
                ? a.value
                : AttributeInstructions.loadMethod(code, pc, o, name);
    }

    public static PyObject subscript(Execution x, PyObject o, PyObject b) {
        if (b instanceof PyInt i && o instanceof PyList l && i.value >= 0 && i.value < l.size && l.isExact()) {
            return l.items[(int) i.value];
        } else if (b instanceof PyInt i && o instanceof PyTuple t && i.value >= 0 && i.value < t.items.length) {
            return t.items[(int) i.value];
        }
        return ItemInstructions.subscript(x, o, b);
    }

    /** An item of a list or tuple, of what is an object else. */
    public static PyObject subscriptAt(Execution x, PyObject o, long i) {
        if (o instanceof PyList l && i >= 0 && i < l.size && l.isExact()) {
            return l.items[(int) i];
        } else if (o instanceof PyTuple t && i >= 0 && i < t.items.length) {
            return t.items[(int) i];
        }
        return ItemInstructions.subscript(x, o, PyInt.of(i));
    }

    public static PyObject storeSubscript(Execution x, PyObject o, PyObject b, PyObject value) {
        if (b instanceof PyInt i && o instanceof PyList l && i.value >= 0 && i.value < l.size && l.isExact()) {
            l.items[(int) i.value] = value;
            return value;
        }
        return ItemInstructions.storeSubscript(x, o, b, value);
    }

    /** Stores an item of a list, of what is an object else. */
    public static PyObject storeSubscriptAt(Execution x, PyObject o, long i, PyObject value) {
        if (o instanceof PyList l && i >= 0 && i < l.size && l.isExact()) {
            l.items[(int) i] = value;
            return value;
        }
        return ItemInstructions.storeSubscript(x, o, PyInt.of(i), value);
    }

    // ---- numbers that are no objects

    public static PyObject box(double v) {
        return new PyFloat(v);
    }

    /** The object that a variable has: a number if the object says so. */
    public static PyObject untag(PyObject o, long i, double d) {
        return o == Unboxed.LONG ? PyInt.of(i) : o == Unboxed.DOUBLE ? new PyFloat(d) : o;
    }

    /** Whether a long is the same number as a double. */
    public static boolean isExact(long v) {
        return v >= -EXACT && v <= EXACT;
    }

    /** @param args those of a method, the object first; null where there is none */
    public static PyObject callMethod(Execution x, PyObject method, PyObject[] args) {
        return CallInstructions.call(x, method, args[0] == null ? Arrays.copyOfRange(args, 1, args.length) : args);
    }

    /** As {@link #callMethod}. */
    public static PyObject callMethodKw(Execution x, PyObject method, PyObject[] args, PyTuple names) {
        PyObject[] given = args[0] == null ? Arrays.copyOfRange(args, 1, args.length) : args;
        return CallInstructions.callMethodKw(x, method, given, names);
    }

    // ---- iteration and jumps

    public static PyObject forIter(Execution x, PyObject it) {
        if (it instanceof PyGenerator g && g.state == PyGenerator.State.SUSPENDED) {
            PyObject v = g.enter(x, PySingleton.NONE);
            x.endValue = null;
            return v;
        }
        return IterationInstructions.forIter(x, it);
    }

    /** Whether the safe point at a backward jump has something to do; else counts the jump. */
    public static boolean isDue(Execution x) {
        if (x.ticks + 1 >= x.tickLimit) {
            return true;
        }
        x.ticks++;
        return false;
    }
}
