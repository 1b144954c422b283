package org.picklejar.interp;

import org.picklejar.code.CodeObject;
import org.picklejar.core.Execution;
import org.picklejar.core.NativeCode;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBuiltinFunction;
import org.picklejar.core.PyFunction;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;

/**
 * A builtin that is written in Python where CPython has C. Programs see a builtin function: it takes its arguments as one, and has
 * no code, globals or defaults to look at. A call pushes an ordinary frame, so a tasklet can be suspended and pickled inside it.
 */
public final class PythonBuiltin extends NativeCode {
    private static final String UNSET = "<unset>";

    private final PyFunction function;

    private PythonBuiltin(PyFunction function, String signature, String owner) {
        super(signature, owner, false);
        this.function = function;
    }

    /** The builtin of {@code module} that runs {@code function}, and has its documentation and parameters. */
    public static PyBuiltinFunction of(PyFunction function, String name, PyModule module) {
        String doc = function.doc instanceof PyStr d ? " -- " + d : "";
        String owner = String.valueOf(module.namespace().get("__name__"));
        return new PyBuiltinFunction(
                new PythonBuiltin(function, name + "(" + parameters(function) + ")" + doc, owner), module, false);
    }

    @Override
    protected PyObject apply(Execution x, PyObject[] bound) {
        function.code.requireVerified();
        PythonFrame frame = new PythonFrame(function);
        CodeObject code = function.code.code;
        PyObject[] registers = frame.registers;
        int firstDefault = code.argCount - (function.defaults == null ? 0 : function.defaults.size());
        int next = 0;
        for (int i = 0; i < code.argCount; i++) {
            PyObject given = bound[next++];
            registers[i] = given == null ? function.defaults.get(i - firstDefault) : given;
        }
        int extra = code.argCount + code.kwOnlyCount;
        if ((code.flags & CodeObject.VARARGS) != 0) {
            registers[extra++] = bound[next++];
        }
        for (int i = code.argCount; i < code.argCount + code.kwOnlyCount; i++) {
            PyObject given = bound[next++];
            registers[i] = given == null ? function.kwDefaults.get(code.varNames[i]) : given;
        }
        if ((code.flags & CodeObject.VARKEYWORDS) != 0) {
            registers[extra] = bound[next];
        }
        return Calls.start(x, function, frame);
    }

    /** The parameters as {@link org.picklejar.core.Signature} reads them. */
    private static String parameters(PyFunction f) {
        CodeObject c = f.code.code;
        StringBuilder out = new StringBuilder();
        int firstDefault = c.argCount - (f.defaults == null ? 0 : f.defaults.size());
        for (int i = 0; i < c.argCount; i++) {
            add(out, c.varNames[i], i < firstDefault ? null : f.defaults.get(i - firstDefault));
            if (i + 1 == c.posOnlyCount) {
                add(out, "/", null);
            }
        }
        int extra = c.argCount + c.kwOnlyCount;
        if ((c.flags & CodeObject.VARARGS) != 0) {
            add(out, "*" + c.varNames[extra++], null);
        } else if (c.kwOnlyCount > 0) {
            add(out, "*", null);
        }
        for (int i = c.argCount; i < c.argCount + c.kwOnlyCount; i++) {
            add(out, c.varNames[i], f.kwDefaults == null ? null : f.kwDefaults.get(c.varNames[i]));
        }
        if ((c.flags & CodeObject.VARKEYWORDS) != 0) {
            add(out, "**" + c.varNames[extra], null);
        }
        return out.toString();
    }

    private static void add(StringBuilder out, String name, PyObject value) {
        out.append(out.isEmpty() ? "" : ", ").append(name);
        if (value != null) {
            out.append('=').append(literal(value));
        }
    }

    /** A default that a signature can show; others are only known to the function. */
    private static String literal(PyObject value) {
        if (value instanceof PyStr s && isPlain(s.toString())) {
            return "'" + s + "'";
        } else if (value == PySingleton.NONE) {
            return "None";
        } else if (value instanceof PyBool b) {
            return b == PyBool.TRUE ? "True" : "False";
        } else if (value instanceof PyInt i) {
            return Long.toString(i.value);
        }
        return value instanceof PyTuple t && t.size() == 0 ? "()" : UNSET;
    }

    private static boolean isPlain(String s) {
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c < ' ' || c > '~' || c == '\'' || c == '\\') {
                return false;
            }
        }
        return true;
    }
}
