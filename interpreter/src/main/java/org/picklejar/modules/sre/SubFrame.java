package org.picklejar.modules.sre;

import org.picklejar.core.Execution;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Slot;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.Values;
import org.picklejar.text.regex.Matcher;
import org.picklejar.text.regex.Scanner;

/** {@code Pattern.sub} and {@code subn}: the replacement may be a Python function. */
public final class SubFrame extends NativeFrame {
    private enum State {
        START,
        TEMPLATE,
        SEARCH,
        REPLACED
    }

    private SrePattern pattern;
    private PyObject replacement;
    private PyObject string;
    /** How many replacements at most, 0 for all. */
    private long most;

    private boolean withCount;
    private boolean callable;
    private State state = State.START;
    private Haystack haystack;
    private Scanner scanner;
    private PyList parts = new PyList();
    private int copied;
    private int made;

    /** For unpickling. */
    public SubFrame() {}

    SubFrame(SrePattern pattern, PyObject replacement, PyObject string, long most, boolean withCount) {
        this.pattern = pattern;
        this.replacement = replacement;
        this.string = string;
        this.most = most;
        this.withCount = withCount;
        this.callable = replacement.type().call(Slot.CALL) != null;
    }

    @Override
    public PyObject step(Execution x, PyObject value) {
        PyObject v = value;
        for (; ; ) {
            switch (state) {
                case START -> {
                    open(x);
                    state = State.SEARCH;
                    if (!callable && !isLiteral()) {
                        state = State.TEMPLATE;
                        v = ExpandFrame.compile(x, pattern, replacement);
                    }
                }
                case TEMPLATE -> {
                    replacement = v instanceof SreTemplate t && t.isLiteral() ? t.parts.items[0] : v;
                    state = State.SEARCH;
                }
                case SEARCH -> {
                    if (most > 0 && made >= most || !scanner.search()) {
                        return end();
                    }
                    Matcher m = scanner.matcher();
                    if (copied < m.start(0)) {
                        parts.append(haystack.slice(copied, m.start(0)));
                    }
                    copied = m.end(0);
                    state = State.REPLACED;
                    v = replace(x, m);
                }
                case REPLACED -> {
                    if (v != PySingleton.NONE) {
                        parts.append(v);
                    }
                    made++;
                    state = State.SEARCH;
                }
            }
            if (v == Pending.PENDING) {
                return v;
            }
        }
    }

    private void open(Execution x) {
        haystack = new Haystack(pattern, string);
        scanner =
                new Scanner(pattern.program, haystack.subject, 0, haystack.subject.length(), SrePattern.interruptOf(x));
    }

    private boolean isLiteral() {
        if (Values.payload(replacement) instanceof PyStr s) {
            return s.toString().indexOf('\\') < 0;
        }
        byte[] b = Buffers.bytesOrNull(replacement);
        if (b == null) {
            return false;
        }
        for (byte c : b) {
            if (c == '\\') {
                return false;
            }
        }
        return true;
    }

    private PyObject replace(Execution x, Matcher m) {
        if (!callable && !(replacement instanceof SreTemplate)) {
            return replacement;
        }
        SreMatch match = new SreMatch(pattern, string, m, 0, haystack.subject.length());
        return callable ? x.call(replacement, match) : ((SreTemplate) replacement).expand(match);
    }

    private PyObject end() {
        PyObject result;
        if (made == 0) {
            result = haystack.slice(0, haystack.subject.length());
        } else {
            Pieces out = new Pieces(haystack.isBytes());
            for (int i = 0; i < parts.size; i++) {
                out.add(parts.items[i]);
            }
            out.add(haystack.slice(copied, haystack.subject.length()));
            result = out.join();
        }
        return withCount ? PyTuple.of(result, PyInt.of(made)) : result;
    }

    @Override
    public PyObject[] save() {
        return new PyObject[] {
            pattern,
            replacement,
            string,
            PyInt.of(most),
            PyBool.of(withCount),
            PyBool.of(callable),
            PyInt.of(state.ordinal()),
            PyInt.of(scanner.next()),
            PyBool.of(scanner.mustAdvance()),
            parts,
            PyInt.of(copied),
            PyInt.of(made)
        };
    }

    @Override
    public void restore(PyObject[] s) {
        pattern = (SrePattern) s[0];
        replacement = s[1];
        string = s[2];
        most = ((PyInt) s[3]).value;
        withCount = s[4] == PyBool.TRUE;
        callable = s[5] == PyBool.TRUE;
        state = State.values()[(int) ((PyInt) s[6]).value];
        open(null);
        scanner.resume((int) ((PyInt) s[7]).value, s[8] == PyBool.TRUE, false);
        parts = (PyList) s[9];
        copied = (int) ((PyInt) s[10]).value;
        made = (int) ((PyInt) s[11]).value;
    }
}
