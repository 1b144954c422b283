package org.picklejar.interp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.picklejar.code.Opcode;

/** One method per opcode, named like it, which knows values and no registers: so that who else runs code can call it. */
class InstructionsTest {
    private static final List<Class<?>> CLASSES = List.of(
            ArithmeticInstructions.class,
            AttributeInstructions.class,
            BuildingInstructions.class,
            CallInstructions.class,
            ComparisonInstructions.class,
            ExceptionInstructions.class,
            GeneratorInstructions.class,
            ImportInstructions.class,
            ItemInstructions.class,
            IterationInstructions.class,
            MatchInstructions.class,
            NameInstructions.class);

    /** Moves between registers, jumps, leaving a frame, and the choice between two forms of CALL: the loop itself. */
    private static final Set<Opcode> LOOP = EnumSet.of(
            Opcode.NOP,
            Opcode.MOVE,
            Opcode.LOAD_CONST,
            Opcode.CLEAR,
            Opcode.JUMP,
            Opcode.JUMP_BACK,
            Opcode.JUMP_IF_TRUE,
            Opcode.JUMP_IF_FALSE,
            Opcode.JUMP_IF_NONE,
            Opcode.JUMP_IF_NOT_NONE,
            Opcode.CALL_METHOD,
            Opcode.RETURN,
            Opcode.YIELD);

    @Test
    void eachOpcodeHasOneMethod() {
        for (Opcode op : Opcode.values()) {
            List<Method> found = methods(op);
            assertEquals(LOOP.contains(op) ? 0 : 1, found.size(), op + ": " + found);
        }
    }

    @Test
    void theyTakeNoCodeArrays() {
        for (Opcode op : Opcode.values()) {
            for (Method m : methods(op)) {
                assertFalse(Arrays.asList(m.getParameterTypes()).contains(int[].class), m.toString());
            }
        }
    }

    private static List<Method> methods(Opcode op) {
        String name = camelCase(op.name());
        List<Method> found = new ArrayList<>();
        for (Class<?> c : CLASSES) {
            for (Method m : c.getDeclaredMethods()) {
                if (m.getName().equals(name) && !Modifier.isPrivate(m.getModifiers())) {
                    found.add(m);
                }
            }
        }
        return found;
    }

    private static String camelCase(String opcode) {
        StringBuilder out = new StringBuilder();
        for (String word : opcode.toLowerCase(Locale.ROOT).split("_", -1)) {
            out.append(out.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return out.toString();
    }
}
