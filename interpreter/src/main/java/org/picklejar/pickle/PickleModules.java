package org.picklejar.pickle;

import org.picklejar.core.Execution;
import org.picklejar.core.PyModule;
import org.picklejar.core.TypeBuilder;

/** Finds the modules and the type tables of this package. */
public final class PickleModules {
    /** All names, for {@code sys.builtin_module_names}. */
    public static final String[] NAMES = {"_pickle", RunningObjects.MODULE};

    private PickleModules() {}

    /** A new module, or null when there is none of this name here. */
    public static PyModule create(Execution x, String name) {
        return switch (name) {
            case "_pickle" -> PickleModule.create();
            case RunningObjects.MODULE -> RunningObjects.create();
            default -> null;
        };
    }

    /** @return whether the type is defined here */
    public static boolean define(String name, TypeBuilder<?> b) {
        switch (name) {
            case "_pickle.Pickler" -> PicklerType.define(b);
            case "_pickle.Unpickler" -> UnpicklerType.define(b);
            case "_pickle.PickleBuffer" -> PickleBuffer.define(b);
            case "_pickle.PicklerMemoProxy", "_pickle.UnpicklerMemoProxy" -> MemoProxy.define(b);
            case "stackless._wrap.frame_reference" -> { }
            default -> {
                return false;
            }
        }
        return true;
    }
}
