package org.picklejar.types;

import org.picklejar.core.PyStr;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.TextCodecs;

/** {@code str.encode}. */
final class StrCodec {
    private StrCodec() {}

    static void define(TypeBuilder<PyStr> b) {
        b.tail("encode(self, /, encoding='utf-8', errors='strict')", TextCodecs::encode);
    }
}
