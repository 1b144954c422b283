package org.picklejar.modules.sre;

import java.io.ByteArrayOutputStream;
import org.picklejar.core.Errors;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.TextBuilder;
import org.picklejar.ops.Values;

/** Joins parts of one kind, str or bytes. */
final class Pieces {
    private final TextBuilder text;
    private final ByteArrayOutputStream bytes;

    Pieces(boolean ofBytes) {
        text = ofBytes ? null : new TextBuilder();
        bytes = ofBytes ? new ByteArrayOutputStream() : null;
    }

    void add(PyObject part) {
        if (bytes != null) {
            byte[] b = Buffers.bytesOrNull(part);
            if (b == null) {
                throw Errors.typeError(
                        "sequence item 0: expected a bytes-like object, %s found",
                        part.type().name());
            }
            bytes.writeBytes(b);
        } else if (Values.payload(part) instanceof PyStr s) {
            text.append(s);
        } else {
            throw Errors.typeError(
                    "sequence item 0: expected str instance, %s found",
                    part.type().name());
        }
    }

    PyObject join() {
        return bytes != null ? new PyBytes(bytes.toByteArray()) : text.toStr();
    }
}
