package org.picklejar.pickle;

import java.util.Arrays;
import org.picklejar.code.CodeObject;
import org.picklejar.code.CodeVerifier;
import org.picklejar.code.InvalidCodeException;
import org.picklejar.code.LibraryFiles;
import org.picklejar.code.RegisterKinds;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyCode;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;
import org.picklejar.interp.CodeConstruction;

/**
 * Code objects by value. The arguments stand as in Stackless 3.8, the magic number first; {@code co_code} and the tables are our
 * own. Code of another format can be read but not run.
 */
final class CodeReduction {
    private static final int LENGTH = 24;
    private static final int WIDTH = 4;
    /** An opcode that does not exist: executing it is a SystemError. */
    private static final int INVALID = 255;

    private CodeReduction() {}

    /** The arguments that {@link #make} takes. */
    static PyTuple arguments(Execution x, PyCode code) {
        CodeFacts facts = CodeFacts.of(code);
        if (facts.arguments == null) {
            facts.arguments = describe(code, CodeTexts.of(x));
        }
        return facts.arguments;
    }

    private static PyTuple describe(PyCode code, CodeTexts texts) {
        CodeObject c = code.code;
        PyObject[] a = new PyObject[LENGTH];
        a[0] = PyInt.of(CodeObject.MAGIC);
        a[1] = PyInt.of(c.argCount);
        a[2] = PyInt.of(c.posOnlyCount);
        a[3] = PyInt.of(c.kwOnlyCount);
        a[4] = PyInt.of(c.varNames.length);
        a[5] = PyInt.of(c.registers);
        a[6] = PyInt.of(code.flags);
        a[7] = new PyBytes(IntCoding.encode(c.code));
        a[8] = PyTuple.of(code.constants);
        a[9] = texts.all(c.names);
        a[10] = texts.all(c.varNames);
        a[11] = texts.one(LibraryFiles.portable(c.fileName));
        a[12] = texts.one(c.name);
        a[13] = PyInt.of(c.firstLine);
        a[14] = new PyBytes(positions(c.positions));
        a[15] = texts.all(c.freeNames);
        a[16] = texts.all(c.cellNames);
        a[17] = texts.one(c.qualname);
        a[18] = bytes(IntCoding.encode(c.cellParameters));
        a[19] = bytes(handlers(c.handlers));
        a[20] = PyInt.of(c.endLine);
        a[21] = new PyBytes(c.sourceHash);
        a[22] = texts.all(
                Arrays.stream(c.inlined).map(CodeObject.InlinedVariable::name).toArray(String[]::new));
        a[23] = bytes(inlined(c.inlined));
        return PyTuple.of(a);
    }

    private static PyBytes bytes(byte[] b) {
        return b.length == 0 ? PyBytes.EMPTY : new PyBytes(b);
    }

    /** Lines relative to the instruction before, the ends to the starts. */
    private static byte[] positions(int[] p) {
        int[] out = new int[p.length];
        int line = 0;
        for (int i = 0; i < p.length; i += WIDTH) {
            out[i] = p[i] - line;
            line = p[i];
            out[i + 1] = p[i + 1] - line;
            out[i + 2] = p[i + 2];
            out[i + 3] = p[i + 3] - p[i + 2];
        }
        return IntCoding.encode(out);
    }

    private static int[] positions(byte[] bytes) {
        int[] p = IntCoding.decode(bytes);
        if (p.length % WIDTH != 0) {
            throw Errors.valueError("invalid positions of a code object");
        }
        int line = 0;
        for (int i = 0; i < p.length; i += WIDTH) {
            p[i] += line;
            line = p[i];
            p[i + 1] += line;
            p[i + 3] += p[i + 2];
        }
        return p;
    }

    private static byte[] handlers(CodeObject.Handler[] handlers) {
        int[] out = new int[handlers.length * WIDTH];
        for (int i = 0; i < handlers.length; i++) {
            CodeObject.Handler h = handlers[i];
            System.arraycopy(new int[] {h.from(), h.to(), h.handler(), h.register()}, 0, out, i * WIDTH, WIDTH);
        }
        return IntCoding.encode(out);
    }

    private static CodeObject.Handler[] handlers(byte[] bytes) {
        int[] p = IntCoding.decode(bytes);
        CodeObject.Handler[] out = new CodeObject.Handler[p.length / WIDTH];
        for (int i = 0; i < out.length; i++) {
            out[i] = new CodeObject.Handler(p[i * WIDTH], p[i * WIDTH + 1], p[i * WIDTH + 2], p[i * WIDTH + 3]);
        }
        return out;
    }

    private static byte[] inlined(CodeObject.InlinedVariable[] variables) {
        int[] out = new int[variables.length * WIDTH];
        for (int i = 0; i < variables.length; i++) {
            CodeObject.InlinedVariable v = variables[i];
            System.arraycopy(new int[] {v.register(), v.isCell() ? 1 : 0, v.from(), v.to()}, 0, out, i * WIDTH, WIDTH);
        }
        return IntCoding.encode(out);
    }

    private static CodeObject.InlinedVariable[] inlined(String[] names, byte[] bytes) {
        int[] p = IntCoding.decode(bytes);
        CodeObject.InlinedVariable[] out = new CodeObject.InlinedVariable[Math.min(names.length, p.length / WIDTH)];
        for (int i = 0; i < out.length; i++) {
            out[i] = new CodeObject.InlinedVariable(
                    names[i], p[i * WIDTH], p[i * WIDTH + 1] != 0, p[i * WIDTH + 2], p[i * WIDTH + 3]);
        }
        return out;
    }

    // ---- making

    /** {@code stackless._wrap.code(*arguments)}. */
    static PyObject make(Execution x, PyTuple arguments) {
        if (arguments.size() != LENGTH) {
            throw Errors.of(ExceptionTypes.INDEX_ERROR, "code_new: Argument tuple has wrong size.");
        }
        StateTuple a = new StateTuple(arguments, "code", LENGTH);
        if (!(a.get(7) instanceof PyBytes)) {
            throw Errors.typeError("Unpickling code object: code is not a bytes object");
        }
        boolean foreign = !(a.get(0) instanceof PyInt m) || m.value != CodeObject.MAGIC;
        CodeObject c = new CodeObject();
        c.argCount = a.integer(1);
        c.posOnlyCount = a.integer(2);
        c.kwOnlyCount = a.integer(3);
        c.registers = a.integer(5);
        c.flags = a.integer(6);
        c.code = IntCoding.decode(a.bytes(7));
        c.names = a.texts(9);
        c.varNames = a.texts(10);
        c.fileName = LibraryFiles.current(FileNames.of(x).current(a.text(11)));
        c.name = a.text(12);
        c.firstLine = a.integer(13);
        c.positions = positions(a.bytes(14));
        c.freeNames = a.texts(15);
        c.cellNames = a.texts(16);
        c.qualname = a.text(17);
        c.cellParameters = IntCoding.decode(a.bytes(18));
        c.handlers = handlers(a.bytes(19));
        c.endLine = a.integer(20);
        c.sourceHash = a.bytes(21);
        c.inlined = inlined(a.texts(22), a.bytes(23));
        PyObject[] constants = a.get(8, PyTuple.class).items.clone();
        c.constants = new Object[constants.length];
        for (int i = 0; i < constants.length; i++) {
            c.constants[i] = CodeConstruction.unlinked(constants[i]);
        }
        if (foreign) {
            // Behind the NOP that each code begins with, which is not executed.
            int first = Math.min(WIDTH, c.code.length);
            int[] code = Arrays.copyOf(c.code, c.code.length + WIDTH);
            code[first] = INVALID;
            System.arraycopy(c.code, first, code, first + WIDTH, c.code.length - first);
            c.code = code;
            c.positions = Arrays.copyOf(c.positions, code.length);
            c.handlers = new CodeObject.Handler[0];
            c.inlined = new CodeObject.InlinedVariable[0];
        }
        RegisterKinds kinds = null;
        if (!foreign) {
            try {
                kinds = CodeVerifier.verify(c);
            } catch (InvalidCodeException e) {
                throw Errors.valueError("%s", e.getMessage());
            }
        }
        PyCode made = new PyCode(c, constants);
        made.invalid = foreign;
        CodeFacts.of(made).kinds = kinds;
        if (foreign) {
            Warnings.runtime(
                    x,
                    "Unpickling code object with invalid magic number " + (a.get(0) instanceof PyInteger n ? n : "?"));
        }
        return made;
    }
}
