package org.picklejar.modules;

import org.picklejar.core.Execution;
import org.picklejar.core.PyModule;
import org.picklejar.modules.collections.CollectionsModule;
import org.picklejar.modules.itertools.ItertoolsModule;

/** Finds the library modules that are written in Java. */
public final class NativeModules {
    private NativeModules() {}

    /** All names, for {@code sys.builtin_module_names}. */
    public static final String[] NAMES = {"_collections", "itertools"};

    /** A new module, or null when there is none of this name in Java. */
    public static PyModule create(Execution x, String name) {
        return switch (name) {
            case "_collections" -> CollectionsModule.create();
            case "itertools" -> ItertoolsModule.create();
            default -> null;
        };
    }
}
