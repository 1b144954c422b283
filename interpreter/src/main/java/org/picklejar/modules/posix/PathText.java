package org.picklejar.modules.posix;

import java.util.ArrayList;
import java.util.List;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;

/** Paths as text: the parts of {@code posixpath} that CPython writes in C. */
final class PathText {
    private PathText() {}

    /** {@code os.path.normpath}. */
    static PyObject normalise(FileName f) {
        String s = f.text();
        if (s.isEmpty()) {
            return f.give(".");
        }
        String root = root(s);
        List<String> out = new ArrayList<>();
        for (String part : s.substring(root.length()).split("/")) {
            if (part.isEmpty() || part.equals(".")) {
                continue;
            }
            boolean up = part.equals("..");
            if (!up
                    || root.isEmpty() && out.isEmpty()
                    || !out.isEmpty() && out.get(out.size() - 1).equals("..")) {
                out.add(part);
            } else if (!out.isEmpty()) {
                out.remove(out.size() - 1);
            }
        }
        String r = (root.isEmpty() ? "" : root.length() == 2 ? "//" : "/") + String.join("/", out);
        return f.give(r.isEmpty() ? "." : r);
    }

    /** {@code os.path.splitroot}: drive, root, tail. */
    static PyObject splitRoot(FileName f) {
        String root = root(f.text());
        return PyTuple.of(f.give(""), f.give(root), f.give(f.text().substring(root.length())));
    }

    /** POSIX gives exactly two leading slashes a meaning of their own. */
    private static String root(String s) {
        if (!s.startsWith("/")) {
            return "";
        }
        return s.startsWith("//") && !s.startsWith("///") ? "//" : "/";
    }
}
