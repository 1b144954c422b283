package org.picklejar.pickle;

import org.picklejar.core.Execution;
import org.picklejar.core.NativeCode;
import org.picklejar.core.PyObject;
import org.picklejar.core.Slot;
import org.picklejar.modules.ModuleBuilder;

/** An {@code __init__} with a signature. */
final class Initializer {
    private Initializer() {}

    /** @param signature such as {@code "Pickler(self, file)"}; {@code body} gets self first */
    static Slot.Call of(String signature, ModuleBuilder.TailN body) {
        NativeCode code = new NativeCode(signature, null, true) {
            @Override
            protected PyObject apply(Execution x, PyObject[] a) {
                return body.call(x, a);
            }
        };
        return (x, self, args, names) -> {
            PyObject[] all = new PyObject[args.length + 1];
            all[0] = self;
            System.arraycopy(args, 0, all, 1, args.length);
            return code.call(x, all, names);
        };
    }
}
