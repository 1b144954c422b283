package org.picklejar.compile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.picklejar.code.CodeObject;
import org.picklejar.code.Op;
import org.picklejar.code.Opcode;
import org.picklejar.source.Span;
import org.picklejar.symbols.Scope;
import org.picklejar.symbols.SymbolTable;

/** A code object being made: instructions, constants, names, registers and the blocks that surround the present place. */
final class Unit {
    /** A place in the code, known or yet to come. */
    static final class Label {
        private int pc = -1;
        private final List<Integer> uses = new ArrayList<>();
        /** What is surely assigned on all ways here; null when none came yet. */
        private BitSet assigned;
    }

    /** The registers of a comprehension's names, which runs in this unit. */
    record Inlined(Scope scope, Map<String, Integer> registers) {
        boolean isCell(String n) {
            return scope.binding(n) == Scope.Binding.CELL;
        }
    }

    final Compilation compilation;
    final Unit parent;
    final Scope scope;
    final String name;
    final String qualname;
    final Names names;
    final Expressions expressions;
    final Calls calls;
    final Comprehensions comprehensions;
    final Statements statements;
    final Blocks blocks;
    final Deque<Inlined> inlined = new ArrayDeque<>();
    /** All variables of such comprehensions; of those around the present place the end is not known yet. */
    private final List<CodeObject.InlinedVariable> inlinedVariables = new ArrayList<>();
    /** Class whose private names are mangled here; null outside classes. */
    String className;

    int flags;
    int argCount;
    int posOnlyCount;
    int kwOnlyCount;
    int firstLine;
    int endLine;

    private int[] code = new int[64];
    private int size;
    private int[] positions = new int[64];
    private Span span = Span.NONE;
    /** A line that has no instruction yet, although debuggers stop there; null when there is none. */
    private Span pendingLine;

    private final List<Object> constants = new ArrayList<>();
    private final Map<Object, Integer> constantIndex = new HashMap<>();
    private final Map<String, Integer> nameIndex = new LinkedHashMap<>();
    private final List<CodeObject.Handler> handlers = new ArrayList<>();
    final List<String> varNames = new ArrayList<>();
    final List<String> cellNames = new ArrayList<>();
    final List<String> freeNames = new ArrayList<>();
    private final Map<String, Integer> localRegister = new HashMap<>();
    private int nextRegister;
    private int mostRegisters;
    /** Locals that are bound on every way to the present place. */
    BitSet assigned = new BitSet();
    /** Locals that are deleted somewhere: always checked. */
    Set<String> deleted = Set.of();

    private boolean unreachable;
    private int lastDst = -1;
    private int lastLabel = -1;

    Unit(Compilation compilation, Unit parent, Scope scope, String name) {
        this.compilation = compilation;
        this.parent = parent;
        this.scope = scope;
        this.name = name;
        this.className = parent == null ? null : parent.className;
        this.qualname = qualify();
        this.names = new Names(this);
        this.expressions = new Expressions(this);
        this.calls = new Calls(this);
        this.comprehensions = new Comprehensions(this);
        this.statements = new Statements(this);
        this.blocks = new Blocks(this);
    }

    private String qualify() {
        if (parent == null || parent.scope.kind() == Scope.Kind.MODULE && parent.parent == null) {
            return name;
        }
        Unit outer = parent;
        while (outer != null && outer.scope.kind() == Scope.Kind.TYPE_PARAMETERS) {
            outer = outer.parent;
        }
        if (outer == null || outer.parent == null) {
            return name;
        }
        if (outer.scope.binding(name) == Scope.Binding.GLOBAL_EXPLICIT) {
            return name;
        }
        return outer.qualname + (outer.isFunction() ? ".<locals>." : ".") + name;
    }

    /** Whether locals are registers (functions, lambdas, generator expressions, type-parameter scopes). */
    boolean isFunction() {
        return scope.kind() != Scope.Kind.MODULE && scope.kind() != Scope.Kind.CLASS;
    }

    // ---- registers

    /** Gives the locals and cells of the scope their registers. Called once, first. */
    void declareVariables() {
        // Where a frame stands that has not begun: on the first line of the definition. It is never executed.
        emit(Op.NOP, -1, 0, 0);
        if (isFunction()) {
            for (String n : scope.parameters()) {
                declareLocal(n);
            }
            for (String n : scope.locals()) {
                if (scope.binding(n) == Scope.Binding.LOCAL) {
                    declareLocal(n);
                }
            }
        }
        for (Map.Entry<String, Scope.Binding> e : scope.bindings().entrySet()) {
            if (e.getValue() == Scope.Binding.CELL) {
                cellNames.add(e.getKey());
            }
        }
        freeNames.addAll(scope.freeNames());
        if (scope.needsClassCell() && !cellNames.contains("__class__")) {
            cellNames.add("__class__");
        }
        nextRegister = varNames.size() + cellNames.size() + freeNames.size();
        mostRegisters = nextRegister;
        for (int i = 0; i < cellNames.size(); i++) {
            Integer parameter = localRegister.get(cellNames.get(i));
            emit(Op.MAKE_CELL, varNames.size() + i, parameter == null ? -1 : parameter, 0);
        }
        for (int i = 0; i < scope.parameters().size(); i++) {
            assigned.set(i);
        }
    }

    /** Parameters or locals that no program can name; before {@link #declareVariables}. */
    void addHiddenLocals(String... hidden) {
        for (String n : hidden) {
            declareLocal(n);
        }
        for (int i = 0; i < hidden.length; i++) {
            assigned.set(i);
        }
    }

    /** A cell that no program can name; before {@link #declareVariables}. */
    void addHiddenCell(String n) {
        cellNames.add(n);
    }

    private void declareLocal(String n) {
        if (!localRegister.containsKey(n)) {
            localRegister.put(n, varNames.size());
            varNames.add(n);
        }
    }

    /** The register of a local variable. */
    int local(String n) {
        return localRegister.get(n);
    }

    /** A comprehension begins, whose names are unbound. */
    void enter(Inlined c) {
        c.registers().forEach((n, r) -> {
            emit(c.isCell(n) ? Op.MAKE_CELL : Op.CLEAR, r, c.isCell(n) ? -1 : 0, 0);
            assigned.clear(r);
        });
        c.registers()
                .forEach((n, r) -> inlinedVariables.add(
                        new CodeObject.InlinedVariable(n, r, c.isCell(n), size, Integer.MAX_VALUE)));
        inlined.push(c);
    }

    /** The innermost comprehension ends. */
    void leave() {
        Inlined c = inlined.pop();
        c.registers().keySet().forEach(n -> {
            int i = place(n, c);
            CodeObject.InlinedVariable v = inlinedVariables.get(i);
            inlinedVariables.set(i, new CodeObject.InlinedVariable(n, v.register(), v.isCell(), v.from(), size));
        });
    }

    private int place(String n, Inlined c) {
        int i = inlinedVariables.size() - 1;
        while (!inlinedVariables.get(i).name().equals(n)
                || inlinedVariables.get(i).register() != c.registers().get(n)) {
            i--;
        }
        return i;
    }

    /** The number by which messages name a variable of a comprehension around the present place. */
    int number(String n, Inlined c) {
        return varNames.size() + place(n, c);
    }

    /** The register that holds the cell of a captured variable, own or of the closure; -1 when there is none. */
    int cell(String n) {
        for (Inlined c : inlined) {
            if (c.scope().locals().contains(n) && c.scope().binding(n) == Scope.Binding.CELL) {
                return c.registers().get(n);
            }
        }
        int i = cellNames.indexOf(n);
        if (i >= 0) {
            return varNames.size() + i;
        }
        i = freeNames.indexOf(n);
        return i < 0 ? -1 : varNames.size() + cellNames.size() + i;
    }

    int temp() {
        int t = nextRegister++;
        mostRegisters = Math.max(mostRegisters, nextRegister);
        return t;
    }

    /** Registers from here on are free again after {@link #release}. */
    int mark() {
        return nextRegister;
    }

    void release(int mark) {
        nextRegister = mark;
    }

    boolean isTemp(int register) {
        return register >= varNames.size() + cellNames.size() + freeNames.size();
    }

    // ---- instructions

    void at(Span s) {
        span = s;
    }

    Span span() {
        return span;
    }

    /** What follows is no part of any line: no debugger stops there (CPython: NO_LOCATION). */
    void atNoLine() {
        span = Span.NONE;
    }

    /** Makes sure that a debugger can stop at a line that may need no instruction. */
    void line(Span s) {
        flushLine();
        span = s;
        pendingLine = s;
    }

    private void flushLine() {
        Span s = pendingLine;
        if (s == null) {
            return;
        }
        pendingLine = null;
        boolean told = size > Opcode.WIDTH && lastLabel != size && positions[size - Opcode.WIDTH] == s.line();
        if (!told && !unreachable) {
            Span now = span;
            span = s;
            emit(Op.NOP, -1, 0, 0);
            span = now;
        }
    }

    int pc() {
        flushLine();
        return size;
    }

    void emit(int op, int dst, int a, int b) {
        Span at = span;
        if (pendingLine != null && (at.line() == 0 || at.line() == pendingLine.line())) {
            at = at.line() == 0 ? pendingLine : at;
            pendingLine = null;
        }
        flushLine();
        if (size + Opcode.WIDTH > code.length) {
            code = Arrays.copyOf(code, code.length * 2);
            positions = Arrays.copyOf(positions, positions.length * 2);
        }
        positions[size] = at.line();
        positions[size + 1] = at.endLine();
        positions[size + 2] = at.column();
        positions[size + 3] = at.endColumn();
        code[size++] = op;
        code[size++] = dst;
        code[size++] = a;
        code[size++] = b;
        lastDst = dst;
    }

    void jump(int op, int a, Label target) {
        jump(op, -1, a, target);
    }

    void jump(int op, int dst, int a, Label target) {
        emit(op, dst, a, target.pc);
        if (target.pc < 0) {
            target.uses.add(size - 1);
            meet(target);
        }
        if (op == Op.JUMP || op == Op.JUMP_BACK) {
            markUnreachable();
        }
    }

    private void meet(Label target) {
        if (unreachable) {
            return;
        }
        if (target.assigned == null) {
            target.assigned = (BitSet) assigned.clone();
        } else {
            target.assigned.and(assigned);
        }
    }

    /** Puts a label here. */
    void place(Label label) {
        flushLine();
        label.pc = size;
        for (int use : label.uses) {
            code[use] = size;
        }
        lastLabel = size;
        if (label.assigned != null) {
            if (unreachable) {
                assigned = (BitSet) label.assigned.clone();
            } else {
                assigned.and(label.assigned);
            }
            unreachable = false;
        }
    }

    void markUnreachable() {
        unreachable = true;
    }

    /** Starts a place that is reached with the given assignments, such as a handler. */
    void reachable(BitSet state) {
        unreachable = false;
        assigned = (BitSet) state.clone();
    }

    BitSet state() {
        return (BitSet) assigned.clone();
    }

    void handler(int from, int to, Label handler, int register) {
        if (from < to) {
            handlers.add(new CodeObject.Handler(from, to, handler.pc, register));
        }
    }

    /** Whether R[register] was the result of the last instruction and no jump leads between. */
    boolean justComputed(int register) {
        return size > 0 && lastDst == register && lastLabel != size && isValue(code[size - 4]);
    }

    private static boolean isValue(int op) {
        return op >= Op.LT && op <= Op.TO_BOOL
                || op == Op.MATCH_EXCEPTION
                || op == Op.MATCH_SEQUENCE
                || op == Op.MATCH_MAPPING;
    }

    // ---- constants and names

    int constant(Object value) {
        Object key = key(value);
        Integer i = constantIndex.get(key);
        if (i == null) {
            i = constants.size();
            constants.add(value);
            constantIndex.put(key, i);
        }
        return i;
    }

    /** Tells constants apart that are equal in Java or Python but not the same: 1, 1.0 and True; 0.0 and -0.0. */
    private static Object key(Object v) {
        if (v instanceof byte[] b) {
            return List.of("bytes", Arrays.toString(b));
        }
        if (v instanceof Double d) {
            return List.of("float", Double.doubleToRawLongBits(d));
        }
        if (v instanceof List<?> items) {
            List<Object> keys = new ArrayList<>();
            keys.add("tuple");
            for (Object o : items) {
                keys.add(key(o));
            }
            return keys;
        }
        if (v instanceof Set<?> items) {
            List<Object> keys = new ArrayList<>();
            keys.add("frozenset");
            for (Object o : items) {
                keys.add(key(o));
            }
            return keys;
        }
        if (v instanceof CodeObject) {
            return new Object();
        }
        if (v instanceof CodeObject.Complex z) {
            return List.of("complex", Double.doubleToRawLongBits(z.re()), Double.doubleToRawLongBits(z.im()));
        }
        return v == null ? CodeObject.class : v;
    }

    int nameIndex(String n) {
        return nameIndex.computeIfAbsent(n, k -> nameIndex.size());
    }

    String mangle(String n) {
        return className == null ? n : SymbolTable.mangle(className, n);
    }

    // ---- result

    CodeObject finish() {
        CodeObject c = new CodeObject();
        c.name = name;
        c.qualname = qualname;
        c.fileName = compilation.fileName;
        c.firstLine = firstLine;
        c.endLine = endLine;
        c.flags = flags
                | (isFunction() ? CodeObject.OPTIMIZED | CodeObject.NEWLOCALS : 0)
                | (parent != null && parent.isFunction() ? CodeObject.NESTED : 0);
        c.argCount = argCount;
        c.posOnlyCount = posOnlyCount;
        c.kwOnlyCount = kwOnlyCount;
        c.registers = mostRegisters + 2;
        c.code = Arrays.copyOf(code, size);
        c.positions = Arrays.copyOf(positions, size);
        c.positions[0] = firstLine;
        c.positions[1] = firstLine;
        c.constants = constants.toArray();
        c.names = nameIndex.keySet().toArray(String[]::new);
        c.varNames = varNames.toArray(String[]::new);
        c.cellNames = cellNames.toArray(String[]::new);
        c.freeNames = freeNames.toArray(String[]::new);
        c.cellParameters = new int[cellNames.size()];
        for (int i = 0; i < cellNames.size(); i++) {
            c.cellParameters[i] = localRegister.getOrDefault(cellNames.get(i), -1);
        }
        c.handlers = handlers.toArray(CodeObject.Handler[]::new);
        c.inlined = inlinedVariables.toArray(CodeObject.InlinedVariable[]::new);
        c.verified = true;
        return c;
    }
}
