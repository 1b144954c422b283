package org.picklejar.core;

import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.picklejar.code.CodeObject;
import org.picklejar.code.CodeVerifier;
import org.picklejar.code.InvalidCodeException;
import org.picklejar.code.LibraryFiles;
import org.picklejar.code.LineStarts;

/** Python's code object: a {@link CodeObject} linked to a runtime, with its inline caches. */
public final class PyCode extends PyObject {
    public static final PyType TYPE =
            PyType.builtin("code", PyCode.class, PyType.OBJECT).notSubclassable();

    private static final int NOT_SIMPLE = CodeObject.VARARGS
            | CodeObject.VARKEYWORDS
            | CodeObject.GENERATOR
            | CodeObject.COROUTINE
            | CodeObject.ASYNC_GENERATOR;

    public final CodeObject code;
    public final int[] instructions;
    public final PyObject[] constants;
    public final PyStr[] names;
    /** One per instruction. */
    public final Object[] caches;
    /** What operands instructions have had, by their numbers: bits of {@link OperandKinds}, of calls {@link CallKinds}. */
    public final byte[] operands;

    public final int parameters;
    public final int registers;
    /** How many arguments a call must have that the loop can bind by copying them; -1: no call can, or the code is not verified yet. */
    public int simpleArity;

    /** What calls of functions with this code run; null while the interpreter does. */
    public CompiledCode entry;
    /** What goes on from an instruction, by its number; null while the interpreter does everything. */
    public CompiledCode[] entries;
    /** How often instructions were arrived at from elsewhere, by their numbers; made when first needed. */
    private int[] arrivals;
    /** How often it was called. */
    public int calls;
    /** How often compiled code was wrong about numbers. */
    public int wrongGuesses;
    /** How often compiled code called something that was not called before. */
    public int newCalls;

    public final int flags;
    /** Whether tracebacks leave it out. */
    public final boolean hidden;
    /** Where debuggers stop; made when first needed. */
    public LineStarts lineStarts;
    /** Its variables by name; made when first needed. */
    public Object variables;
    /** What pickling knows of it; made when first needed. */
    public Object pickling;
    /** Set when the code came in a pickle of another format: it cannot run. */
    public boolean invalid;

    public PyCode(CodeObject code) {
        this(code, linkConstants(code));
    }

    private static PyObject[] linkConstants(CodeObject code) {
        PyObject[] out = new PyObject[code.constants.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = link(code.constants[i]);
        }
        return out;
    }

    /** With constants that are linked already. */
    public PyCode(CodeObject code, PyObject[] constants) {
        this.code = code;
        this.instructions = code.code;
        this.flags = code.flags;
        this.registers = code.registers;
        this.hidden = code.fileName.startsWith(LibraryFiles.HIDDEN);
        this.constants = constants;
        this.caches = new Object[instructions.length >> 2];
        this.operands = new byte[instructions.length >> 2];
        this.names = new PyStr[code.names.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = Interned.of(code.names[i]);
        }
        this.parameters = code.parameterCount();
        this.simpleArity = code.verified ? simpleArity() : -1;
    }

    private int simpleArity() {
        return (flags & NOT_SIMPLE) == 0 && code.kwOnlyCount == 0 ? parameters : -1;
    }

    /**
     * Makes sure that the code may be run. What a program has put together is verified when it is first needed.
     *
     * @throws PyException SystemError when it has a fault
     */
    public void requireVerified() {
        if (simpleArity >= 0 || invalid) {
            return;
        }
        if (!code.verified) {
            try {
                CodeVerifier.verify(code);
            } catch (InvalidCodeException e) {
                throw Errors.systemError("%s", e.getMessage());
            }
        }
        simpleArity = simpleArity();
    }

    private static PyObject link(Object c) {
        if (c == null) {
            return PySingleton.NONE;
        } else if (c instanceof String s) {
            return Interned.constant(s);
        } else if (c instanceof Long i) {
            return PyInt.of(i);
        } else if (c instanceof Boolean b) {
            return PyBool.of(b);
        } else if (c instanceof Double d) {
            return new PyFloat(d);
        } else if (c instanceof BigInteger i) {
            return PyInteger.of(i);
        } else if (c instanceof CodeObject o) {
            return new PyCode(o);
        } else if (c instanceof byte[] b) {
            return b.length == 0 ? PyBytes.EMPTY : new PyBytes(b);
        } else if (c instanceof CodeObject.Complex z) {
            return new PyComplex(z.re(), z.im());
        } else if (c instanceof List<?> items) {
            return PyTuple.of(linkAll(items));
        } else if (c instanceof Set<?> items) {
            // Made twice, as CPython does when it merges constants: that shows in the order of the elements.
            return frozenSet(frozenSet(linkAll(items)).toArray());
        } else if (c == CodeObject.ELLIPSIS) {
            return PySingleton.ELLIPSIS;
        }
        throw new IllegalArgumentException("constant " + c.getClass());
    }

    private static PySet frozenSet(PyObject[] items) {
        PySet set = new PySet(PySet.FROZEN_TYPE);
        for (PyObject o : items) {
            set.addPlain(o);
        }
        return set;
    }

    private static PyObject[] linkAll(Collection<?> items) {
        return items.stream().map(PyCode::link).toArray(PyObject[]::new);
    }

    /** The docstring, or None. */
    PyObject doc() {
        return (flags & CodeObject.HAS_DOCSTRING) != 0 ? constants[0] : PySingleton.NONE;
    }

    /** Counts an arrival at an instruction: at the header of a loop, or of a frame that is resumed there. */
    public int arrive(int pc) {
        if (arrivals == null) {
            arrivals = new int[instructions.length >> 2];
        }
        return ++arrivals[pc >> 2];
    }

    /** Leaves everything to the interpreter, as at first. */
    public void forgetCompiled() {
        entry = null;
        entries = null;
        arrivals = null;
        calls = 0;
    }

    public Object cacheAt(int pc) {
        return caches[pc >> 2];
    }

    public void setCache(int pc, Object cache) {
        caches[pc >> 2] = cache;
    }

    @Override
    public PyType type() {
        return TYPE;
    }
}
