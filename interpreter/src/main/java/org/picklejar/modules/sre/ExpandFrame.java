package org.picklejar.modules.sre;

import org.picklejar.core.Execution;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.ops.Attributes;

/** {@code Match.expand}: imports re, calls its compiler of templates, then fills the template. */
public final class ExpandFrame extends NativeFrame {
    private static final PyStr COMPILER = PyStr.of("_compile_template");
    private SreMatch match;
    private PyObject template;

    /** For unpickling. */
    public ExpandFrame() {}

    ExpandFrame(SreMatch match, PyObject template) {
        this.match = match;
        this.template = template;
    }

    /** Calls the library's compiler of templates; re must have been imported, since patterns come from it. */
    static PyObject compile(Execution x, SrePattern pattern, PyObject template) {
        PyObject re = x.machine.modules.get("re");
        if (re == null) {
            re = x.callAndWait(x.machine.builtins.get("__import__"), PyStr.of("re"));
        }
        return x.call(Attributes.getNow(x, re, COMPILER), pattern, template);
    }

    @Override
    public PyObject step(Execution x, PyObject value) {
        PyObject v = value == null ? compile(x, match.pattern(), template) : value;
        return v == Pending.PENDING ? v : ((SreTemplate) v).expand(match);
    }

    @Override
    public PyObject[] save() {
        return new PyObject[] {match, template};
    }

    @Override
    public void restore(PyObject[] state) {
        match = (SreMatch) state[0];
        template = state[1];
    }
}
