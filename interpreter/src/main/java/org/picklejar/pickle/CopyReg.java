package org.picklejar.pickle;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.modules.Imports;

/** What pickling takes from module {@code copyreg}: the tables of reductions and extension codes. */
final class CopyReg {
    final PyDict dispatchTable;
    final PyDict extensionRegistry;
    final PyDict invertedRegistry;
    final PyDict extensionCache;
    final PyObject newObject;
    static final PyStr LATIN1 = PyStr.of("latin1");
    private PyObject codecsEncode;

    private CopyReg(PyModule m) {
        dispatchTable = table(m, "dispatch_table");
        extensionRegistry = table(m, "_extension_registry");
        invertedRegistry = table(m, "_inverted_registry");
        extensionCache = table(m, "_extension_cache");
        newObject = m.namespace().get("__newobj__");
    }

    static CopyReg of(Execution x) {
        CopyReg known = x.machine.state(Holder.class, m -> new Holder()).copyReg;
        if (known == null) {
            known = new CopyReg((PyModule) Imports.moduleNow(x, "copyreg"));
            x.machine.state(Holder.class, m -> new Holder()).copyReg = known;
        }
        return known;
    }

    /** Made before copyreg is imported. */
    private static final class Holder {
        private CopyReg copyReg;
    }

    private static PyDict table(PyModule m, String name) {
        if (m.namespace().get(name) instanceof PyDict d) {
            return d;
        }
        throw Errors.runtimeError(
                "copyreg.%s should be a dict, not a %s",
                name,
                m.namespace().get(name) == null
                        ? "nothing"
                        : m.namespace().get(name).type().name());
    }

    /** {@code codecs.encode}, in pickles of bytes before protocol 3. */
    PyObject codecsEncode(Execution x) {
        if (codecsEncode == null) {
            codecsEncode =
                    ((PyModule) Imports.moduleNow(x, "_codecs")).namespace().get("encode");
        }
        return codecsEncode;
    }
}
