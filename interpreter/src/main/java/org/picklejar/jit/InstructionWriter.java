package org.picklejar.jit;

import static org.objectweb.asm.Opcodes.AALOAD;
import static org.objectweb.asm.Opcodes.AASTORE;
import static org.objectweb.asm.Opcodes.ACONST_NULL;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ANEWARRAY;
import static org.objectweb.asm.Opcodes.ARETURN;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.CHECKCAST;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.IFEQ;
import static org.objectweb.asm.Opcodes.IFNE;
import static org.objectweb.asm.Opcodes.IFNONNULL;
import static org.objectweb.asm.Opcodes.IFNULL;
import static org.objectweb.asm.Opcodes.IF_ACMPEQ;
import static org.objectweb.asm.Opcodes.IF_ACMPNE;
import static org.objectweb.asm.Opcodes.INSTANCEOF;
import static org.objectweb.asm.Opcodes.LADD;
import static org.objectweb.asm.Opcodes.POP;
import static org.objectweb.asm.Opcodes.PUTFIELD;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;
import org.picklejar.code.CodeObject;
import org.picklejar.code.Op;
import org.picklejar.code.Opcode;
import org.picklejar.core.CompiledCode;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyCode;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.interp.ArithmeticInstructions;
import org.picklejar.interp.AttributeInstructions;
import org.picklejar.interp.BuildingInstructions;
import org.picklejar.interp.CallInstructions;
import org.picklejar.interp.ComparisonInstructions;
import org.picklejar.interp.Compiled;
import org.picklejar.interp.CompiledOps;
import org.picklejar.interp.ExceptionInstructions;
import org.picklejar.interp.GeneratorInstructions;
import org.picklejar.interp.ImportInstructions;
import org.picklejar.interp.ItemInstructions;
import org.picklejar.interp.IterationInstructions;
import org.picklejar.interp.MatchInstructions;
import org.picklejar.interp.NameInstructions;

/** Writes what instructions do: the moves between registers and the jumps, and calls of the methods named like them for the rest. */
final class InstructionWriter {
    private static final String BOOL = Type.getInternalName(PyBool.class);
    private static final String BOOL_TYPE = Type.getDescriptor(PyBool.class);
    private static final String SINGLETON = Type.getInternalName(PySingleton.class);
    private static final int MOST_DIRECT_ARGUMENTS = 3;

    private final Body body;
    private final UnitWriter unit;
    private final MethodVisitor mv;
    private final CodeObject code;
    /** The cell of the class in whose body the function stands; -1 when it does not need it. */
    private final int classCell;

    InstructionWriter(Body body, UnitWriter unit) {
        this.body = body;
        this.unit = unit;
        this.mv = body.mv;
        this.code = body.code;
        int free = Arrays.asList(code.freeNames).indexOf("__class__");
        this.classCell = free < 0 ? -1 : code.firstFree() + free;
    }

    void write(int pc) {
        int[] c = code.code;
        int op = c[pc];
        int dst = c[pc + 1];
        int a = c[pc + 2];
        int b = c[pc + 3];
        switch (op) {
            case Op.NOP -> {}
            case Op.MOVE -> {
                body.load(a);
                body.store(dst);
            }
            case Op.LOAD_CONST -> {
                unit.pushConstant(body, a);
                body.store(dst);
            }
            case Op.CLEAR -> {
                mv.visitInsn(ACONST_NULL);
                body.store(dst);
            }
            case Op.JUMP -> mv.visitJumpInsn(GOTO, body.target(b));
            case Op.JUMP_BACK -> {
                body.execution();
                body.invoke(CompiledOps.class, "isDue");
                mv.visitJumpInsn(IFNE, body.leaving(pc));
                mv.visitJumpInsn(GOTO, body.target(b));
            }
            case Op.JUMP_IF_TRUE -> jumpIf(pc, a, "TRUE", "FALSE", b);
            case Op.JUMP_IF_FALSE -> jumpIf(pc, a, "FALSE", "TRUE", b);
            case Op.JUMP_IF_NONE -> {
                body.load(a);
                none();
                mv.visitJumpInsn(IF_ACMPEQ, body.target(b));
            }
            case Op.JUMP_IF_NOT_NONE -> {
                body.load(a);
                none();
                mv.visitJumpInsn(IF_ACMPNE, body.target(b));
            }
            case Op.CHECK_LOCAL -> {
                Label bound = new Label();
                body.load(a);
                mv.visitJumpInsn(IFNONNULL, bound);
                body.setPc(pc + 4);
                body.pushCode();
                body.load(a);
                body.push(b);
                body.invoke(NameInstructions.class, "checkLocal");
                body.place(bound);
            }
            case Op.LOAD_METHOD -> loadMethod(pc, dst, a, b);
            case Op.FOR_ITER -> {
                body.setPc(pc + 4);
                body.execution();
                body.load(a);
                body.invoke(CompiledOps.class, "forIter");
                itemOrEnd(pc, dst, b, false);
            }
            case Op.SEND -> {
                body.setPc(pc + 4);
                body.execution();
                body.load(a);
                body.load(dst);
                body.invoke(GeneratorInstructions.class, "send");
                itemOrEnd(pc, dst, b, true);
            }
            case Op.UNPACK -> {
                body.load(a);
                body.invoke(IterationInstructions.class, "unpack");
                for (int i = 0; i < b; i++) {
                    mv.visitInsn(DUP);
                    body.push(i);
                    mv.visitInsn(AALOAD);
                    body.store(dst + i);
                }
                mv.visitInsn(POP);
            }
            case Op.CALL -> {
                if (b == 0 && classCell >= 0) {
                    callSuper(pc, dst, a);
                } else {
                    call(pc, dst, a, a + 1, b);
                }
            }
            case Op.CALL_METHOD -> {
                Label unbound = new Label();
                Label end = new Label();
                body.load(a + 1);
                mv.visitJumpInsn(IFNULL, unbound);
                call(pc, dst, a, a + 1, b + 1);
                mv.visitJumpInsn(GOTO, end);
                body.place(unbound);
                call(pc, dst, a, a + 2, b);
                body.place(end);
            }
            case Op.RETURN, Op.RETURN_GENERATOR -> {
                body.load(a);
                mv.visitJumpInsn(GOTO, body.returning);
            }
            case Op.YIELD -> {
                body.setPc(pc + 4);
                body.writeRegisters(body.during(pc));
                body.execution();
                body.frame();
                body.load(a);
                body.invoke(Compiled.class, "yields");
                mv.visitInsn(ARETURN);
            }
            case Op.RAISE -> {
                body.setPc(pc + 4);
                body.execution();
                body.frame();
                orNull(a);
                orNull(b);
                body.invoke(ExceptionInstructions.class, "raise");
                body.raiseUnlessNull();
                body.pending();
                mv.visitJumpInsn(GOTO, body.waiting(pc));
            }
            case Op.RERAISE -> {
                body.setPc(pc + 4);
                body.load(a);
                body.invoke(ExceptionInstructions.class, "reraise");
                body.raise();
            }
            default -> {
                body.setPc(pc + 4);
                int ticks = Opcode.at(op).ticks();
                if (ticks > 0 && !countsItself(op)) {
                    body.execution();
                    mv.visitInsn(DUP);
                    mv.visitFieldInsn(GETFIELD, Body.EXECUTION, "ticks", "J");
                    mv.visitLdcInsn((long) ticks);
                    mv.visitInsn(LADD);
                    mv.visitFieldInsn(PUTFIELD, Body.EXECUTION, "ticks", "J");
                }
                if (!withoutResult(op, pc, a, b)) {
                    value(op, pc, dst, a, b);
                    if (!isNow(op)) {
                        body.checkPending(body.waiting(pc));
                    }
                    body.store(dst);
                }
            }
        }
    }

    // ---- jumps and ways out

    private void jumpIf(int pc, int a, String jumps, String goesOn, int target) {
        Label next = new Label();
        Label taken = body.target(target);
        body.load(a);
        mv.visitFieldInsn(GETSTATIC, BOOL, jumps, BOOL_TYPE);
        mv.visitJumpInsn(IF_ACMPEQ, taken);
        body.load(a);
        mv.visitFieldInsn(GETSTATIC, BOOL, goesOn, BOOL_TYPE);
        mv.visitJumpInsn(IF_ACMPEQ, next);
        // The bool, when it takes Python to find it, replaces the operand and this comes again.
        body.setPc(pc);
        body.execution();
        body.load(a);
        body.invoke(ComparisonInstructions.class, "toBool");
        body.checkPending(body.waitingBefore(pc, a));
        mv.visitFieldInsn(GETSTATIC, BOOL, jumps, BOOL_TYPE);
        mv.visitJumpInsn(IF_ACMPEQ, taken);
        body.place(next);
    }

    /** An item is on the stack, or null at the end. */
    private void itemOrEnd(int pc, int dst, int target, boolean keepsResult) {
        Label item = new Label();
        mv.visitInsn(DUP);
        mv.visitJumpInsn(IFNONNULL, item);
        mv.visitInsn(POP);
        if (keepsResult) {
            body.execution();
            body.invoke(Compiled.class, "takeEnd");
            body.store(dst);
        }
        mv.visitJumpInsn(GOTO, body.target(target));
        body.place(item, 1);
        body.checkPending(body.waiting(pc));
        body.store(dst);
    }

    // ---- calls

    private void loadMethod(int pc, int dst, int a, int name) {
        Label bound = new Label();
        Label end = new Label();
        body.setPc(pc + 4);
        body.load(a);
        mv.visitVarInsn(ASTORE, body.valueSlot);
        body.pushCode();
        body.push(pc);
        mv.visitVarInsn(ALOAD, body.valueSlot);
        unit.pushName(body, name);
        body.invoke(CompiledOps.class, "loadMethod");
        mv.visitInsn(DUP);
        mv.visitJumpInsn(IFNULL, bound);
        body.store(dst);
        mv.visitVarInsn(ALOAD, body.valueSlot);
        body.store(dst + 1);
        mv.visitJumpInsn(GOTO, end);
        body.place(bound, 1);
        body.store(dst + 1);
        body.execution();
        body.frame();
        body.push(pc);
        mv.visitVarInsn(ALOAD, body.valueSlot);
        unit.pushName(body, name);
        body.invoke(AttributeInstructions.class, "loadCallable");
        body.checkPending(body.waiting(pc));
        body.store(dst);
        body.place(end);
    }

    private void call(int pc, int dst, int callee, int from, int n) {
        Label other = new Label();
        Label end = new Label();
        body.setPc(pc + 4);
        body.load(callee);
        mv.visitTypeInsn(INSTANCEOF, Body.FUNCTION);
        mv.visitJumpInsn(IFEQ, other);
        body.load(callee);
        mv.visitTypeInsn(CHECKCAST, Body.FUNCTION);
        mv.visitInsn(DUP);
        mv.visitVarInsn(ASTORE, body.functionSlot);
        mv.visitFieldInsn(GETFIELD, Body.FUNCTION, "code", UnitWriter.CODE_TYPE);
        mv.visitFieldInsn(
                GETFIELD, Type.getInternalName(PyCode.class), "entry", Type.getDescriptor(CompiledCode.class));
        mv.visitInsn(DUP);
        mv.visitVarInsn(ASTORE, body.entrySlot);
        mv.visitJumpInsn(IFNULL, other);
        mv.visitVarInsn(ALOAD, body.entrySlot);
        body.execution();
        mv.visitVarInsn(ALOAD, body.functionSlot);
        boolean direct = n <= MOST_DIRECT_ARGUMENTS;
        if (direct) {
            for (int i = 0; i < n; i++) {
                body.load(from + i);
            }
        } else {
            array(from, n);
        }
        body.invokeVirtual(
                Body.COMPILED,
                "call",
                "(L" + Body.EXECUTION + ";L" + Body.FUNCTION + ";"
                        + (direct ? Body.OBJECT_TYPE.repeat(n) : Body.ARRAY_TYPE) + ")" + Body.OBJECT_TYPE);
        mv.visitJumpInsn(GOTO, end);
        body.place(other);
        body.execution();
        body.load(callee);
        array(from, n);
        body.invoke(CallInstructions.class, "call");
        body.place(end, 1);
        body.checkPending(body.waiting(pc));
        body.store(dst);
    }

    /** A call without arguments where {@code super()} is possible, which needs the first argument of the function and the cell of its class. */
    private void callSuper(int pc, int dst, int callee) {
        Label other = new Label();
        Label end = new Label();
        body.setPc(pc + 4);
        body.execution();
        body.load(callee);
        body.invoke(Compiled.class, "isSuper");
        mv.visitJumpInsn(IFEQ, other);
        BitSet read = new BitSet();
        read.set(0);
        read.set(code.firstCell(), code.firstFree());
        read.set(classCell);
        body.writeRegisters(read);
        body.execution();
        body.frame();
        body.load(callee);
        body.invoke(Compiled.class, "callSuper");
        mv.visitJumpInsn(GOTO, end);
        body.place(other);
        body.execution();
        body.load(callee);
        array(0, 0);
        body.invoke(CallInstructions.class, "call");
        body.place(end, 1);
        body.checkPending(body.waiting(pc));
        body.store(dst);
    }

    /** A new array of registers. */
    private void array(int from, int n) {
        body.push(n);
        mv.visitTypeInsn(ANEWARRAY, Body.OBJECT);
        for (int i = 0; i < n; i++) {
            mv.visitInsn(DUP);
            body.push(i);
            body.load(from + i);
            mv.visitInsn(AASTORE);
        }
    }

    // ---- pieces

    private void none() {
        mv.visitFieldInsn(GETSTATIC, SINGLETON, "NONE", Type.getDescriptor(PySingleton.class));
    }

    private void orNull(int register) {
        if (register < 0) {
            mv.visitInsn(ACONST_NULL);
        } else {
            body.load(register);
        }
    }

    /** The right operand of an operator: a register, or constant ~b. */
    private void right(int b) {
        if (b >= 0) {
            body.load(b);
        } else {
            unit.pushConstant(body, ~b);
        }
    }

    private void constant(int index, Class<?> type) {
        unit.pushConstant(body, index);
        mv.visitTypeInsn(CHECKCAST, Type.getInternalName(type));
    }

    private void unary(Class<?> c, String method, int a) {
        body.execution();
        body.load(a);
        body.invoke(c, method);
    }

    private void binary(Class<?> c, String method, int a, int b) {
        body.execution();
        body.load(a);
        right(b);
        body.invoke(c, method);
    }

    private void attribute(Class<?> c, String method, int pc, int a, int name) {
        body.execution();
        body.frame();
        body.push(pc);
        body.load(a);
        unit.pushName(body, name);
        body.invoke(c, method);
    }

    private void named(String method, int name) {
        body.execution();
        body.frame();
        unit.pushName(body, name);
        body.invoke(NameInstructions.class, method);
    }

    private void cell(String method, int a, int b) {
        body.execution();
        body.frame();
        body.load(a);
        unit.pushName(body, b);
        body.invoke(NameInstructions.class, method);
    }

    /** The name of the method that does an opcode. */
    private static String method(int op) {
        String name = Opcode.at(op).name().toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            out.append(name.charAt(i) == '_' ? Character.toUpperCase(name.charAt(++i)) : name.charAt(i));
        }
        return out.toString();
    }

    /** Whether the method that is called counts the tick. */
    private static boolean countsItself(int op) {
        return switch (op) {
            case Op.ADD, Op.IADD, Op.SUB, Op.MUL, Op.LT, Op.LE, Op.GT, Op.GE, Op.EQ, Op.NE -> true;
            default -> false;
        };
    }

    /** Whether the result is always there at once. */
    private static boolean isNow(int op) {
        return switch (op) {
            case Op.LOAD_GLOBAL,
                    Op.LOAD_CELL,
                    Op.MAKE_CELL,
                    Op.LOAD_LOCALS,
                    Op.IS,
                    Op.IS_NOT,
                    Op.BUILD_TUPLE,
                    Op.BUILD_LIST,
                    Op.BUILD_STRING,
                    Op.BUILD_SLICE,
                    Op.LIST_TO_TUPLE,
                    Op.MAKE_FUNCTION,
                    Op.LOAD_HELPER,
                    Op.ASYNC_WRAP,
                    Op.PUSH_HANDLED,
                    Op.MATCH_EXCEPTION -> true;
            default -> false;
        };
    }

    /** @return false when the instruction has a result */
    private boolean withoutResult(int op, int pc, int a, int b) {
        switch (op) {
            case Op.STORE_CELL -> {
                body.load(a);
                body.load(b);
                body.invoke(NameInstructions.class, "storeCell");
            }
            case Op.STORE_GLOBAL -> {
                body.execution();
                body.frame();
                body.push(pc);
                unit.pushName(body, a);
                body.load(b);
                body.invoke(NameInstructions.class, "storeGlobal");
            }
            case Op.DELETE_GLOBAL -> {
                body.frame();
                unit.pushName(body, a);
                body.invoke(NameInstructions.class, "deleteGlobal");
            }
            case Op.DELETE_CELL -> {
                body.pushCode();
                body.load(a);
                body.push(b);
                body.invoke(NameInstructions.class, "deleteCell");
            }
            case Op.LIST_APPEND -> {
                body.load(a);
                body.load(b);
                body.invoke(BuildingInstructions.class, "listAppend");
            }
            case Op.POP_HANDLED -> {
                body.frame();
                body.load(a);
                body.invoke(ExceptionInstructions.class, "popHandled");
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Calls what gives the result. */
    private void value(int op, int pc, int dst, int a, int b) {
        switch (op) {
            // names and cells
            case Op.LOAD_GLOBAL -> {
                body.frame();
                body.push(pc);
                unit.pushName(body, a);
                body.invoke(CompiledOps.class, "loadGlobal");
            }
            case Op.LOAD_NAME, Op.DELETE_NAME -> named(method(op), a);
            case Op.STORE_NAME -> {
                body.execution();
                body.frame();
                unit.pushName(body, a);
                body.load(dst);
                body.invoke(NameInstructions.class, "storeName");
            }
            case Op.MAKE_CELL -> {
                orNull(a);
                body.invoke(NameInstructions.class, "makeCell");
            }
            case Op.LOAD_CELL -> {
                body.pushCode();
                body.load(a);
                body.push(b);
                body.invoke(NameInstructions.class, "loadCell");
            }
            case Op.LOAD_CLASS_CELL, Op.LOAD_FROM_DICT_OR_GLOBAL -> cell(method(op), a, b);
            case Op.LOAD_LOCALS -> {
                body.frame();
                body.invoke(NameInstructions.class, "loadLocals");
            }
            case Op.SETUP_ANNOTATIONS -> {
                body.execution();
                body.frame();
                body.invoke(NameInstructions.class, "setupAnnotations");
            }
            // attributes and items
            case Op.LOAD_ATTR -> attribute(CompiledOps.class, "loadAttr", pc, a, b);
            case Op.STORE_ATTR -> {
                body.execution();
                body.frame();
                body.push(pc);
                body.load(a);
                unit.pushName(body, b);
                body.load(dst);
                body.invoke(CompiledOps.class, "storeAttr");
            }
            case Op.DELETE_ATTR -> {
                body.execution();
                body.load(a);
                unit.pushName(body, b);
                body.invoke(AttributeInstructions.class, "deleteAttr");
            }
            case Op.LOAD_SPECIAL -> {
                body.execution();
                body.load(a);
                body.push(b);
                body.invoke(AttributeInstructions.class, "loadSpecial");
            }
            case Op.SUBSCRIPT -> binary(CompiledOps.class, "subscript", a, b);
            case Op.STORE_SUBSCRIPT -> {
                binaryOperands(a, b);
                body.load(dst);
                body.invoke(ItemInstructions.class, "storeSubscript");
            }
            case Op.DELETE_SUBSCRIPT -> binary(ItemInstructions.class, "deleteSubscript", a, b);
            // operators
            case Op.ADD, Op.IADD, Op.SUB, Op.MUL, Op.LT, Op.LE, Op.GT, Op.GE, Op.EQ, Op.NE ->
                binary(CompiledOps.class, method(op), a, b);
            case Op.TRUEDIV,
                    Op.FLOORDIV,
                    Op.MOD,
                    Op.POW,
                    Op.MATMUL,
                    Op.LSHIFT,
                    Op.RSHIFT,
                    Op.AND,
                    Op.OR,
                    Op.XOR,
                    Op.ISUB,
                    Op.IMUL,
                    Op.ITRUEDIV,
                    Op.IFLOORDIV,
                    Op.IMOD,
                    Op.IPOW,
                    Op.IMATMUL,
                    Op.ILSHIFT,
                    Op.IRSHIFT,
                    Op.IAND,
                    Op.IOR,
                    Op.IXOR -> binary(ArithmeticInstructions.class, method(op), a, b);
            case Op.NEGATE, Op.POSITIVE, Op.INVERT -> unary(ArithmeticInstructions.class, method(op), a);
            case Op.IS, Op.IS_NOT -> {
                body.load(a);
                right(b);
                body.invoke(ComparisonInstructions.class, method(op));
            }
            case Op.CONTAINS, Op.NOT_CONTAINS -> binary(ComparisonInstructions.class, method(op), a, b);
            case Op.NOT, Op.TO_BOOL -> unary(ComparisonInstructions.class, method(op), a);
            // iteration
            case Op.GET_ITER -> unary(IterationInstructions.class, "getIter", a);
            case Op.SPREAD -> {
                body.execution();
                body.load(a);
                body.push(b);
                body.invoke(IterationInstructions.class, "spread");
            }
            case Op.SPREAD_STAR -> {
                body.execution();
                body.load(a);
                body.push(b >> 16);
                body.push(b & 0xffff);
                body.invoke(IterationInstructions.class, "spreadStar");
            }
            default -> {
                if (!building(op, dst, a, b)) {
                    other(op, pc, dst, a, b);
                }
            }
        }
    }

    private void binaryOperands(int a, int b) {
        body.execution();
        body.load(a);
        body.load(b);
    }

    private boolean building(int op, int dst, int a, int b) {
        switch (op) {
            case Op.BUILD_TUPLE, Op.BUILD_LIST, Op.BUILD_STRING -> {
                array(a, b);
                body.invoke(BuildingInstructions.class, method(op));
            }
            case Op.BUILD_SET -> {
                body.execution();
                array(a, b);
                body.invoke(BuildingInstructions.class, "buildSet");
            }
            case Op.BUILD_MAP -> {
                body.execution();
                array(a, 2 * b);
                body.invoke(BuildingInstructions.class, "buildMap");
            }
            case Op.BUILD_SLICE -> {
                body.load(a);
                body.load(a + 1);
                orNull(b == 3 ? a + 2 : -1);
                body.invoke(BuildingInstructions.class, "buildSlice");
            }
            case Op.SET_ADD, Op.LIST_EXTEND, Op.SET_UPDATE, Op.DICT_UPDATE -> {
                binaryOperands(a, b);
                body.invoke(BuildingInstructions.class, method(op));
            }
            case Op.MAP_ADD -> {
                body.execution();
                body.load(dst);
                body.load(a);
                body.load(b);
                body.invoke(BuildingInstructions.class, "mapAdd");
            }
            case Op.DICT_MERGE -> {
                binaryOperands(a, b);
                body.load(dst);
                body.invoke(BuildingInstructions.class, "dictMerge");
            }
            case Op.LIST_TO_TUPLE -> {
                body.load(a);
                body.invoke(BuildingInstructions.class, "listToTuple");
            }
            case Op.CONVERT -> {
                body.execution();
                body.load(a);
                body.push(b);
                body.invoke(BuildingInstructions.class, "convert");
            }
            case Op.FORMAT -> {
                body.execution();
                body.load(a);
                orNull(b);
                body.invoke(BuildingInstructions.class, "format");
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void other(int op, int pc, int dst, int a, int b) {
        switch (op) {
            // calls
            case Op.CALL_KW -> {
                body.execution();
                body.load(a);
                array(a + 1, b & 0xffff);
                constant(b >> 16, PyTuple.class);
                body.invoke(CallInstructions.class, "callKw");
            }
            case Op.CALL_METHOD_KW -> {
                body.execution();
                body.load(a);
                array(a + 1, (b & 0xffff) + 1);
                constant(b >> 16, PyTuple.class);
                body.invoke(CompiledOps.class, "callMethodKw");
            }
            case Op.CALL_EX -> {
                body.execution();
                body.load(a);
                body.load(a + 1);
                body.load(a + 2);
                body.invoke(CallInstructions.class, "callEx");
            }
            case Op.MAKE_FUNCTION -> {
                body.frame();
                constant(a, PyCode.class);
                for (int i = 0; i < 4; i++) {
                    orNull(b < 0 ? -1 : b + i);
                }
                body.invoke(CallInstructions.class, "makeFunction");
            }
            case Op.LOAD_HELPER -> {
                body.execution();
                unit.pushName(body, a);
                body.invoke(CallInstructions.class, "loadHelper");
            }
            // generators
            case Op.GET_YIELD_FROM_ITER -> {
                body.execution();
                body.frame();
                body.load(a);
                body.invoke(GeneratorInstructions.class, "getYieldFromIter");
            }
            case Op.GET_AWAITABLE -> {
                body.execution();
                body.load(a);
                body.push(b);
                body.invoke(GeneratorInstructions.class, "getAwaitable");
            }
            case Op.GET_AITER, Op.GET_ANEXT -> unary(GeneratorInstructions.class, method(op), a);
            case Op.ASYNC_WRAP -> {
                body.load(a);
                body.invoke(GeneratorInstructions.class, "asyncWrap");
            }
            // exceptions
            case Op.PUSH_HANDLED -> {
                body.frame();
                body.load(a);
                body.invoke(ExceptionInstructions.class, "pushHandled");
            }
            case Op.MATCH_EXCEPTION -> {
                body.load(a);
                body.load(b);
                body.invoke(ExceptionInstructions.class, "matchException");
            }
            // imports and patterns
            case Op.IMPORT_NAME -> {
                body.execution();
                body.frame();
                unit.pushName(body, b);
                body.load(a);
                body.load(a + 1);
                body.invoke(ImportInstructions.class, "importName");
            }
            case Op.IMPORT_FROM -> {
                body.execution();
                body.load(a);
                unit.pushName(body, b);
                body.invoke(ImportInstructions.class, "importFrom");
            }
            case Op.IMPORT_STAR -> {
                body.execution();
                body.frame();
                body.load(a);
                body.invoke(ImportInstructions.class, "importStar");
            }
            case Op.MATCH_SEQUENCE, Op.MATCH_MAPPING, Op.GET_LEN -> unary(MatchInstructions.class, method(op), a);
            default -> throw new IllegalArgumentException("opcode " + op);
        }
    }
}
