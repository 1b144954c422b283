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
                .type(Accumulate.TYPE)
                .type(Batched.TYPE)
                .type(Chain.TYPE)
                .type(Combinations.TYPE)
                .type(Combinations.REPEATING_TYPE)
                .type(Compress.TYPE)
                .type(Count.TYPE)
                .type(Cycle.TYPE)
                .type(While.DROP)
                .type(FilterIterator.FALSE_TYPE)
                .type(GroupBy.TYPE)
                .type(Slice.TYPE)
                .type(Pairwise.TYPE)
                .type(Permutations.TYPE)
                .type(Product.TYPE)
                .type(Repeat.TYPE)
                .type(StarMap.TYPE)
                .type(While.TAKE)
                .type(ZipLongest.TYPE)
                .type(Tee.TYPE)
                .type(Tee.Block.TYPE)
                .type(GroupBy.Group.TYPE)
                .tail("tee(iterable, n: index = 2, /) -- Returns a tuple of n independent iterators.", Tee::tee)
                .build();
    }

    /** @param name qualified. @return whether the type is defined here */
    public static boolean define(String name, TypeBuilder<?> b) {
        switch (name) {
            case "itertools.accumulate" -> Accumulate.define(b);
            case "itertools.batched" -> Batched.define(b);
            case "itertools.chain" -> Chain.define(b);
            case "itertools.combinations" -> Combinations.define(b, false);
            case "itertools.combinations_with_replacement" -> Combinations.define(b, true);
            case "itertools.compress" -> Compress.define(b);
            case "itertools.count" -> Count.define(b);
            case "itertools.cycle" -> Cycle.define(b);
            case "itertools.dropwhile" -> While.define(b, "dropwhile");
            case "itertools.takewhile" -> While.define(b, "takewhile");
            case "itertools.filterfalse" -> FilterIterator.define(b, true);
            case "itertools.groupby" -> GroupBy.define(b);
            case "itertools._grouper" -> GroupBy.Group.define(b);
            case "itertools.islice" -> Slice.define(b);
            case "itertools.pairwise" -> Pairwise.define(b);
            case "itertools.permutations" -> Permutations.define(b);
            case "itertools.product" -> Product.define(b);
            case "itertools.repeat" -> Repeat.define(b);
            case "itertools.starmap" -> StarMap.define(b);
            case "itertools._tee" -> Tee.define(b);
            case "itertools._tee_dataobject" -> Tee.Block.define(b);
            case "itertools.zip_longest" -> ZipLongest.define(b);
            default -> {
                return false;
            }
        }
        return true;
    }
}
