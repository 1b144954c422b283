package org.picklejar.runtime;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySet;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Text;
import org.picklejar.ops.Values;

/** Converts between Python objects and the values of the facade. */
final class HostValues {
    private final Execution x;

    HostValues(Execution x) {
        this.x = x;
    }

    PyObject toGuest(Object v) {
        if (v == null) {
            return PySingleton.NONE;
        } else if (v instanceof PyObject o) {
            return o;
        } else if (v instanceof String s) {
            return PyStr.of(s);
        } else if (v instanceof Boolean b) {
            return PyBool.of(b);
        } else if (v instanceof BigInteger i) {
            return PyInteger.of(i);
        } else if (v instanceof Double || v instanceof Float) {
            return new PyFloat(((Number) v).doubleValue());
        } else if (v instanceof Number n) {
            return PyInt.of(n.longValue());
        } else if (v instanceof byte[] b) {
            return new PyBytes(b);
        } else if (v instanceof List<?> items) {
            PyList out = new PyList();
            items.forEach(i -> out.append(toGuest(i)));
            return out;
        } else if (v instanceof Map<?, ?> m) {
            PyDict d = new PyDict();
            m.forEach((k, i) -> d.put(PyStr.of(k.toString()), toGuest(i)));
            return d;
        }
        throw new IllegalArgumentException("no Python value for " + v.getClass().getName());
    }

    Object toHost(PyObject o) {
        PyObject v = Values.payload(o);
        if (v == PySingleton.NONE) {
            return null;
        } else if (v instanceof PyStr s) {
            return s.toString();
        } else if (v instanceof PyBool b) {
            return b.value();
        } else if (v instanceof PyInteger i) {
            return i.isLong() ? (Object) i.longValue() : i.big();
        } else if (v instanceof PyFloat f) {
            return f.value;
        } else if (v instanceof PyBytes b) {
            return b.value;
        } else if (v instanceof PyTuple t) {
            return list(t.items);
        } else if (v instanceof PyList l) {
            return list(l.toArray());
        } else if (v instanceof PySet s) {
            return list(s.toArray());
        } else if (v instanceof PyDict d) {
            Map<String, Object> out = new LinkedHashMap<>();
            PyObject[] keys = d.keyArray();
            PyObject[] values = d.valueArray();
            for (int i = 0; i < keys.length; i++) {
                out.put(Text.strNow(x, keys[i]), toHost(values[i]));
            }
            return out;
        }
        return Text.strNow(x, o);
    }

    private List<Object> list(PyObject[] items) {
        List<Object> out = new ArrayList<>();
        for (PyObject i : items) {
            out.add(toHost(i));
        }
        return out;
    }

    void writeError(String text) {
        PyObject err = x.machine.sys.get("stderr");
        PyObject write = err == null ? null : Attributes.getNow(x, err, PyStr.of("write"));
        if (write == null) {
            throw Errors.runtimeError("lost sys.stderr");
        }
        x.callAndWait(write, PyStr.of(text));
    }
}
