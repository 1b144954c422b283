package org.picklejar.interp;

import org.picklejar.core.DirectCall;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBuiltinFunction;
import org.picklejar.core.PyCell;
import org.picklejar.core.PyCode;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyFunction;
import org.picklejar.core.PyMethodDescriptor;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.ops.Values;

/** Calls, and the making of functions. The results may be PENDING. */
public final class CallInstructions {
    private CallInstructions() {}

    public static PyObject call(Execution x, PyObject callee, PyObject[] args) {
        return callee instanceof PyBuiltinFunction b ? b.invoke(x, args, null) : x.call(callee, args, null);
    }

    /** Notes the first builtin that a call calls, for the compiler. */
    static void note(PyCode code, int pc, PyObject callee) {
        if (code.cacheAt(pc) == null && (callee instanceof PyBuiltinFunction || callee instanceof PyMethodDescriptor)) {
            code.setCache(pc, callee);
        }
    }

    /**
     * @param callee what was noted at a call
     * @param n the number of positional arguments
     * @return how compiled code calls it (see {@link DirectCall}); null when it is no builtin, or is called in no such way
     */
    public static Object direct(Object callee, int n) {
        if (callee instanceof PyBuiltinFunction f) {
            return f.bound ? null : f.code.direct(n);
        }
        return callee instanceof PyMethodDescriptor d && !d.isClassMethod ? d.code.direct(n) : null;
    }

    /** @param names of the last arguments */
    public static PyObject callKw(Execution x, PyObject callee, PyObject[] args, PyTuple names) {
        return x.call(callee, args, names);
    }

    /** @param args with the object first when {@code LOAD_METHOD} gave a method that is not bound */
    public static PyObject callMethodKw(Execution x, PyObject method, PyObject[] args, PyTuple names) {
        return x.call(method, args, names);
    }

    /** @param keywords null when there are none */
    public static PyObject callEx(Execution x, PyObject callee, PyObject positional, PyObject keywords) {
        PyTuple args = (PyTuple) positional;
        PyDict dict = (PyDict) keywords;
        if (dict == null || dict.size() == 0) {
            return x.call(callee, args.items, null);
        }
        PyObject[] names = dict.keyArray();
        for (PyObject n : names) {
            if (!(Values.payload(n) instanceof PyStr)) {
                throw Errors.typeError("keywords must be strings");
            }
        }
        PyObject[] values = dict.valueArray();
        PyObject[] all = new PyObject[args.size() + values.length];
        System.arraycopy(args.items, 0, all, 0, args.size());
        System.arraycopy(values, 0, all, args.size(), values.length);
        return x.call(callee, all, PyTuple.of(names));
    }

    /** Each of the last four may be null. */
    public static PyFunction makeFunction(
            PythonFrame f,
            PyCode code,
            PyObject defaults,
            PyObject keywordDefaults,
            PyObject annotations,
            PyObject closure) {
        PyFunction fn = new PyFunction(code, f.globals, f.builtins);
        fn.defaults = (PyTuple) defaults;
        fn.kwDefaults = (PyDict) keywordDefaults;
        fn.annotations = annotations;
        if (closure instanceof PyTuple cells) {
            fn.closure = new PyCell[cells.size()];
            for (int i = 0; i < fn.closure.length; i++) {
                fn.closure[i] = (PyCell) cells.get(i);
            }
        }
        return fn;
    }

    public static PyObject loadHelper(Execution x, PyStr name) {
        return x.machine.helpers.get(name);
    }
}
