package org.picklejar.modules.sre;

import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.Imports;
import org.picklejar.ops.Conversions;
import org.picklejar.ops.Steps;
import org.picklejar.ops.Text;
import org.picklejar.text.regex.Matcher;

/** A match: {@code re.Match}. */
public final class SreMatch extends PyObject {
    public static final PyType TYPE = PyType.builtin("Match", SreMatch.class, PyType.OBJECT)
            .inModule("re")
            .notSubclassable();
    private static final int MOST_SHOWN = 50;

    private final SrePattern pattern;
    private final PyObject string;
    /** Starts and ends in turn. */
    private final int[] spans;

    private final int lastIndex;
    private final int pos;
    private final int endPos;

    SreMatch(SrePattern pattern, PyObject string, Matcher m, int pos, int endPos) {
        this.pattern = pattern;
        this.string = string;
        this.spans = m.spans().clone();
        this.lastIndex = m.lastIndex();
        this.pos = pos;
        this.endPos = endPos;
    }

    /** One that was found elsewhere; see {@link #reduce}. */
    private SreMatch(SrePattern pattern, PyObject string, int pos, int endPos, PyTuple spans, int lastIndex) {
        this.pattern = pattern;
        this.string = string;
        this.pos = pos;
        this.endPos = endPos;
        this.spans = Arrays.stream(spans.items)
                .mapToInt(o -> (int) ((PyInt) o).value)
                .toArray();
        this.lastIndex = lastIndex;
    }

    /** {@code _sre._match(pattern, string, pos, endpos, spans, lastindex)}. */
    static PyObject make(PyObject[] a) {
        return new SreMatch(
                (SrePattern) a[0], a[1], (int) ((PyInt) a[2]).value, (int) ((PyInt) a[3]).value, (PyTuple) a[4], (int)
                        ((PyInt) a[5]).value);
    }

    PyObject reduce(Execution x) {
        PyObject[] numbers = Arrays.stream(spans).mapToObj(PyInt::of).toArray(PyObject[]::new);
        return PyTuple.of(
                Imports.ofLoaded(x, "_sre", "_match"),
                PyTuple.of(pattern, string, PyInt.of(pos), PyInt.of(endPos), PyTuple.of(numbers), PyInt.of(lastIndex)));
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    SrePattern pattern() {
        return pattern;
    }

    PyObject string() {
        return string;
    }

    int start(int group) {
        return spans[2 * group];
    }

    int end(int group) {
        return spans[2 * group + 1];
    }

    PyObject slice(int from, int to) {
        return Haystack.slice(string, from, to);
    }

    public static void define(TypeBuilder<SreMatch> b) {
        b.doc("The result of re.match() and re.search().")
                .tail("__reduce__(self, /)", (Execution x, SreMatch m) -> m.reduce(x))
                .tailN("group(self, /, *args)", (x, m, a) -> m.groups(x, (PyTuple) a[1]))
                .method("groups(self, /, default=None)", SreMatch::allGroups)
                .tail("groupdict(self, /, default=None)", SreMatch::groupDict)
                .tail("start(self, group=0, /)", (x, m, g) -> PyInt.of(m.start(m.index(x, g))))
                .tail("end(self, group=0, /)", (x, m, g) -> PyInt.of(m.end(m.index(x, g))))
                .tail("span(self, group=0, /)", (x, m, g) -> m.span(m.index(x, g)))
                .tail("expand(self, /, template)", (x, m, template) -> Steps.run(x, new ExpandFrame(m, template)))
                .binaryTail(Slot.GETITEM, (x, m, g) -> m.group(m.index(x, g), PySingleton.NONE))
                .method("__copy__(self, /)", m -> m)
                .method("__deepcopy__(self, memo, /)", (m, memo) -> m)
                .classMethod(
                        "__class_getitem__(cls, item, /)",
                        (x, cls, a) -> x.call(x.machine.helpers.get("generic_alias"), cls, a[1]))
                .member("string", m -> m.string)
                .member("re", m -> m.pattern)
                .member("pos", m -> PyInt.of(m.pos))
                .member("endpos", m -> PyInt.of(m.endPos))
                .getter("lastindex", m -> m.lastIndex < 0 ? PySingleton.NONE : PyInt.of(m.lastIndex))
                .getter("lastgroup", m -> m.pattern.groupName(m.lastIndex))
                .getter("regs", SreMatch::registers)
                .unaryTail(Slot.REPR, SreMatch::repr);
    }

    /** The number of a group given by number or name. */
    private int index(Execution x, PyObject group) {
        PyObject g = group;
        if (!Conversions.isIndex(group)) {
            g = pattern.groupIndex().get(x, group);
        }
        if (g != null && Conversions.isIndex(g)) {
            PyInteger i = Conversions.indexValue(x, g);
            if (i.isLong() && i.longValue() >= 0 && i.longValue() <= pattern.groups()) {
                return (int) i.longValue();
            }
        }
        throw Errors.indexError("no such group");
    }

    private PyObject group(int group, PyObject missing) {
        return start(group) < 0 ? missing : slice(start(group), end(group));
    }

    private PyObject groups(Execution x, PyTuple which) {
        if (which.size() == 0) {
            return group(0, PySingleton.NONE);
        }
        PyObject[] out = new PyObject[which.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = group(index(x, which.get(i)), PySingleton.NONE);
        }
        return out.length == 1 ? out[0] : PyTuple.of(out);
    }

    private PyObject allGroups(PyObject missing) {
        PyObject[] out = new PyObject[pattern.groups()];
        for (int i = 0; i < out.length; i++) {
            out[i] = group(i + 1, missing);
        }
        return PyTuple.of(out);
    }

    private static PyObject groupDict(Execution x, SreMatch m, PyObject missing) {
        PyDict out = new PyDict();
        PyDict names = m.pattern.groupIndex();
        for (int i = 0; i < names.entries(); i++) {
            PyObject key = names.keyAt(i);
            if (key != null) {
                out.put(x, key, m.group(m.index(x, names.valueAt(i)), missing));
            }
        }
        return out;
    }

    private PyObject span(int group) {
        return PyTuple.of(PyInt.of(start(group)), PyInt.of(end(group)));
    }

    private PyObject registers() {
        PyObject[] out = new PyObject[pattern.groups() + 1];
        for (int i = 0; i < out.length; i++) {
            out[i] = span(i);
        }
        return PyTuple.of(out);
    }

    private static PyObject repr(Execution x, SreMatch m) {
        String shown = Text.reprNow(x, m.group(0, PySingleton.NONE));
        return PyStr.of("<re.Match object; span=(" + m.start(0) + ", " + m.end(0) + "), match="
                + shown.substring(0, Math.min(MOST_SHOWN, shown.length())) + ">");
    }
}
