package org.picklejar.modules;

import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.io.IoModule;
import org.picklejar.modules.posix.PosixTypes;
import org.picklejar.modules.threads.ThreadModule;
import org.picklejar.modules.weakref.WeakrefModule;

/** Finds the table of a type of a library module by its qualified name. */
public final class ModuleTypes {
    private ModuleTypes() {}

    /** @return whether the type is defined here */
    public static boolean define(String name, TypeBuilder<?> b) {
        int dot = name.lastIndexOf('.');
        return switch (dot < 0 ? "" : name.substring(0, dot)) {
            case "posix" -> StructSequence.define(name, b) || PosixTypes.define(name, b);
            case "_io" -> IoModule.define(name, b);
            case "_thread" -> StructSequence.define(name, b) || ThreadModule.define(name, b);
            case "weakref" -> WeakrefModule.define(name, b);
            default -> StructSequence.define(name, b);
        };
    }
}
