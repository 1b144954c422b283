package org.picklejar.pickle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.picklejar.core.Execution;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;
import org.picklejar.ops.Text;

/**
 * The identities in a saved state: numbers that {@code id()} gave, in the memo of {@code copy.deepcopy} or of a pickler in Python, say. Like
 * addresses in a program that is linked they are relocated: whoever reads the state gives each another number, and that number to the
 * object that had the old one. So they are right however often a state is read, and whatever is there already.
 */
final class Identities {
    /** Old numbers to new ones while a state is read; in the state it is empty. */
    private final PyDict table = new PyDict();

    private final Set<Integer> written = new HashSet<>();

    /** The reduce value of an identity. */
    PyTuple reduce(Execution x, PyInt identity) {
        written.add(Text.serialAt(identity.value));
        return PyTuple.of(WrapModule.of(x).get("relocated"), PyTuple.of(table, PyInt.of(identity.value)));
    }

    /** The arguments of {@link #give} for what a state holds; null when it holds no object whose identity was written. */
    PyTuple owners(Memo memo) {
        List<PyObject> owners = new ArrayList<>();
        if (!written.isEmpty()) {
            memo.forEach((o, n) -> {
                if (o.hasSerial() && written.contains(o.serial())) {
                    owners.add(o);
                    owners.add(PyInt.of(Text.id(o)));
                }
            });
        }
        return owners.isEmpty() ? null : PyTuple.of(table, PyTuple.of(owners.toArray(PyObject[]::new)));
    }

    /** The number that stands for an old one. */
    static PyObject relocated(PyDict table, PyInt number) {
        PyObject known = table.getPlain(number);
        if (known == null) {
            known = PyInt.identity(Text.addressOf(PyObject.newSerial()));
            table.putPlain(number, known);
        }
        return known;
    }

    /**
     * Makes objects those that the new numbers stand for.
     *
     * @param owners each object and its old number
     */
    static void give(PyDict table, PyTuple owners) {
        for (int i = 0; i < owners.size(); i += 2) {
            if (table.getPlain(owners.get(i + 1)) instanceof PyInt identity) {
                owners.get(i).adoptSerial(Text.serialAt(identity.value));
            }
        }
    }
}
