package org.picklejar.interp;

import static org.picklejar.interp.Registers.list;
import static org.picklejar.interp.Registers.orNull;
import static org.picklejar.interp.Registers.right;

import org.picklejar.code.Op;
import org.picklejar.code.Opcode;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyCode;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;

/** The instructions that are too rare for the loop: fetches their operands and calls the method named like the opcode. */
public final class OtherInstructions {
    private static final int[] TICKS = new int[Opcode.values().length];

    static {
        for (Opcode op : Opcode.values()) {
            TICKS[op.ordinal()] = op.ticks();
        }
    }

    private OtherInstructions() {}

    /** @return the result, PENDING, or null when the instruction has no result */
    public static PyObject execute(Execution x, PythonFrame f, int pc) {
        PyCode co = f.code;
        int[] c = co.instructions;
        PyObject[] r = f.registers;
        PyStr[] names = co.names;
        int dst = c[pc + 1];
        int a = c[pc + 2];
        int b = c[pc + 3];
        if (c[pc] >= TICKS.length) {
            throw Errors.systemError("unknown opcode");
        }
        x.ticks += TICKS[c[pc]];
        switch (c[pc]) {
            // names and cells
            case Op.LOAD_NAME:
                return NameInstructions.loadName(x, f, names[a]);
            case Op.STORE_NAME:
                return NameInstructions.storeName(x, f, names[a], r[dst]);
            case Op.DELETE_NAME:
                return NameInstructions.deleteName(x, f, names[a]);
            case Op.STORE_GLOBAL:
                NameInstructions.storeGlobal(x, f, pc, names[a], r[b]);
                return null;
            case Op.DELETE_GLOBAL:
                NameInstructions.deleteGlobal(f, names[a]);
                return null;
            case Op.MAKE_CELL:
                return NameInstructions.makeCell(orNull(r, a));
            case Op.DELETE_CELL:
                NameInstructions.deleteCell(co, r[a], b);
                return null;
            case Op.LOAD_CLASS_CELL:
                return NameInstructions.loadClassCell(x, f, r[a], names[b]);
            case Op.LOAD_FROM_DICT_OR_GLOBAL:
                return NameInstructions.loadFromDictOrGlobal(x, f, r[a], names[b]);
            case Op.LOAD_LOCALS:
                return NameInstructions.loadLocals(f);
            case Op.SETUP_ANNOTATIONS:
                return NameInstructions.setupAnnotations(x, f);
            // attributes and items
            case Op.DELETE_ATTR:
                return AttributeInstructions.deleteAttr(x, r[a], names[b]);
            case Op.LOAD_SPECIAL:
                return AttributeInstructions.loadSpecial(x, r[a], b);
            case Op.DELETE_SUBSCRIPT:
                return ItemInstructions.deleteSubscript(x, r[a], r[b]);
            // operators
            case Op.NEGATE:
                return ArithmeticInstructions.negate(x, r[a]);
            case Op.POSITIVE:
                return ArithmeticInstructions.positive(x, r[a]);
            case Op.INVERT:
                return ArithmeticInstructions.invert(x, r[a]);
            case Op.NOT_CONTAINS:
                return ComparisonInstructions.notContains(x, r[a], right(co, r, b));
            case Op.NOT:
                return ComparisonInstructions.not(x, r[a]);
            // iteration
            case Op.GET_ITER:
                return IterationInstructions.getIter(x, r[a]);
            case Op.SPREAD:
                return IterationInstructions.spread(x, r[a], b);
            case Op.SPREAD_STAR:
                return IterationInstructions.spreadStar(x, r[a], b >> 16, b & 0xffff);
            // building
            case Op.BUILD_TUPLE:
                return BuildingInstructions.buildTuple(list(r, a, b));
            case Op.BUILD_LIST:
                return BuildingInstructions.buildList(list(r, a, b));
            case Op.BUILD_SET:
                return BuildingInstructions.buildSet(x, list(r, a, b));
            case Op.BUILD_MAP:
                return BuildingInstructions.buildMap(x, list(r, a, 2 * b));
            case Op.BUILD_STRING:
                return BuildingInstructions.buildString(list(r, a, b));
            case Op.BUILD_SLICE:
                return BuildingInstructions.buildSlice(r[a], r[a + 1], b == 3 ? r[a + 2] : null);
            case Op.SET_ADD:
                return BuildingInstructions.setAdd(x, r[a], r[b]);
            case Op.MAP_ADD:
                return BuildingInstructions.mapAdd(x, r[dst], r[a], r[b]);
            case Op.LIST_EXTEND:
                return BuildingInstructions.listExtend(x, r[a], r[b]);
            case Op.SET_UPDATE:
                return BuildingInstructions.setUpdate(x, r[a], r[b]);
            case Op.DICT_UPDATE:
                return BuildingInstructions.dictUpdate(x, r[a], r[b]);
            case Op.DICT_MERGE:
                return BuildingInstructions.dictMerge(x, r[a], r[b], r[dst]);
            case Op.LIST_TO_TUPLE:
                return BuildingInstructions.listToTuple(r[a]);
            case Op.CONVERT:
                return BuildingInstructions.convert(x, r[a], b);
            case Op.FORMAT:
                return BuildingInstructions.format(x, r[a], orNull(r, b));
            // calls
            case Op.CALL_KW:
                return CallInstructions.callKw(x, r[a], list(r, a + 1, b & 0xffff), keywordNames(co, b));
            case Op.CALL_METHOD_KW: {
                int unbound = r[a + 1] == null ? 0 : 1;
                PyObject[] args = list(r, a + 2 - unbound, (b & 0xffff) + unbound);
                return CallInstructions.callMethodKw(x, r[a], args, keywordNames(co, b));
            }
            case Op.CALL_EX:
                return CallInstructions.callEx(x, r[a], r[a + 1], r[a + 2]);
            case Op.MAKE_FUNCTION: {
                PyCode code = (PyCode) co.constants[a];
                return b < 0
                        ? CallInstructions.makeFunction(f, code, null, null, null, null)
                        : CallInstructions.makeFunction(f, code, r[b], r[b + 1], r[b + 2], r[b + 3]);
            }
            case Op.LOAD_HELPER:
                return CallInstructions.loadHelper(x, names[a]);
            // generators
            case Op.RETURN_GENERATOR:
                return GeneratorInstructions.returnGenerator(x, f, r[a]);
            case Op.GET_YIELD_FROM_ITER:
                return GeneratorInstructions.getYieldFromIter(x, f, r[a]);
            case Op.GET_AWAITABLE:
                return GeneratorInstructions.getAwaitable(x, r[a], b);
            case Op.GET_AITER:
                return GeneratorInstructions.getAiter(x, r[a]);
            case Op.GET_ANEXT:
                return GeneratorInstructions.getAnext(x, r[a]);
            case Op.ASYNC_WRAP:
                return GeneratorInstructions.asyncWrap(r[a]);
            // exceptions
            case Op.PUSH_HANDLED:
                return ExceptionInstructions.pushHandled(f, r[a]);
            case Op.POP_HANDLED:
                ExceptionInstructions.popHandled(f, r[a]);
                return null;
            case Op.MATCH_EXCEPTION:
                return ExceptionInstructions.matchException(r[a], r[b]);
            // imports and patterns
            case Op.IMPORT_NAME:
                return ImportInstructions.importName(x, f, names[b], r[a], r[a + 1]);
            case Op.IMPORT_FROM:
                return ImportInstructions.importFrom(x, r[a], names[b]);
            case Op.IMPORT_STAR:
                return ImportInstructions.importStar(x, f, r[a]);
            case Op.MATCH_SEQUENCE:
                return MatchInstructions.matchSequence(r[a]);
            case Op.MATCH_MAPPING:
                return MatchInstructions.matchMapping(r[a]);
            case Op.GET_LEN:
                return MatchInstructions.getLen(x, r[a]);
            default:
                throw Errors.systemError("unknown opcode");
        }
    }

    private static PyTuple keywordNames(PyCode co, int b) {
        return (PyTuple) co.constants[b >> 16];
    }
}
