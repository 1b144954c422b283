package org.picklejar.modules.sre;

import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.Imports;
import org.picklejar.text.regex.Scanner;

/** Finds one match after another. */
public final class SreScanner extends PyObject {
    public static final PyType TYPE = PyType.builtin("SRE_Scanner", SreScanner.class, PyType.OBJECT)
            .inModule("_sre")
            .notSubclassable();
    final SrePattern pattern;
    private final Haystack haystack;
    private final int pos;
    private final int endPos;
    private final Scanner scanner;

    SreScanner(Execution x, SrePattern pattern, Haystack haystack, int pos, int endPos) {
        this.pattern = pattern;
        this.haystack = haystack;
        this.pos = pos;
        this.endPos = endPos;
        this.scanner = new Scanner(pattern.program, haystack.subject, pos, endPos, SrePattern.interruptOf(x));
    }

    /** {@code _sre._scanner(pattern, string, pos, endpos, next, must_advance, exhausted)}: one that stands where another stood. */
    static PyObject make(Execution x, PyObject[] a) {
        SrePattern p = (SrePattern) a[0];
        SreScanner s = new SreScanner(x, p, new Haystack(p, a[1]), number(a[2]), number(a[3]));
        s.scanner.resume(number(a[4]), a[5] == PyBool.TRUE, a[6] == PyBool.TRUE);
        return s;
    }

    private static int number(PyObject o) {
        return (int) ((PyInt) o).value;
    }

    private PyObject reduce(Execution x) {
        return PyTuple.of(
                Imports.ofLoaded(x, "_sre", "_scanner"),
                PyTuple.of(
                        pattern,
                        haystack.object,
                        PyInt.of(pos),
                        PyInt.of(endPos),
                        PyInt.of(scanner.next()),
                        PyBool.of(scanner.mustAdvance()),
                        PyBool.of(scanner.isExhausted())));
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    public static void define(TypeBuilder<SreScanner> b) {
        b.tail("__reduce__(self, /)", (Execution x, SreScanner s) -> s.reduce(x))
                .method("match(self, /)", s -> s.result(s.scanner.match()))
                .method("search(self, /)", s -> s.result(s.scanner.search()))
                .member("pattern", s -> s.pattern);
    }

    private PyObject result(boolean found) {
        return found ? match() : PySingleton.NONE;
    }

    private PyObject match() {
        return new SreMatch(pattern, haystack.object, scanner.matcher(), pos, endPos);
    }

    /** Null at the end. */
    PyObject next() {
        return scanner.search() ? match() : null;
    }
}
