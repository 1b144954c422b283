package org.picklejar.modules.io;

import java.util.Arrays;
import org.picklejar.core.ByteBufferOwner;
import org.picklejar.core.Errors;
import org.picklejar.core.PyMemoryView;
import org.picklejar.core.PyObject;
import org.picklejar.ops.Values;

/** A writable bytes-like object, as {@code readinto} takes it. */
record ByteTarget(ByteBufferOwner owner, PyMemoryView view) {
    static ByteTarget of(PyObject o) {
        PyObject v = Values.payload(o);
        if (v instanceof PyMemoryView m && !m.readOnly) {
            m.checkReleased();
            return new ByteTarget(null, m);
        } else if (v instanceof ByteBufferOwner b && !b.isReadOnly()) {
            return new ByteTarget(b, null);
        }
        throw Errors.typeError(
                "readinto() argument must be read-write bytes-like object, not %s",
                o.type().name());
    }

    int length() {
        return view != null ? view.byteLength() : owner.byteLength();
    }

    /** Writes at the start. */
    void put(byte[] bytes, int count) {
        if (view != null) {
            view.write(count == bytes.length ? bytes : Arrays.copyOf(bytes, count));
        } else {
            owner.write(0, bytes, 0, count);
        }
    }
}
