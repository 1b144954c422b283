package org.picklejar.ops;

import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;

/** {@code codecs.lookup}: asks one search function after another. Imports the package encodings first, which registers the usual one. */
public final class CodecLookupFrame extends NativeFrame {
    private String encoding;
    /** The search functions that were not asked yet, as they were registered in the process where the search began; null before. */
    private PyTuple searchers;

    private int next;

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
        if (v == null && x.machine.modules.get("encodings") == null) {
            v = x.call(x.machine.builtins.get("__import__"), PyStr.of("encodings"));
            if (v == Pending.PENDING) {
                return v;
            }
        }
        if (searchers == null) {
            searchers = PyTuple.of(registry.searchers.toArray());
            v = PySingleton.NONE;
        }
        for (; ; ) {
            if (v != PySingleton.NONE) {
                if (!(Values.payload(v) instanceof PyTuple t) || t.size() != 4) {
                    throw Errors.typeError("codec search functions must return 4-tuples");
                }
                registry.found.put(key, v);
                return v;
            }
            if (next == searchers.size()) {
                throw Errors.of(ExceptionTypes.LOOKUP_ERROR, "unknown encoding: %s", encoding);
            }
            v = x.call(searchers.get(next++), key);
            if (v == Pending.PENDING) {
                return v;
            }
        }
    }

    @Override
    public PyObject[] save() {
        return new PyObject[] {
            PyStr.of(encoding),
            searchers == null
                    ? PySingleton.NONE
                    : PyTuple.of(Arrays.copyOfRange(searchers.items, next, searchers.size()))
        };
    }

    @Override
    public void restore(PyObject[] state) {
        encoding = state[0].toString();
        searchers = state[1] instanceof PyTuple t ? t : null;
    }
}
