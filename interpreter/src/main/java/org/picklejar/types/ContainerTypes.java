package org.picklejar.types;

import org.picklejar.core.TypeBuilder;

/** The container types and their iterators. */
final class ContainerTypes {
    private ContainerTypes() {}

    /** @return whether the type is defined here */
    static boolean define(String name, TypeBuilder<?> b) {
        switch (name) {
            case "list" -> ListType.define(b);
            case "tuple" -> TupleType.define(b);
            case "dict" -> DictType.define(b);
            case "dict_keys" -> DictViewOperations.define(b, DictIterator.Kind.KEYS);
            case "dict_values" -> DictViewOperations.define(b, DictIterator.Kind.VALUES);
            case "dict_items" -> DictViewOperations.define(b, DictIterator.Kind.ITEMS);
            case "set" -> SetType.define(b);
            case "frozenset" -> SetType.defineFrozen(b);
            case "range" -> RangeType.define(b);
            case "slice" -> SliceType.define(b);
            case "mappingproxy" -> MappingProxy.define(b);
            case "list_iterator",
                    "list_reverseiterator",
                    "tuple_iterator",
                    "str_iterator",
                    "str_ascii_iterator",
                    "bytes_iterator" -> IndexIterator.define(b);
            case "dict_keyiterator",
                    "dict_valueiterator",
                    "dict_itemiterator",
                    "dict_reversekeyiterator",
                    "dict_reversevalueiterator",
                    "dict_reverseitemiterator" -> DictIterator.define(b);
            case "set_iterator" -> SetIterator.define(b);
            case "range_iterator" -> RangeIterator.define(b);
            case "iterator" -> SequenceIteratorType.define(b);
            case "callable_iterator" -> CallableIterator.define(b);
            case "enumerate" -> EnumerateIterator.define(b);
            case "zip" -> ZipIterator.define(b);
            case "map" -> MapIterator.define(b);
            case "filter" -> FilterIterator.define(b, false);
            case "reversed" -> ReversedIterator.define(b);
            case "longrange_iterator" -> LongRangeIterator.define(b);
            default -> {
                return false;
            }
        }
        return true;
    }
}
