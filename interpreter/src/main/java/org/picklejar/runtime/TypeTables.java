package org.picklejar.runtime;

import org.picklejar.core.PyType;
import org.picklejar.core.TypeBuilder;
import org.picklejar.core.TypeDefiner;
import org.picklejar.interp.InterpreterTypes;
import org.picklejar.modules.ModuleTypes;
import org.picklejar.pickle.PickleModules;
import org.picklejar.tasklets.TaskletTypes;
import org.picklejar.types.BuiltinTypes;

/** Knows which package holds the table of each builtin type. */
public final class TypeTables extends TypeDefiner {
    @Override
    protected void define(PyType type, TypeBuilder<?> b) {
        String key = type.module().equals("builtins") ? type.name() : type.module() + "." + type.name();
        if (!BuiltinTypes.define(key, type, b)
                && !InterpreterTypes.define(key, b)
                && !TaskletTypes.define(key, b)
                && !ModuleTypes.define(key, b)
                && !PickleModules.define(key, b)) {
            throw new IllegalStateException("no table for type " + key);
        }
        PickleModules.extend(key, b);
    }
}
