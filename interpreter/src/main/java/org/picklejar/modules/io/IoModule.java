package org.picklejar.modules.io;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.Arguments;
import org.picklejar.modules.AuditHooks;
import org.picklejar.modules.Imports;
import org.picklejar.modules.MethodCall;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Values;

/** {@code _io}. */
public final class IoModule {
    static final int DEFAULT_BUFFER_SIZE = 8192;
    private static final PyType[] TYPES = {
        PyIOBase.TYPE,
        PyIOBase.RAW,
        PyIOBase.BUFFERED,
        PyIOBase.TEXT,
        PyFileIO.TYPE,
        PyBytesIO.TYPE,
        PyStringIO.TYPE,
        PyBuffered.READER,
        PyBuffered.WRITER,
        PyBuffered.RANDOM,
        PyBufferedPair.TYPE,
        PyTextIOWrapper.TYPE,
        PyNewlineDecoder.TYPE
    };

    private IoModule() {}

    public static PyModule create(Execution x) {
        ModuleBuilder b = new ModuleBuilder("_io");
        for (PyType t : TYPES) {
            b.type(t);
        }
        addOpen(b);
        b.constant("DEFAULT_BUFFER_SIZE", PyInt.of(DEFAULT_BUFFER_SIZE))
                .constant("UnsupportedOperation", IoErrors.unsupportedType(x))
                .constant("BlockingIOError", ExceptionTypes.BLOCKING_IO_ERROR)
                .tail("open_code(path)", (e, path) -> {
                    if (!(Values.payload(path) instanceof PyStr)) {
                        throw Errors.typeError(
                                "open_code() argument 'path' must be str, not %s",
                                path.type().name());
                    }
                    return open(e, path, "rb");
                })
                .tail(
                        "text_encoding(encoding, stacklevel=2, /)",
                        (e, encoding, level) -> Arguments.isNone(encoding) ? PyStr.of("utf-8") : encoding)
                .tail("_standard_stream(name, /)", (e, name) -> {
                    PyObject s = e.machine.sys.get("__" + name + "__");
                    return s == null ? PySingleton.NONE : s;
                })
                .doc("The io module provides the Python interfaces to stream handling.");
        return b.build();
    }

    /** Adds the function {@code open}; it is a builtin too. */
    public static void addOpen(ModuleBuilder b) {
        b.tailN(
                "open(file, mode='r', buffering: index = -1, encoding=None, errors=None, newline=None, closefd=True, opener=None)",
                (x, a) -> {
                    AuditHooks.tell(x, "open", a[0], a[1], PyInt.ZERO);
                    return new OpenFrame(a.clone()).start(x);
                });
    }

    private static PyObject open(Execution x, PyObject path, String mode) {
        PyObject none = PySingleton.NONE;
        return new OpenFrame(
                        new PyObject[] {path, PyStr.of(mode), PyInt.MINUS_ONE, none, none, none, PyBool.TRUE, none})
                .start(x);
    }

    /** Writes out what files still hold. Call it when the program ends. */
    public static void flushAll(Execution x) {
        BufferedFrame.flushAll(x);
    }

    /** {@code copyreg.__newobj__(cls)} with the state that {@code __getstate__} gives. */
    static PyObject reduce(Execution x, PyIOBase o) {
        PyObject make = Attributes.getNow(x, Imports.moduleNow(x, "copyreg"), PyStr.of("__newobj__"));
        return PyTuple.of(make, PyTuple.of(o.type()), MethodCall.now(x, o, "__getstate__"));
    }

    /** @return whether the type is defined here */
    public static boolean define(String name, TypeBuilder<?> b) {
        switch (name.substring(name.indexOf('.') + 1)) {
            case "_IOBase" -> IOBaseType.define(b.of(PyIOBase.class));
            case "_RawIOBase" -> IOBaseType.defineRaw(b.of(PyIOBase.class));
            case "_BufferedIOBase" -> IOBaseType.defineBuffered(b.of(PyIOBase.class));
            case "_TextIOBase" -> IOBaseType.defineText(b.of(PyIOBase.class));
            case "FileIO" -> FileIOType.define(b.of(PyFileIO.class));
            case "BytesIO" -> BytesIOType.define(b.of(PyBytesIO.class));
            case "StringIO" -> StringIOType.define(b.of(PyStringIO.class));
            case "BufferedReader", "BufferedWriter", "BufferedRandom" ->
                BufferedTypes.define(b.of(PyBuffered.class), name.substring(name.indexOf('.') + 1));
            case "BufferedRWPair" -> PyBufferedPair.define(b.of(PyBufferedPair.class));
            case "TextIOWrapper" -> TextIOWrapperType.define(b.of(PyTextIOWrapper.class));
            case "IncrementalNewlineDecoder" -> PyNewlineDecoder.define(b.of(PyNewlineDecoder.class));
            case "StandardStream" -> StandardStream.define(b.of(StandardStream.class));
            case "StandardBuffer" -> StandardBuffer.define(b.of(StandardBuffer.class));
            case "StandardSource" -> StandardSource.define(b.of(StandardSource.class));
            default -> {
                return false;
            }
        }
        return true;
    }
}
