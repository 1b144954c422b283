package org.picklejar.modules.sre;

import org.picklejar.core.Execution;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyType;
import org.picklejar.core.TypeBuilder;
import org.picklejar.text.regex.Scanner;

/** Finds one match after another. */
public final class SreScanner extends PyObject {
    public static final PyType TYPE = PyType.builtin("SRE_Scanner", SreScanner.class, PyType.OBJECT).inModule("_sre").notSubclassable();
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

    @Override
    public PyType type() {
        return TYPE;
    }

    public static void define(TypeBuilder<SreScanner> b) {
        b.method("match(self, /)", s -> s.result(s.scanner.match()))
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
