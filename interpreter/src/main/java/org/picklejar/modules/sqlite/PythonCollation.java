package org.picklejar.modules.sqlite;

import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.sqlite.Collation;

/** An order of texts of the program's. */
final class PythonCollation extends Collation {
    private final Session session;
    private final PyObject callee;

    /** @param callee returns -1, 0 or 1 */
    PythonCollation(Session session, PyObject callee) {
        this.session = session;
        this.callee = callee;
    }

    @Override
    protected int xCompare(String a, String b) {
        return session.call(callee, PyStr.of(a), PyStr.of(b)) instanceof PyInteger i ? i.signum() : 0;
    }
}
