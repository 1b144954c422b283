package org.picklejar.modules.functools;

import org.picklejar.core.PyModule;
import org.picklejar.core.PyType;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.ModuleBuilder;

/** Module _functools. */
public final class FunctoolsModule {
    private FunctoolsModule() {}

    public static PyModule create() {
        return new ModuleBuilder("_functools")
                .doc("Tools that operate on functions.")
                .type(Partial.TYPE)
                .type(LruCache.TYPE)
                .tail(
                        "reduce(function, iterable, initial=<unset>, /) -- Apply a function of two arguments cumulatively to the items of an "
                                + "iterable, from left to right.\n\nThis effectively reduces the iterable to a single value.  If initial is present,\n"
                                + "it is placed before the items of the iterable in the calculation, and serves as\na default when the iterable is "
                                + "empty.\n\nFor example, reduce(lambda x, y: x+y, [1, 2, 3, 4, 5])\ncalculates ((((1 + 2) + 3) + 4) + 5).",
                        ReduceFrame::reduce)
                .function(
                        "cmp_to_key(mycmp) -- Convert a cmp= function into a key= function.\n\n  mycmp\n    Function that compares two objects.",
                        f -> new ComparisonKey(f, null))
                .build();
    }

    /** The class functools.partial. */
    public static PyType partial() {
        return Partial.TYPE;
    }

    /** @param name qualified. @return whether the type is defined here */
    public static boolean define(String name, TypeBuilder<?> b) {
        switch (name) {
            case "functools.partial" -> Partial.define(b);
            case "functools._lru_cache_wrapper" -> LruCache.define(b);
            case "functools.KeyWrapper" -> ComparisonKey.define(b);
            default -> {
                return false;
            }
        }
        return true;
    }
}
