package org.picklejar.pickle;

import java.util.Arrays;
import org.picklejar.core.ByteBufferOwner;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyMemoryView;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Values;

/** Module {@code _pickle}. */
final class PickleModule {
    private PickleModule() {}

    static PyModule create() {
        return new ModuleBuilder("_pickle")
                .doc("Optimized C implementation for the Python pickle module.")
                .type(PickleErrors.PICKLE_ERROR)
                .type(PickleErrors.PICKLING_ERROR)
                .type(PickleErrors.UNPICKLING_ERROR)
                .type(Pickler.TYPE)
                .type(Unpickler.TYPE)
                .type(PickleBuffer.TYPE)
                .tailN(
                        "dump(obj, file, protocol: index = None, *, fix_imports: bool = True, buffer_callback=None) -- "
                                + "Write a pickled representation of obj to the open file object file.",
                        PickleModule::dump)
                .tailN(
                        "dumps(obj, protocol: index = None, *, fix_imports: bool = True, buffer_callback=None) -- "
                                + "Return the pickled representation of the object as a bytes object.",
                        PickleModule::dumps)
                .tailN(
                        "load(file, *, fix_imports: bool = True, encoding='ASCII', errors='strict', buffers=()) -- "
                                + "Read and return an object from the pickle data stored in a file.",
                        PickleModule::load)
                .tailN(
                        "loads(data, /, *, fix_imports: bool = True, encoding='ASCII', errors='strict', buffers=()) -- "
                                + "Read and return an object from the given pickle data.",
                        PickleModule::loads)
                .build();
    }

    private static PyObject dump(Execution x, PyObject[] a) {
        Pickler p = new Pickler(Pickler.TYPE);
        PicklerType.configure(x, p, a[2], a[3], a[4]);
        p.write = Attributes.getNow(x, a[1], PyStr.of("write"));
        if (p.write == null) {
            throw Errors.typeError("file must have a 'write' attribute");
        }
        return x.push(new DumpFrame(p, a[0]));
    }

    private static PyObject dumps(Execution x, PyObject[] a) {
        Pickler p = new Pickler(Pickler.TYPE);
        PicklerType.configure(x, p, a[1], a[2], a[3]);
        return x.push(new DumpFrame(p, a[0]));
    }

    private static PyObject load(Execution x, PyObject[] a) {
        Unpickler u = new Unpickler(Unpickler.TYPE);
        u.read = Attributes.getNow(x, a[0], PyStr.of("read"));
        u.readLine = Attributes.getNow(x, a[0], PyStr.of("readline"));
        if (u.read == null || u.readLine == null) {
            throw Errors.typeError("file must have 'read' and 'readline' attributes");
        }
        UnpicklerType.configure(x, u, a[1], a[2], a[3], a[4]);
        return x.push(new LoadFrame(u));
    }

    private static PyObject loads(Execution x, PyObject[] a) {
        Unpickler u = new Unpickler(Unpickler.TYPE);
        UnpicklerType.configure(x, u, a[1], a[2], a[3], a[4]);
        give(u, a[0]);
        return x.push(new LoadFrame(u));
    }

    /** Makes the bytes of an object the whole input. */
    static void give(Unpickler u, PyObject data) {
        PyObject v = Values.payload(data);
        if (v instanceof PyMemoryView m) {
            u.input = m.toBytes();
            u.end = u.input.length;
        } else if (v instanceof ByteBufferOwner b) {
            u.input = b.isReadOnly() ? b.storage() : Arrays.copyOf(b.storage(), b.byteLength());
            u.end = b.byteLength();
        } else {
            throw Errors.typeError(
                    "a bytes-like object is required, not '%s'", data.type().name());
        }
    }
}
