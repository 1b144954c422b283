package org.picklejar.modules.sre;

import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Comparisons;
import org.picklejar.ops.Steps;
import org.picklejar.ops.Text;
import org.picklejar.ops.Truth;
import org.picklejar.ops.Values;
import org.picklejar.text.regex.Matcher;
import org.picklejar.text.regex.RegexProgram;
import org.picklejar.text.regex.Scanner;

/** A compiled pattern: {@code re.Pattern}. */
public final class SrePattern extends PyObject {
    public static final PyType TYPE = PyType.builtin("Pattern", SrePattern.class, PyType.OBJECT)
            .inModule("re")
            .notSubclassable();
    private static final String[] FLAG_NAMES = {
        "TEMPLATE", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "UNICODE", "VERBOSE", "DEBUG", "ASCII"
    };
    private static final int UNICODE = 32;
    private static final int MOST_SHOWN = 200;

    /** What a pattern can look at. */
    enum Kind {
        STR,
        BYTES,
        ANY
    }

    /** The source; null for one that was made of parts. */
    final PyObject source;

    final int flags;
    final RegexProgram program;
    private final PyList code;
    private final PyDict groupIndex;
    private final PyTuple indexGroup;

    SrePattern(PyObject source, int flags, RegexProgram program, PyList code, PyDict groupIndex, PyTuple indexGroup) {
        this.source = source;
        this.flags = flags;
        this.program = program;
        this.code = code;
        this.groupIndex = groupIndex;
        this.indexGroup = indexGroup;
    }

    /** What {@code _sre.compile} makes it of: source, flags, code, number of groups, names to groups, names of groups. */
    public PyTuple parts() {
        return PyTuple.of(
                source == null ? PySingleton.NONE : source,
                PyInt.of(flags),
                code,
                PyInt.of(groups()),
                groupIndex,
                indexGroup);
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    Kind kind() {
        return source == null ? Kind.ANY : Values.payload(source) instanceof PyStr ? Kind.STR : Kind.BYTES;
    }

    boolean isBytes(PyObject string) {
        return source == null ? !(Values.payload(string) instanceof PyStr) : kind() == Kind.BYTES;
    }

    int groups() {
        return program.groups();
    }

    PyDict groupIndex() {
        return groupIndex;
    }

    /** The name of a group, or None. */
    PyObject groupName(int group) {
        return group >= 0 && group < indexGroup.size() ? indexGroup.get(group) : PySingleton.NONE;
    }

    public static void define(TypeBuilder<SrePattern> b) {
        String range = "(self, /, string, pos: index = 0, endpos: index = 9223372036854775807)";
        b.doc("Compiled regular expression object.")
                .tail("match" + range, (x, p, s, i, j) -> p.once(x, s, i, j, Matcher::match))
                .tail("fullmatch" + range, (x, p, s, i, j) -> p.once(x, s, i, j, Matcher::fullMatch))
                .tail("search" + range, (x, p, s, i, j) -> p.once(x, s, i, j, Matcher::search))
                .tail("findall" + range, (x, p, s, i, j) -> p.findAll(x, s, i, j))
                .tail("finditer" + range, (x, p, s, i, j) -> new MatchIterator(p.scanner(x, s, i, j)))
                .tail("scanner" + range, (x, p, s, i, j) -> p.scanner(x, s, i, j))
                .tail(
                        "split(self, /, string, maxsplit: index = 0)",
                        (x, p, s, most) -> p.split(x, s, Values.toInt(most)))
                .tail(
                        "sub(self, /, repl, string, count: index = 0)",
                        (x, p, r, s, n) -> Steps.run(x, new SubFrame(p, r, s, Values.toLong(n), false)))
                .tail(
                        "subn(self, /, repl, string, count: index = 0)",
                        (x, p, r, s, n) -> Steps.run(x, new SubFrame(p, r, s, Values.toLong(n), true)))
                .method("__copy__(self, /)", p -> p)
                .method("__deepcopy__(self, memo, /)", (p, memo) -> p)
                .classMethod(
                        "__class_getitem__(cls, item, /)",
                        (x, cls, a) -> x.call(x.machine.helpers.get("generic_alias"), cls, a[1]))
                .member("pattern", p -> p.source == null ? PySingleton.NONE : p.source)
                .member("flags", p -> PyInt.of(p.flags))
                .member("groups", p -> PyInt.of(p.groups()))
                .getSet("groupindex", (x, o) -> view(x, ((SrePattern) o).groupIndex), null)
                .unaryTail(Slot.REPR, SrePattern::repr)
                .unaryTail(
                        Slot.HASH,
                        (x, p) -> PyInt.of(p.flags * 31L
                                + p.code.size
                                + (p.source == null
                                        ? 0
                                        : Values.payload(p.source).hashCode())))
                .comparisonsTail(SrePattern::compare);
    }

    private static PyObject view(Execution x, PyDict d) {
        PyObject proxy = x.machine.helpers.get("mappingproxy");
        return proxy == null ? d : x.call(proxy, d);
    }

    /** One way to match. */
    @FunctionalInterface
    private interface Search {
        boolean find(Matcher m, int from);
    }

    static int bound(PyObject o, int length) {
        long i = Values.toIndex(o);
        return (int) Math.max(0, Math.min(i, length));
    }

    /** Lets an interrupt end a search that would take for ever. Null without an execution, as when a pickle is read. */
    static Runnable interruptOf(Execution x) {
        return x == null ? null : () -> x.machine.safePoint.checkInterrupt(x);
    }

    private PyObject once(Execution x, PyObject string, PyObject pos, PyObject endPos, Search search) {
        Haystack h = new Haystack(this, string);
        int end = bound(endPos, h.subject.length());
        int from = bound(pos, h.subject.length());
        if (from > end) {
            return PySingleton.NONE;
        }
        Matcher m = new Matcher(program, h.subject, end, interruptOf(x));
        return search.find(m, from) ? new SreMatch(this, string, m, from, end) : PySingleton.NONE;
    }

    private SreScanner scanner(Execution x, PyObject string, PyObject pos, PyObject endPos) {
        Haystack h = new Haystack(this, string);
        return new SreScanner(x, this, h, bound(pos, h.subject.length()), bound(endPos, h.subject.length()));
    }

    private PyObject findAll(Execution x, PyObject string, PyObject pos, PyObject endPos) {
        Haystack h = new Haystack(this, string);
        Scanner s = new Scanner(
                program, h.subject, bound(pos, h.subject.length()), bound(endPos, h.subject.length()), interruptOf(x));
        PyList out = new PyList();
        while (s.search()) {
            Matcher m = s.matcher();
            if (groups() == 0) {
                out.append(h.slice(m.start(0), m.end(0)));
            } else {
                PyObject[] all = new PyObject[groups()];
                for (int g = 0; g < all.length; g++) {
                    all[g] = group(h, m, g + 1, h.empty());
                }
                out.append(all.length == 1 ? all[0] : PyTuple.of(all));
            }
        }
        return out;
    }

    private static PyObject group(Haystack h, Matcher m, int g, PyObject missing) {
        return m.start(g) < 0 ? missing : h.slice(m.start(g), m.end(g));
    }

    private PyObject split(Execution x, PyObject string, int most) {
        Haystack h = new Haystack(this, string);
        Scanner s = new Scanner(program, h.subject, 0, h.subject.length(), interruptOf(x));
        PyList out = new PyList();
        int from = 0;
        for (int n = 0; (most == 0 || n < most) && s.search(); n++) {
            Matcher m = s.matcher();
            out.append(h.slice(from, m.start(0)));
            for (int g = 1; g <= groups(); g++) {
                out.append(group(h, m, g, PySingleton.NONE));
            }
            from = m.end(0);
        }
        out.append(h.slice(from, h.subject.length()));
        return out;
    }

    private static PyObject repr(Execution x, SrePattern p) {
        String shown = p.source == null ? "None" : Text.reprNow(x, p.source);
        StringBuilder out = new StringBuilder("re.compile(").append(shown, 0, Math.min(shown.length(), MOST_SHOWN));
        int flags = p.kind() == Kind.STR && (p.flags & (4 | UNICODE | 256)) == UNICODE ? p.flags & ~UNICODE : p.flags;
        String separator = ", ";
        for (int i = 1; i < FLAG_NAMES.length; i++) {
            if ((flags & 1 << i) != 0) {
                out.append(separator).append("re.").append(FLAG_NAMES[i]);
                separator = "|";
                flags &= ~(1 << i);
            }
        }
        if (flags != 0) {
            out.append(separator).append("0x").append(Integer.toHexString(flags));
        }
        return PyStr.of(out.append(')').toString());
    }

    private static PyObject compare(Execution x, SrePattern p, PyObject other, Slot op) {
        if (op != Slot.EQ && op != Slot.NE || !(other instanceof SrePattern q)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        boolean equal = p == q
                || p.flags == q.flags
                        && p.code.size == q.code.size
                        && sameCode(p, q)
                        && p.source != null
                        && q.source != null
                        && p.kind() == q.kind()
                        && Truth.test(x, Comparisons.compare(x, Slot.EQ, p.source, q.source));
        return PyBool.of(equal == (op == Slot.EQ));
    }

    private static boolean sameCode(SrePattern p, SrePattern q) {
        for (int i = 0; i < p.code.size; i++) {
            if (((PyInt) Values.payload(p.code.items[i])).value != ((PyInt) Values.payload(q.code.items[i])).value) {
                return false;
            }
        }
        return true;
    }

    static boolean isText(PyObject o) {
        return Values.payload(o) instanceof PyStr || Values.payload(o) instanceof PyBytes;
    }
}
