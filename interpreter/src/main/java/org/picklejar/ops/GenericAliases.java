package org.picklejar.ops;

import org.picklejar.core.PyObject;
import org.picklejar.core.TypeBuilder;

/** {@code list[int]} and its kind. */
public final class GenericAliases {
    private GenericAliases() {}

    /** Gives a type a {@code __class_getitem__} that makes a {@code types.GenericAlias}. */
    public static <T extends PyObject> TypeBuilder<T> define(TypeBuilder<T> b) {
        return b.classMethod(
                "__class_getitem__(cls, object, /) -- See PEP 585",
                (x, cls, a) -> x.call(x.machine.helpers.get("generic_alias"), cls, a[1]));
    }
}
