package org.picklejar.interp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.picklejar.code.CodeObject;
import org.picklejar.code.CodeTables;
import org.picklejar.code.CodeVerifier;
import org.picklejar.code.InvalidCodeException;
import org.picklejar.core.Errors;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyCode;
import org.picklejar.core.PyComplex;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySet;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.ops.Values;

/** Code objects that programs put together: {@code types.CodeType(...)} and {@code code.replace()}. */
public final class CodeConstruction {
    static final String SIGNATURE =
            "code(cls, argcount: index, posonlyargcount: index, kwonlyargcount: index, nlocals: index, stacksize: index, "
                    + "flags: index, codestring, constants, names, varnames, filename, name, qualname, firstlineno: index, linetable, "
                    + "exceptiontable, freevars=(), cellvars=(), /)";

    /** The attributes that the arguments are, in their order. */
    private static final List<String> ATTRIBUTES = List.of(
            "co_argcount",
            "co_posonlyargcount",
            "co_kwonlyargcount",
            "co_nlocals",
            "co_stacksize",
            "co_flags",
            "co_code",
            "co_consts",
            "co_names",
            "co_varnames",
            "co_filename",
            "co_name",
            "co_qualname",
            "co_firstlineno",
            "co_linetable",
            "co_exceptiontable",
            "co_freevars",
            "co_cellvars");

    private CodeConstruction() {}

    /** The values of these attributes. */
    private static PyObject[] parts(PyCode c) {
        CodeObject o = c.code;
        return new PyObject[] {
            PyInt.of(o.argCount),
            PyInt.of(o.posOnlyCount),
            PyInt.of(o.kwOnlyCount),
            PyInt.of(CodeType.varNames(o).size()),
            PyInt.of(o.registers),
            PyInt.of(c.flags),
            new PyBytes(CodeTables.ofInts(o.code)),
            PyTuple.of(c.constants),
            PyTuple.of((PyObject[]) c.names),
            PyTuple.ofStrings(CodeType.varNames(o)),
            PyStr.of(o.fileName),
            PyStr.of(o.name),
            PyStr.of(o.qualname),
            PyInt.of(o.firstLine),
            new PyBytes(CodeTables.ofInts(o.positions)),
            new PyBytes(CodeTables.rest(o)),
            PyTuple.ofStrings(Arrays.asList(o.freeNames)),
            PyTuple.ofStrings(Arrays.asList(o.cellNames))
        };
    }

    /** {@code code.replace(**changes)}. */
    static PyObject replace(PyCode c, PyDict changes) {
        PyObject[] parts = parts(c);
        for (PyObject k : changes.keyArray()) {
            int i = ATTRIBUTES.indexOf(k.toString());
            if (i < 0) {
                throw Errors.typeError("replace() got an unexpected keyword argument '%s'", k);
            }
            PyObject old = parts[i];
            parts[i] = changes.get((PyStr) k);
            if (Values.payload(parts[i]).type() != old.type()
                    && !(old instanceof PyInt && parts[i] instanceof PyBool)) {
                throw Errors.typeError(
                        "replace() argument '%s' must be %s, not %s",
                        k, old.type().name(), parts[i].type().name());
            }
        }
        return make(parts);
    }

    /**
     * @param a as in the signature, without the class
     * @throws org.picklejar.core.PyException TypeError, or ValueError when the parts are none of code of this machine
     */
    static PyObject make(PyObject[] a) {
        CodeObject c = new CodeObject();
        c.argCount = notNegative(a[0], "argcount");
        c.posOnlyCount = notNegative(a[1], "posonlyargcount");
        c.kwOnlyCount = notNegative(a[2], "kwonlyargcount");
        c.registers = notNegative(a[4], "stacksize");
        c.flags = notNegative(a[5], "flags");
        PyObject[] constants = tuple(a[7], 8).items.clone();
        c.constants = new Object[constants.length];
        for (int i = 0; i < constants.length; i++) {
            c.constants[i] = unlinked(constants[i]);
        }
        c.names = texts(a[8], 9);
        String[] variables = texts(a[9], 10);
        c.fileName = Values.str(a[10], "code() argument 11").toString();
        c.name = Values.str(a[11], "code() argument 12").toString();
        c.qualname = Values.str(a[12], "code() argument 13").toString();
        c.firstLine = Values.toInt(a[13]);
        c.freeNames = texts(a[16], 17);
        c.cellNames = texts(a[17], 18);
        try {
            CodeTables.fill(c, bytes(a[6], 7), bytes(a[14], 15), bytes(a[15], 16), variables);
            CodeVerifier.verify(c);
        } catch (InvalidCodeException e) {
            throw Errors.valueError("code: %s", e.getMessage());
        }
        return new PyCode(c, constants);
    }

    private static int notNegative(PyObject o, String name) {
        int n = Values.toInt(o);
        if (n < 0) {
            throw Errors.valueError("code: %s must not be negative", name);
        }
        return n;
    }

    private static PyTuple tuple(PyObject o, int number) {
        if (o instanceof PyTuple t) {
            return t;
        }
        throw Errors.typeError(
                "code() argument %d must be tuple, not %s", number, o.type().name());
    }

    private static byte[] bytes(PyObject o, int number) {
        if (o instanceof PyBytes b) {
            return b.value;
        }
        throw Errors.typeError(
                "code() argument %d must be bytes, not %s", number, o.type().name());
    }

    private static String[] texts(PyObject o, int number) {
        PyObject[] items = tuple(o, number).items;
        String[] out = new String[items.length];
        for (int i = 0; i < out.length; i++) {
            if (!(items[i] instanceof PyStr s)) {
                throw Errors.typeError(
                        "name tuples must contain only strings, not '%s'",
                        items[i].type().name());
            }
            out[i] = s.toString();
        }
        return out;
    }

    /** A constant as {@link CodeObject} has it; what has no such form becomes None, and is only in the linked constants. */
    public static Object unlinked(PyObject o) {
        if (o instanceof PyStr s) {
            return s.toString();
        } else if (o instanceof PyBool b) {
            return b == PyBool.TRUE;
        } else if (o instanceof PyInt i) {
            return i.value;
        } else if (o instanceof PyInteger i) {
            return i.big();
        } else if (o instanceof PyFloat f) {
            return f.value;
        } else if (o instanceof PyBytes b) {
            return b.value;
        } else if (o instanceof PyComplex z) {
            return new CodeObject.Complex(z.re, z.im);
        } else if (o instanceof PyCode c) {
            return c.code;
        } else if (o instanceof PyTuple t) {
            List<Object> items = new ArrayList<>();
            for (PyObject i : t.items) {
                items.add(unlinked(i));
            }
            return items;
        } else if (o instanceof PySet s) {
            Set<Object> items = new LinkedHashSet<>();
            for (PyObject i : s.toArray()) {
                items.add(unlinked(i));
            }
            return items;
        }
        return o == PySingleton.ELLIPSIS ? CodeObject.ELLIPSIS : null;
    }

    // ---- equality

    /** Whether two code objects are the same in all their parts, constants by type and value. */
    static boolean equal(CodeObject a, CodeObject b) {
        return a == b
                || a.argCount == b.argCount
                        && a.posOnlyCount == b.posOnlyCount
                        && a.kwOnlyCount == b.kwOnlyCount
                        && a.flags == b.flags
                        && a.firstLine == b.firstLine
                        && a.name.equals(b.name)
                        && Arrays.equals(a.code, b.code)
                        && Arrays.equals(a.names, b.names)
                        && Arrays.equals(a.varNames, b.varNames)
                        && Arrays.equals(a.freeNames, b.freeNames)
                        && Arrays.equals(a.cellNames, b.cellNames)
                        && Arrays.equals(a.positions, b.positions)
                        && Arrays.equals(a.handlers, b.handlers)
                        && equalConstants(Arrays.asList(a.constants), Arrays.asList(b.constants));
    }

    private static boolean equalConstants(List<?> a, List<?> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!equalConstant(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean equalConstant(Object a, Object b) {
        if (a instanceof CodeObject c) {
            return b instanceof CodeObject d && equal(c, d);
        } else if (a instanceof byte[] c) {
            return b instanceof byte[] d && Arrays.equals(c, d);
        } else if (a instanceof List<?> c) {
            return b instanceof List<?> d && equalConstants(c, d);
        }
        return a == null ? b == null : a.equals(b);
    }

    /** Of code that is equal the same. */
    static int hash(CodeObject c) {
        return 31 * (31 * c.name.hashCode() + Arrays.hashCode(c.code)) + c.firstLine + c.flags;
    }
}
