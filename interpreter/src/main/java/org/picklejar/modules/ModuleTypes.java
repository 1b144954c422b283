package org.picklejar.modules;

import org.picklejar.core.TypeBuilder;

/** Finds the table of a type of a library module by its qualified name. */
public final class ModuleTypes {
    private ModuleTypes() {}

    /** @return whether the type is defined here */
    public static boolean define(String name, TypeBuilder<?> b) {
        return false;
    }
}
