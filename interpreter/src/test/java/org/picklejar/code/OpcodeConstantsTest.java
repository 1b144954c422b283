package org.picklejar.code;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** {@link Op} repeats the ordinals of {@link Opcode} as constants for switches. */
class OpcodeConstantsTest {
    @Test
    void constantsAreTheOrdinals() throws ReflectiveOperationException {
        for (Opcode o : Opcode.values()) {
            assertEquals(o.ordinal(), Op.class.getField(o.name()).getInt(null), o.name());
        }
        assertEquals(Opcode.values().length, Op.class.getFields().length);
    }
}
