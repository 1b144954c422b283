package org.picklejar.types;

import org.picklejar.core.PyByteArray;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyMemoryView;
import org.picklejar.core.PyStr;
import org.picklejar.core.TypeBuilder;

/** The types of text and bytes. */
final class TextTypes {
    private TextTypes() {}

    /** @return whether the type is defined here */
    static boolean define(String name, TypeBuilder<?> b) {
        switch (name) {
            case "str" -> StrType.define(b.of(PyStr.class));
            case "bytes" -> BytesType.define(b.of(PyBytes.class));
            case "bytearray" -> ByteArrayType.define(b.of(PyByteArray.class));
            case "bytearray_iterator" -> ByteArrayIterator.define(b.of(ByteArrayIterator.class));
            case "memoryview" -> MemoryViewType.define(b.of(PyMemoryView.class));
            case "memory_iterator" -> MemoryIterator.define(b.of(MemoryIterator.class));
            default -> {
                return false;
            }
        }
        return true;
    }
}
