package org.picklejar.pickle;

import org.picklejar.core.Execution;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;

/** Writes, behind all objects, whose the identities are that were written. */
final class IdentitiesTask extends SaveTask {
    @Override
    TaskKind kind() {
        return TaskKind.IDENTITIES;
    }

    @Override
    PyObject[] fields() {
        return new PyObject[0];
    }

    @Override
    PyObject run(Execution x, DumpFrame d, PyObject value) {
        PyTuple owners = d.pickler.identities.owners(d.pickler.memo);
        if (owners == null) {
            d.pop();
        } else {
            PyObject give = WrapModule.of(x).get("give_identities");
            d.replace(new ScriptTask(null, give, owners, PickleOp.REDUCE, PickleOp.POP));
        }
        return null;
    }
}
