package org.picklejar.jit;

import java.lang.invoke.MethodHandles;
import org.picklejar.core.CompiledCode;
import org.picklejar.core.PyCode;
import org.picklejar.interp.CallInstructions;

/**
 * The class of a region, linked to no runtime.
 *
 * @param bytes its class file; empty when the region is too large to be compiled
 * @param calls of builtins that it names: the place of the call and the number of arguments, in pairs
 */
record Unit(byte[] bytes, int[] calls) {
    static final Unit NONE = new Unit(new byte[0], new int[0]);

    /**
     * Makes what runs.
     *
     * @param code one that the unit was made of, or one like it (see {@link UnitStore#name})
     * @return null when the region is too large
     * @throws ReflectiveOperationException when the JVM refuses the class
     */
    CompiledCode link(PyCode code) throws ReflectiveOperationException {
        if (bytes.length == 0) {
            return null;
        }
        Object[] objects = new Object[calls.length];
        for (int i = 0; i < calls.length; i += 2) {
            objects[i] = code.cacheAt(calls[i]);
            objects[i + 1] = CallInstructions.direct(objects[i], calls[i + 1]);
        }
        MethodHandles.Lookup made =
                MethodHandles.lookup().defineHiddenClassWithClassData(bytes, new UnitData(code, objects), true);
        return (CompiledCode) made.lookupClass().getDeclaredConstructor().newInstance();
    }
}
