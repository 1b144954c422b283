package org.picklejar.modules;

import org.picklejar.core.Execution;
import org.picklejar.core.PyModule;
import org.picklejar.modules.codecs.CodecsModule;
import org.picklejar.modules.sre.SreModule;

/** Finds the library modules that are written in Java. */
public final class NativeModules {
    private NativeModules() {}

    /** All names, for {@code sys.builtin_module_names}. */
    public static final String[] NAMES = {
        "_codecs",
        "_sre",
    };

    /** A new module, or null when there is none of this name in Java. */
    public static PyModule create(Execution x, String name) {
        return switch (name) {
            case "_codecs" -> CodecsModule.create(x);
            case "_sre" -> SreModule.create(x);
            default -> null;
        };
    }
}
