package org.picklejar.types;

import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyType;
import org.picklejar.core.TypeBuilder;

/** Finds the table of a builtin type by name. */
public final class BuiltinTypes {
    private BuiltinTypes() {}

    /** @return whether the type is defined here */
    public static boolean define(String name, PyType type, TypeBuilder<?> b) {
        switch (name) {
            case "object" -> ObjectType.define(b);
            case "type" -> TypeType.define(b);
            case "NoneType", "NotImplementedType", "ellipsis" -> SingletonTypes.define(name, b);
            case "native_frame" -> {}
            case "FrameLocalsProxy" -> FrameLocalsProxyType.define(b);
            default -> {
                if (type.javaClass == PyBaseException.class) {
                    ExceptionTables.define(type, b);
                    return true;
                }
                return ContainerTypes.define(name, b)
                        || TextTypes.define(name, b)
                        || NumberTypes.define(name, b)
                        || DescriptorTypes.define(name, b);
            }
        }
        return true;
    }
}
