package org.picklejar.ops;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;

/** {@code codecs.lookup}: asks one search function after another. Imports the package encodings first, which registers the usual one. */
public final class CodecLookupFrame extends NativeFrame {
    private static final int IMPORT = -1;

    private String encoding;
    /** The search function that is being asked, or {@link #IMPORT}. */
    private int at = IMPORT;

    /** For unpickling. */
    public CodecLookupFrame() {}

    private CodecLookupFrame(String encoding) {
        this.encoding = encoding;
    }

    /** A CodecInfo. */
    public static PyObject lookup(Execution x, String encoding) {
        PyObject known = CodecRegistry.of(x).found.get(CodecRegistry.normalise(encoding));
        return known != null ? known : Steps.run(x, new CodecLookupFrame(encoding));
    }

    @Override
    public PyObject step(Execution x, PyObject value) {
        CodecRegistry registry = CodecRegistry.of(x);
        PyStr key = PyStr.of(CodecRegistry.normalise(encoding));
        PyObject v = value;
        if (v == null && at == IMPORT && x.machine.modules.get("encodings") == null) {
            v = x.call(x.machine.builtins.get("__import__"), PyStr.of("encodings"));
            if (v == Pending.PENDING) {
                return v;
            }
        }
        for (; ; ) {
            if (at >= 0 && v != PySingleton.NONE) {
                if (!(Values.payload(v) instanceof PyTuple t) || t.size() != 4) {
                    throw Errors.typeError("codec search functions must return 4-tuples");
                }
                registry.found.put(key, v);
                return v;
            }
            if (++at >= registry.searchers.size) {
                throw Errors.of(ExceptionTypes.LOOKUP_ERROR, "unknown encoding: %s", encoding);
            }
            v = x.call(registry.searchers.items[at], key);
            if (v == Pending.PENDING) {
                return v;
            }
        }
    }

    @Override
    public PyObject[] save() {
        return new PyObject[] {PyStr.of(encoding), PyInt.of(at)};
    }

    @Override
    public void restore(PyObject[] state) {
        encoding = state[0].toString();
        at = (int) ((PyInt) state[1]).value;
    }
}
