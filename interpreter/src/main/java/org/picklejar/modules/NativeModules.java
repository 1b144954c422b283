package org.picklejar.modules;

import org.picklejar.core.Execution;
import org.picklejar.core.PyModule;
import org.picklejar.modules.codecs.CodecsModule;
import org.picklejar.modules.collections.CollectionsModule;
import org.picklejar.modules.functools.FunctoolsModule;
import org.picklejar.modules.itertools.ItertoolsModule;
import org.picklejar.modules.operator.OperatorModule;
import org.picklejar.modules.sre.SreModule;

/** Finds the library modules that are written in Java. */
public final class NativeModules {
    private NativeModules() {}

    /** All names, for {@code sys.builtin_module_names}. */
    public static final String[] NAMES = {
        "_codecs",
        "_collections",
        "_functools",
        "_operator",
        "_sre",
        "itertools",
    };

    /** A new module, or null when there is none of this name in Java. */
    public static PyModule create(Execution x, String name) {
        return switch (name) {
            case "_codecs" -> CodecsModule.create(x);
            case "_collections" -> CollectionsModule.create();
            case "_functools" -> FunctoolsModule.create();
            case "_operator" -> OperatorModule.create();
            case "_sre" -> SreModule.create(x);
            case "itertools" -> ItertoolsModule.create();
            default -> null;
        };
    }
}
