package org.picklejar.modules.itertools;

import org.picklejar.core.PyModule;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.types.FilterIterator;

/** Module itertools. */
public final class ItertoolsModule {
    private ItertoolsModule() {}

    public static PyModule create() {
        return new ModuleBuilder("itertools")
            .doc("Functional tools for creating and using iterators.")
            .type(Accumulate.TYPE).type(Batched.TYPE).type(Chain.TYPE).type(Combinations.TYPE).type(Combinations.REPEATING_TYPE)
            .type(Compress.TYPE).type(Count.TYPE).type(Cycle.TYPE).type(While.DROP).type(FilterIterator.FALSE_TYPE).type(GroupBy.TYPE)
            .type(Slice.TYPE).type(Pairwise.TYPE).type(Permutations.TYPE).type(Product.TYPE).type(Repeat.TYPE).type(StarMap.TYPE)
            .type(While.TAKE).type(ZipLongest.TYPE).type(Tee.TYPE).type(Tee.Block.TYPE).type(GroupBy.Group.TYPE)
            .tail("tee(iterable, n=2, /) -- Returns a tuple of n independent iterators.", Tee::tee)
            .build();
    }

    /** @param name without the module. @return whether the type is defined here */
    public static boolean define(String name, TypeBuilder<?> b) {
        switch (name) {
            case "accumulate" -> Accumulate.define(b);
            case "batched" -> Batched.define(b);
            case "chain" -> Chain.define(b);
            case "combinations" -> Combinations.define(b, false);
            case "combinations_with_replacement" -> Combinations.define(b, true);
            case "compress" -> Compress.define(b);
            case "count" -> Count.define(b);
            case "cycle" -> Cycle.define(b);
            case "dropwhile", "takewhile" -> While.define(b, name);
            case "filterfalse" -> FilterIterator.define(b, true);
            case "groupby" -> GroupBy.define(b);
            case "_grouper" -> GroupBy.Group.define(b);
            case "islice" -> Slice.define(b);
            case "pairwise" -> Pairwise.define(b);
            case "permutations" -> Permutations.define(b);
            case "product" -> Product.define(b);
            case "repeat" -> Repeat.define(b);
            case "starmap" -> StarMap.define(b);
            case "_tee" -> Tee.define(b);
            case "_tee_dataobject" -> Tee.Block.define(b);
            case "zip_longest" -> ZipLongest.define(b);
            default -> {
                return false;
            }
        }
        return true;
    }
}
