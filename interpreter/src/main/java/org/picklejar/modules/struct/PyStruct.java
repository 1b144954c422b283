package org.picklejar.modules.struct;

import java.nio.charset.StandardCharsets;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Values;
import org.picklejar.text.StructFormat;

/** {@code struct.Struct}: a compiled format. */
public final class PyStruct extends PyInstance {
    public static final PyType TYPE =
            PyType.builtin("Struct", PyStruct.class, PyType.OBJECT).inModule("_struct");
    final StructFormat format;
    private final PyStr text;

    private PyStruct(PyType type, PyObject format) {
        super(type);
        this.format = StructModule.parse(format);
        this.text = Values.payload(format) instanceof PyBytes b
                ? PyStr.of(new String(b.value, StandardCharsets.ISO_8859_1))
                : (PyStr) Values.payload(format);
    }

    public static void define(TypeBuilder<PyStruct> b) {
        b.constructor("Struct(cls, format)", (x, cls, a) -> new PyStruct(cls, a[1]))
                .tailN(
                        "pack(self, /, *values)",
                        (x, s, a) -> new PyBytes(StructModule.pack(x, s.format, (PyTuple) a[1])))
                .tailN(
                        "pack_into(self, buffer, offset: index, /, *values)",
                        (x, s, a) -> StructModule.packInto(x, s.format, a[1], a[2], (PyTuple) a[3]))
                .method("unpack(self, buffer, /)", (s, buffer) -> StructModule.unpack(s.format, buffer))
                .tail(
                        "unpack_from(self, /, buffer, offset: index = 0)",
                        (x, s, buffer, at) -> StructModule.unpackFrom(x, s.format, buffer, at))
                .method("iter_unpack(self, buffer, /)", (s, buffer) -> new UnpackIterator(s.text, s.format, buffer))
                .getter("format", s -> s.text)
                .getter("size", s -> PyInt.of(s.format.size()))
                .method("__reduce__(self, /)", s -> PyTuple.of(s.type(), PyTuple.of(s.text)))
                .rawUnary(Slot.REPR, (x, o) -> PyStr.of(o.type().name() + "('" + ((PyStruct) o).text + "')"));
    }
}
