package org.picklejar.modules.io;

import java.util.ArrayList;
import java.util.List;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;

/** Recognises the line ends \n, \r and \r\n in pieces of text, and makes them \n when asked (CPython: IncrementalNewlineDecoder). */
final class NewlineState {
    private static final int LF = 1;
    private static final int CR = 2;
    private static final int CRLF = 4;

    final boolean translate;
    boolean pendingCr;
    int seen;

    NewlineState(boolean translate) {
        this.translate = translate;
    }

    /** For saved states. */
    PyTuple parts() {
        return PyTuple.of(PyBool.of(translate), PyBool.of(pendingCr), PyInt.of(seen));
    }

    static NewlineState ofParts(PyTuple parts) {
        NewlineState s = new NewlineState(parts.get(0) == PyBool.TRUE);
        s.pendingCr = parts.get(1) == PyBool.TRUE;
        s.seen = (int) ((PyInt) parts.get(2)).value;
        return s;
    }

    String decode(String piece, boolean complete) {
        String s = piece;
        if (pendingCr && (!s.isEmpty() || complete)) {
            s = "\r" + s;
            pendingCr = false;
        }
        if (!complete && s.endsWith("\r")) {
            s = s.substring(0, s.length() - 1);
            pendingCr = true;
        }
        if (s.indexOf('\r') < 0) {
            if ((seen & LF) == 0 && s.indexOf('\n') >= 0) {
                seen |= LF;
            }
            return s;
        }
        StringBuilder out = translate ? new StringBuilder(s.length()) : null;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c == '\n') {
                seen |= LF;
            } else if (c == '\r') {
                if (i + 1 < s.length() && s.charAt(i + 1) == '\n') {
                    seen |= CRLF;
                    i++;
                } else {
                    seen |= CR;
                }
                c = '\n';
            }
            if (translate) {
                out.append(c);
            }
        }
        return translate ? out.toString() : s;
    }

    void reset() {
        seen = 0;
        pendingCr = false;
    }

    /** Attribute newlines: None, one line end, or a tuple. */
    PyObject newlines() {
        List<PyObject> all = new ArrayList<>();
        if ((seen & CR) != 0) {
            all.add(PyStr.of("\r"));
        }
        if ((seen & LF) != 0) {
            all.add(PyStr.of("\n"));
        }
        if ((seen & CRLF) != 0) {
            all.add(PyStr.of("\r\n"));
        }
        return all.isEmpty() ? PySingleton.NONE : all.size() == 1 ? all.get(0) : PyTuple.of(all);
    }
}
