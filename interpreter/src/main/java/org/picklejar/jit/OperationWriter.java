package org.picklejar.jit;

import java.util.Locale;
import org.picklejar.code.Op;
import org.picklejar.code.Opcode;
import org.picklejar.core.PyCode;
import org.picklejar.core.PyTuple;
import org.picklejar.interp.ArithmeticInstructions;
import org.picklejar.interp.AttributeInstructions;
import org.picklejar.interp.BuildingInstructions;
import org.picklejar.interp.CallInstructions;
import org.picklejar.interp.ComparisonInstructions;
import org.picklejar.interp.CompiledOps;
import org.picklejar.interp.ExceptionInstructions;
import org.picklejar.interp.GeneratorInstructions;
import org.picklejar.interp.ImportInstructions;
import org.picklejar.interp.ItemInstructions;
import org.picklejar.interp.IterationInstructions;
import org.picklejar.interp.MatchInstructions;
import org.picklejar.interp.NameInstructions;

/** Writes what instructions do that are a call of the method named like them. */
final class OperationWriter extends OperandWriter {
    OperationWriter(Body body, UnitWriter unit) {
        super(body, unit);
    }

    /** Writes an operation with its ticks; its result goes to its register. */
    void write(int op, int pc, int dst, int a, int b) {
        if (!countsItself(op)) {
            body.tick(Opcode.at(op).ticks());
            body.countTicks();
        }
        if (!withoutResult(op, pc, a, b)) {
            value(op, pc, dst, a, b);
            if (!isNow(op)) {
                body.checkPending(body.exits.waiting(pc));
            }
            body.store(dst);
        }
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
                    Op.MATCH_EXCEPTION,
                    Op.MATCH_SEQUENCE,
                    Op.MATCH_MAPPING -> true;
            default -> false;
        };
    }

    /** @return false when the instruction has a result, and nothing is written */
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
            case Op.SUBSCRIPT -> {
                if (isLong(b)) {
                    body.execution();
                    body.load(a);
                    body.file.loadLong(b);
                    body.invoke(CompiledOps.class, "subscriptAt");
                } else {
                    binary(CompiledOps.class, "subscript", a, b);
                }
            }
            case Op.STORE_SUBSCRIPT -> {
                body.execution();
                body.load(a);
                if (isLong(b)) {
                    body.file.loadLong(b);
                } else {
                    body.load(b);
                }
                body.load(dst);
                body.invoke(CompiledOps.class, isLong(b) ? "storeSubscriptAt" : "storeSubscript");
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
                    other(op, a, b);
                }
            }
        }
    }

    private boolean isLong(int operand) {
        return operand >= 0 && body.file.is(operand, Forms.LONG);
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

    private void other(int op, int a, int b) {
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
            case Op.MATCH_SEQUENCE, Op.MATCH_MAPPING -> {
                body.load(a);
                body.invoke(MatchInstructions.class, method(op));
            }
            case Op.GET_LEN -> unary(MatchInstructions.class, method(op), a);
            default -> throw new IllegalArgumentException("opcode " + op);
        }
    }
}
