package org.picklejar.modules.codecs;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Slot;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.ops.CodecCallFrame;
import org.picklejar.ops.CodecLookupFrame;
import org.picklejar.ops.CodecRegistry;
import org.picklejar.ops.Values;

/** The module {@code _codecs}. */
public final class CodecsModule {
    private CodecsModule() {}

    public static PyModule create(Execution x) {
        ModuleBuilder b = new ModuleBuilder("_codecs")
                .tail("register(search_function, /)", CodecsModule::register)
                .tail("unregister(search_function, /)", CodecsModule::unregister)
                .tail(
                        "lookup(encoding, /)",
                        (e, encoding) -> CodecLookupFrame.lookup(
                                e, Values.str(encoding, "lookup() argument").toString()))
                .tail(
                        "encode(obj, encoding='utf-8', errors=<unset>)",
                        (e, o, encoding, errors) -> convert(e, o, encoding, errors, true))
                .tail(
                        "decode(obj, encoding='utf-8', errors=<unset>)",
                        (e, o, encoding, errors) -> convert(e, o, encoding, errors, false))
                .tail("register_error(errors, handler, /)", CodecsModule::registerError)
                .tail("lookup_error(name, /)", CodecsModule::lookupError)
                .tail("_unregister_error(errors, /)", CodecsModule::unregisterError)
                .function("charmap_build(map, /)", CodecsModule::buildMap);
        Converters.define(b);
        EscapeCodec.define(b);
        return b.build();
    }

    private static PyObject register(Execution x, PyObject f) {
        if (f.type().call(Slot.CALL) == null) {
            throw Errors.typeError("argument must be callable");
        }
        CodecRegistry.of(x).searchers.append(f);
        return PySingleton.NONE;
    }

    private static PyObject unregister(Execution x, PyObject f) {
        CodecRegistry r = CodecRegistry.of(x);
        for (int i = 0; i < r.searchers.size; i++) {
            if (r.searchers.items[i] == f) {
                System.arraycopy(r.searchers.items, i + 1, r.searchers.items, i, --r.searchers.size - i);
                r.found.clear();
                break;
            }
        }
        return PySingleton.NONE;
    }

    private static PyObject convert(Execution x, PyObject o, PyObject encoding, PyObject errors, boolean encode) {
        String name = Values.str(encoding, (encode ? "encode" : "decode") + "() argument 'encoding'")
                .toString();
        return CodecCallFrame.any(x, o, name, errors, encode);
    }

    private static PyObject registerError(Execution x, PyObject name, PyObject handler) {
        if (handler.type().call(Slot.CALL) == null) {
            throw Errors.typeError("handler must be callable");
        }
        CodecRegistry.of(x).handlers.put(Values.str(name, "register_error() argument 1"), handler);
        return PySingleton.NONE;
    }

    private static PyObject unregisterError(Execution x, PyObject name) {
        return PyBool.of(CodecRegistry.of(x).handlers.remove(Values.str(name, "_unregister_error() argument")) != null);
    }

    private static PyObject lookupError(Execution x, PyObject name) {
        String text = Values.str(name, "lookup_error() argument").toString();
        PyObject own = CodecRegistry.of(x).handlers.get(text);
        PyObject standard = own != null ? own : StandardHandlers.of(x, text);
        if (standard == null) {
            throw Errors.of(ExceptionTypes.LOOKUP_ERROR, "unknown error handler name '%s'", text);
        }
        return standard;
    }

    /** The inverse of a decoding table. */
    private static PyObject buildMap(PyObject table) {
        PyStr s = Values.str(table, "charmap_build() argument");
        PyDict map = new PyDict();
        for (int i = 0; i < s.length(); i++) {
            if (s.codePointAt(i) != 0xFFFE) {
                map.put(null, PyInt.of(s.codePointAt(i)), PyInt.of(i));
            }
        }
        return map;
    }

    static PyTuple pair(PyObject value, int used) {
        return PyTuple.of(value, PyInt.of(used));
    }
}
