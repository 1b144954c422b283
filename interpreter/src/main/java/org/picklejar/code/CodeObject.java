package org.picklejar.code;

import java.util.Set;
import java.util.TreeSet;

/**
 * Compiled code, linked to no runtime.
 *
 * <p>Constants are null (None), Boolean, Long, BigInteger, Double, {@link Complex}, String, byte[], {@link #ELLIPSIS},
 * {@code List} (a tuple), {@code Set} (a frozenset) or CodeObject. Registers: first the locals in the order of
 * {@code varNames}, then cells made here, then cells of the closure, then temporaries.
 */
public final class CodeObject {
    /** Identifies the format of code, pickled frames included. */
    public static final int MAGIC = 0x504a000a;

    public static final Object ELLIPSIS = new Object();

    public static final int OPTIMIZED = 1;
    public static final int NEWLOCALS = 2;
    public static final int VARARGS = 4;
    public static final int VARKEYWORDS = 8;
    public static final int NESTED = 16;
    public static final int GENERATOR = 32;
    public static final int COROUTINE = 128;
    public static final int ITERABLE_COROUTINE = 256;
    public static final int ASYNC_GENERATOR = 512;
    public static final int HAS_DOCSTRING = 0x4000000;

    /** The value of an imaginary literal. */
    public record Complex(double re, double im) {}

    /** A stretch of instructions whose exceptions go to {@code handler}; the exception is put in {@code register}. Inner ones first. */
    public record Handler(int from, int to, int handler, int register) {}

    /**
     * A variable of a comprehension that runs in its host's frame: from one instruction to another it is what the name means.
     *
     * @param register one of the temporaries; it holds the value, or the cell with the value
     */
    public record InlinedVariable(String name, int register, boolean isCell, int from, int to) {
        public boolean isSeenAt(int pc) {
            return pc >= from && pc < to;
        }
    }

    public String name;
    public String qualname;
    public String fileName;
    public int firstLine;
    public int flags;
    public int argCount;
    public int posOnlyCount;
    public int kwOnlyCount;
    public int registers;
    public int[] code;
    public Object[] constants;
    public String[] names;
    public String[] varNames;
    public String[] cellNames;
    public String[] freeNames;
    /** For each cell: the parameter (local register) it starts from, or -1. */
    public int[] cellParameters;

    public Handler[] handlers;
    /** Those of outer comprehensions before those of inner ones. */
    public InlinedVariable[] inlined = new InlinedVariable[0];
    /** Per instruction: line, end line, column, end column; line 0 when no line of the source made it. */
    public int[] positions;
    /** The text of the definition, and where it stands; empty when unknown. */
    public int endLine;

    public byte[] sourceHash = new byte[0];

    /** Whether it may be run: the compiler of this process made it, or {@link CodeVerifier} found no fault. */
    public boolean verified;

    public boolean isGeneratorLike() {
        return (flags & (GENERATOR | COROUTINE | ASYNC_GENERATOR)) != 0;
    }

    /** The line of an instruction; of one that no line made, that of the one before it. */
    public int lineAt(int pc) {
        if (pc < 0 || pc >= positions.length) {
            return firstLine;
        }
        int i = pc;
        while (i > 0 && positions[i] == 0) {
            i -= Opcode.WIDTH;
        }
        return positions[i] == 0 ? firstLine : positions[i];
    }

    /** The line that made an instruction; 0 when none did. */
    public int ownLineAt(int pc) {
        return pc < positions.length ? positions[pc] : 0;
    }

    /** The names that this code (not the code in its constants) looks up among globals and builtins. */
    public Set<String> globalNames() {
        Set<String> found = new TreeSet<>();
        for (int pc = 0; pc < code.length; pc += Opcode.WIDTH) {
            switch (code[pc]) {
                case Op.LOAD_GLOBAL, Op.LOAD_NAME, Op.DELETE_GLOBAL, Op.DELETE_NAME -> found.add(names[code[pc + 2]]);
                case Op.LOAD_FROM_DICT_OR_GLOBAL -> found.add(names[code[pc + 3]]);
                default -> {}
            }
        }
        return found;
    }

    /** The modules that this code and the code in its constants imports, by their full names but for what is relative, and what it takes from them. */
    public Set<String> importedNames() {
        Set<String> found = new TreeSet<>();
        String module = "";
        for (int pc = 0; pc < code.length; pc += Opcode.WIDTH) {
            if (code[pc] == Op.IMPORT_NAME) {
                module = names[code[pc + 3]];
                found.add(module);
            } else if (code[pc] == Op.IMPORT_FROM) {
                found.add(module.isEmpty() ? names[code[pc + 3]] : module + "." + names[code[pc + 3]]);
            }
        }
        for (Object constant : constants) {
            if (constant instanceof CodeObject inner) {
                found.addAll(inner.importedNames());
            }
        }
        return found;
    }

    /** The names of variables of functions around it that this code, or code within it, assigns or deletes. */
    public Set<String> assignedFreeNames() {
        Set<String> found = new TreeSet<>();
        for (int pc = 0; pc < code.length; pc += Opcode.WIDTH) {
            int free = code[pc + 2] - firstFree();
            if ((code[pc] == Op.STORE_CELL || code[pc] == Op.DELETE_CELL) && free >= 0 && free < freeNames.length) {
                found.add(freeNames[free]);
            }
        }
        for (Object constant : constants) {
            if (constant instanceof CodeObject inner) {
                found.addAll(inner.assignedFreeNames());
            }
        }
        found.retainAll(Set.of(freeNames));
        return found;
    }

    /** How many of the variables are parameters, with those for *args and **kwargs; they come first. */
    public int parameterCount() {
        return argCount + kwOnlyCount + ((flags & VARARGS) != 0 ? 1 : 0) + ((flags & VARKEYWORDS) != 0 ? 1 : 0);
    }

    /** The name of a variable by its number; those of comprehensions follow the others. */
    public String variableName(int number) {
        return number < varNames.length ? varNames[number] : inlined[number - varNames.length].name();
    }

    /** The handler of an exception at an instruction; null when there is none. */
    public Handler handlerAt(int pc) {
        for (Handler h : handlers) {
            if (pc >= h.from() && pc < h.to()) {
                return h;
            }
        }
        return null;
    }

    /** Register of the first cell made by this code. */
    public int firstCell() {
        return varNames.length;
    }

    /** Register of the first cell of the closure. */
    public int firstFree() {
        return varNames.length + cellNames.length;
    }
}
