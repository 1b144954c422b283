package org.picklejar.modules.collections;

import org.picklejar.core.PyModule;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.ModuleBuilder;

/** Module _collections. */
public final class CollectionsModule {
    private CollectionsModule() {}

    public static PyModule create() {
        return new ModuleBuilder("_collections")
                .doc(
                        "High performance data structures.\n- deque:        ordered collection accessible from endpoints only\n"
                                + "- defaultdict:  dict subclass with a default value factory\n")
                .type(PyDeque.TYPE)
                .type(DefaultDictType.TYPE)
                .type(OrderedDictType.TYPE)
                .type(PyDeque.Walk.FORWARD)
                .type(PyDeque.Walk.BACKWARD)
                .type(TupleGetter.TYPE)
                .tail(
                        "_count_elements(mapping, iterable, /) -- Count elements in the iterable, updating the mapping",
                        CountFrame::count)
                .build();
    }

    /** @param name qualified. @return whether the type is defined here */
    public static boolean define(String name, TypeBuilder<?> b) {
        switch (name) {
            case "collections.deque" -> DequeType.define(b);
            case "collections._deque_iterator" -> DequeType.defineIterator(b, false);
            case "_collections._deque_reverse_iterator" -> DequeType.defineIterator(b, true);
            case "collections.defaultdict" -> DefaultDictType.define(b);
            case "collections.OrderedDict" -> OrderedDictType.define(b);
            case "collections.odict_keys" -> OrderedDictType.defineView(b, "keys");
            case "collections.odict_values" -> OrderedDictType.defineView(b, "values");
            case "collections.odict_items" -> OrderedDictType.defineView(b, "items");
            case "_collections._tuplegetter" -> TupleGetter.define(b);
            default -> {
                return false;
            }
        }
        return true;
    }
}
