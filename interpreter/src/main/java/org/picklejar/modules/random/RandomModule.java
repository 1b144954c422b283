package org.picklejar.modules.random;

import org.picklejar.core.Execution;
import org.picklejar.core.PyModule;
import org.picklejar.modules.ModuleBuilder;

/** The module {@code _random}. */
public final class RandomModule {
    private RandomModule() {}

    public static PyModule create(Execution x) {
        return new ModuleBuilder("_random").type(PyRandom.TYPE).build();
    }
}
