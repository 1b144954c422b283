package org.picklejar.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.picklejar.code.CodeObject;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTraceback;
import org.picklejar.core.PyTuple;
import org.picklejar.interp.PythonFrame;
import org.picklejar.ops.Text;

/** The lines that CPython 3.13 prints for an uncaught exception, caret lines included (CPython: Lib/traceback.py). */
final class TracebackText {
    private static final int MOST_REPEATED = 3;
    private static final int MOST_GROUP_WIDTH = 15;
    private static final int MOST_GROUP_DEPTH = 10;
    private static final String CAUSE = "The above exception was the direct cause of the following exception:";
    private static final String CONTEXT = "During handling of the above exception, another exception occurred:";

    /** Whether the last line of a group is still to come; a group that ends another ends with it. */
    private boolean boxOpen;

    private final Execution x;
    private final SourceTexts sources;

    TracebackText(Execution x) {
        this.x = x;
        this.sources = SourceTexts.of(x.machine);
    }

    List<String> format(PyBaseException e) {
        List<String> out = new ArrayList<>();
        chain(e, out, Collections.newSetFromMap(new IdentityHashMap<>()), "", 0);
        return out;
    }

    private void chain(PyBaseException e, List<String> out, Set<PyBaseException> seen, String margin, int depth) {
        List<PyBaseException> links = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (PyBaseException at = e; at != null && seen.add(at); ) {
            links.add(at);
            if (at.cause != null && !seen.contains(at.cause)) {
                texts.add(CAUSE);
                at = at.cause;
            } else if (at.cause == null && at.context != null && !at.suppressContext && !seen.contains(at.context)) {
                texts.add(CONTEXT);
                at = at.context;
            } else {
                at = null;
            }
        }
        for (int i = links.size() - 1; i >= 0; i--) {
            one(links.get(i), out, seen, margin, depth);
            if (i > 0) {
                out.add(margin);
                out.add(margin + texts.get(i - 1));
                out.add(margin);
            }
        }
    }

    private void one(PyBaseException e, List<String> out, Set<PyBaseException> seen, String margin, int depth) {
        PyObject nested = e.type().isSubtypeOf(ExceptionTypes.BASE_EXCEPTION_GROUP) ? e.member("exceptions") : null;
        String inner = nested == null || depth > 0 ? margin : "  | ";
        String head = nested != null && depth == 0 ? "  + " : inner;
        if (e.traceback != null) {
            out.add(head
                    + (nested != null
                            ? "Exception Group Traceback (most recent call last):"
                            : "Traceback (most recent call last):"));
            for (String line : frames(e.traceback)) {
                out.add(inner + line);
            }
        }
        for (String line : message(e)) {
            out.add(inner + line);
        }
        if (nested instanceof PyTuple t) {
            group(t, out, seen, inner, depth + 1);
        }
    }

    private void group(PyTuple exceptions, List<String> out, Set<PyBaseException> seen, String margin, int depth) {
        if (depth > MOST_GROUP_DEPTH) {
            out.add(margin + "... (max_group_depth is " + MOST_GROUP_DEPTH + ")");
            return;
        }
        String base = margin.substring(0, margin.length() - 2);
        int n = Math.min(exceptions.size(), MOST_GROUP_WIDTH);
        boolean more = exceptions.size() > n;
        for (int i = 0; i < n; i++) {
            out.add(base + (i == 0 ? "+-+---------------- " : "  +---------------- ") + (i + 1) + " ----------------");
            boxOpen |= i == n - 1 && !more;
            chain((PyBaseException) exceptions.get(i), out, seen, base + "  | ", depth);
        }
        if (more) {
            int rest = exceptions.size() - n;
            boxOpen = true;
            out.add(base + "  +---------------- ... ----------------");
            out.add(base + "  | and " + rest + " more exception" + (rest == 1 ? "" : "s"));
        }
        if (boxOpen) {
            out.add(base + "  +------------------------------------");
            boxOpen = false;
        }
    }

    // ---- frames

    private List<String> frames(PyTraceback first) {
        List<String> out = new ArrayList<>();
        String last = null;
        int repeated = 0;
        for (PyTraceback t = first; t != null; t = t.next) {
            if (!(t.frame instanceof PythonFrame f)) {
                continue;
            }
            CodeObject c = f.code.code;
            String key = c.fileName + ":" + t.line + ":" + c.name;
            repeated = key.equals(last) ? repeated + 1 : 1;
            if (repeated > MOST_REPEATED) {
                boolean ends = t.next == null
                        || !(t.next.frame instanceof PythonFrame n)
                        || !key.equals(n.code.code.fileName + ":" + t.next.line + ":" + n.code.code.name);
                if (ends) {
                    int n = repeated - MOST_REPEATED;
                    out.add("  [Previous line repeated " + n + " more time" + (n == 1 ? "" : "s") + "]");
                }
                continue;
            }
            last = key;
            out.add("  File \"" + c.fileName + "\", line " + t.line + ", in " + c.name);
            source(c, t.lasti, t.line, out);
        }
        return out;
    }

    private void source(CodeObject c, int pc, int lineNumber, List<String> out) {
        String line = sources.line(c.fileName, lineNumber);
        if (line == null || line.isBlank()) {
            return;
        }
        String shown = line.strip();
        int p = pc / 4 * 4;
        if (p + 3 >= c.positions.length || c.positions[p] != lineNumber) {
            out.add("    " + shown);
            return;
        }
        List<String> lines = new ArrayList<>();
        int margin = Integer.MAX_VALUE;
        for (int n = lineNumber; n <= c.positions[p + 1]; n++) {
            String text = sources.line(c.fileName, n);
            lines.add(text == null ? "" : text.stripTrailing());
            if (text != null && !text.isBlank()) {
                margin = Math.min(margin, text.length() - text.stripLeading().length());
            }
        }
        int common = margin;
        lines.replaceAll(l -> l.substring(Math.min(common, l.length())));
        for (String l : new CaretLines(lines, c.positions[p + 2] - common, c.positions[p + 3] - common).show()) {
            out.add("    " + l);
        }
    }

    // ---- the exception itself

    private List<String> message(PyBaseException e) {
        List<String> out = new ArrayList<>();
        String name = e.type().qualname().toString();
        String module = e.type().module();
        if (!module.equals("builtins") && !module.equals("__main__")) {
            name = module + "." + name;
        }
        if (e.type().isSubtypeOf(ExceptionTypes.SYNTAX_ERROR)) {
            syntaxError(e, name, out);
        } else {
            String text = str(e);
            text = text.isEmpty() ? name : name + ": " + text + Hints.of(x, e);
            out.addAll(Arrays.asList(text.split("\n", -1)));
        }
        PyObject notes = e.getField(PyStr.of("__notes__"));
        if (notes instanceof PyList l) {
            for (int i = 0; i < l.size; i++) {
                String note;
                try {
                    note = Text.strNow(x, l.items[i]);
                } catch (PyException failure) {
                    note = "<note str() failed>";
                }
                out.addAll(Arrays.asList(note.split("\n", -1)));
            }
        }
        return out;
    }

    private String str(PyBaseException e) {
        try {
            return Text.strNow(x, e);
        } catch (PyException failure) {
            return "<exception str() failed>";
        }
    }

    private static void syntaxError(PyBaseException e, String name, List<String> out) {
        PyObject line = e.member("lineno");
        PyObject file = e.member("filename");
        if (line instanceof PyInt n) {
            out.add("  File \"" + (file instanceof PyStr ? file : "<string>") + "\", line " + n.value);
            if (e.member("text") instanceof PyStr t && !t.toString().isBlank()) {
                String text = t.toString();
                String stripped = text.strip();
                out.add("    " + stripped);
                if (e.member("offset") instanceof PyInt o) {
                    int lead = text.length() - text.stripLeading().length();
                    int from = (int) o.value - 1 - lead;
                    int to = e.member("end_offset") instanceof PyInt q
                                    && e.member("end_lineno") instanceof PyInt l
                                    && l.value == n.value
                                    && q.value > 0
                            ? (int) q.value - 1 - lead
                            : from + 1;
                    to = to <= from ? from + 1 : to;
                    if (from >= 0) {
                        out.add("    " + " ".repeat(Math.min(from, stripped.length()))
                                + "^".repeat(Math.max(1, Math.min(to, stripped.length() + 1) - from)));
                    }
                }
            }
        }
        PyObject msg = e.member("msg");
        out.add(name + ": " + (msg == null || msg == PySingleton.NONE ? "<no detail available>" : msg));
    }
}
