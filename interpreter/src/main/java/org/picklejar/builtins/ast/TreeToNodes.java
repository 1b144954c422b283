package org.picklejar.builtins.ast;

import java.math.BigInteger;
import java.util.List;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyComplex;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.source.Span;
import org.picklejar.syntax.Expr;
import org.picklejar.syntax.Node;
import org.picklejar.syntax.Operator;
import org.picklejar.syntax.Stmt;

/** Makes node objects of a tree of ours. */
final class TreeToNodes {
    private static final String[] OPERATORS = {
        "Add",
        "Sub",
        "Mult",
        "MatMult",
        "Div",
        "Mod",
        "Pow",
        "LShift",
        "RShift",
        "BitOr",
        "BitXor",
        "BitAnd",
        "FloorDiv"
    };
    private static final String[] UNARY = {"Invert", "Not", "UAdd", "USub"};
    private static final String[] COMPARISONS = {"Eq", "NotEq", "Lt", "LtE", "Gt", "GtE", "Is", "IsNot", "In", "NotIn"};
    private static final String[] CONTEXTS = {"Load", "Store", "Del"};
    private static final PyStr LINE = PyStr.of("lineno");
    private static final PyStr COLUMN = PyStr.of("col_offset");
    private static final PyStr END_LINE = PyStr.of("end_lineno");
    private static final PyStr END_COLUMN = PyStr.of("end_col_offset");
    private static final PyStr ATTRIBUTES = PyStr.of("_attributes");
    private static final PyStr FIELDS = PyStr.of("_fields");

    private static final int[] ASCII = {};

    private final PyDict classes;
    private final PyDict singletons;
    private final String[] lines;
    /** See {@link #offsets(String)}; by line, of those that were asked for. */
    private final int[][] offsets;

    /** @param classes the namespace of module _ast */
    TreeToNodes(PyDict classes, String text) {
        this.classes = classes;
        this.singletons = (PyDict) classes.get("_singletons");
        this.lines = text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1);
        this.offsets = new int[lines.length][];
    }

    PyObject convert(Object v) {
        if (v == null) {
            return PySingleton.NONE;
        } else if (v instanceof Node n) {
            return node(n);
        } else if (v instanceof List<?> l) {
            PyList out = new PyList();
            l.forEach(o -> out.append(convert(o)));
            return out;
        } else if (v instanceof Operator o) {
            return singletons.get(OPERATORS[o.ordinal()]);
        } else if (v instanceof Operator.Unary o) {
            return singletons.get(UNARY[o.ordinal()]);
        } else if (v instanceof Operator.Comparison o) {
            return singletons.get(COMPARISONS[o.ordinal()]);
        } else if (v instanceof Expr.Context c) {
            return singletons.get(CONTEXTS[c.ordinal()]);
        }
        return constant(v);
    }

    static PyObject constant(Object v) {
        if (v == null) {
            return PySingleton.NONE;
        } else if (v instanceof Boolean b) {
            return PyBool.of(b);
        } else if (v instanceof Long l) {
            return PyInt.of(l);
        } else if (v instanceof Integer i) {
            return PyInt.of(i);
        } else if (v instanceof BigInteger b) {
            return PyInteger.of(b);
        } else if (v instanceof Double d) {
            return new PyFloat(d);
        } else if (v instanceof String s) {
            return PyStr.of(s);
        } else if (v instanceof byte[] b) {
            return new PyBytes(b);
        } else if (v instanceof Expr.Complex z) {
            return new PyComplex(z.re(), z.im());
        } else if (v == Expr.Constant.ELLIPSIS) {
            return PySingleton.ELLIPSIS;
        }
        throw new IllegalArgumentException(v.getClass().getName());
    }

    private PyObject node(Node n) {
        NodeShapes.Shape s = NodeShapes.of(n);
        String name = s.nodeName;
        boolean async = n instanceof Stmt.FunctionDef f && f.isAsync()
                || n instanceof Stmt.For g && g.isAsync()
                || n instanceof Stmt.With w && w.isAsync();
        if (async) {
            name = "Async" + name;
        } else if (n instanceof Stmt.Try t && t.isStar()) {
            name = "TryStar";
        }
        PyType cls = (PyType) classes.get(name);
        PyInstance o = new PyInstance(cls);
        for (int i = 0; i < s.fields.length; i++) {
            String component = s.components[i].getName();
            if (component.equals("span")
                    || component.equals("isStar")
                    || component.equals("isAsync") && !(n instanceof Node.Comprehension)) {
                continue;
            }
            o.setField(s.fields[i], field(component, value(s, i, n)));
        }
        for (PyObject f : ((PyTuple) cls.lookup(FIELDS)).items) {
            if (o.getField((PyStr) f) == null) {
                o.setField((PyStr) f, f.toString().equals("type_ignores") ? new PyList() : PySingleton.NONE);
            }
        }
        if (cls.lookup(ATTRIBUTES) instanceof PyTuple t && t.size() > 0) {
            place(o, n.span());
        }
        return o;
    }

    static Object value(NodeShapes.Shape s, int component, Object record) {
        try {
            return s.components[component].getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private PyObject field(String component, Object v) {
        return switch (component) {
            case "isAnd" -> singletons.get((boolean) v ? "And" : "Or");
            case "isAsync", "simple" -> PyInt.of((boolean) v ? 1 : 0);
            case "isUnicodePrefixed" -> (boolean) v ? PyStr.of("u") : PySingleton.NONE;
            case "conversion" -> PyInt.of((char) v == 0 ? -1 : (char) v);
            default -> convert(v);
        };
    }

    /** Columns of nodes count bytes of UTF-8. */
    private void place(PyInstance o, Span s) {
        o.setField(LINE, PyInt.of(s.line()));
        o.setField(COLUMN, PyInt.of(bytes(s.line(), s.column())));
        o.setField(END_LINE, PyInt.of(s.endLine()));
        o.setField(END_COLUMN, PyInt.of(bytes(s.endLine(), s.endColumn())));
    }

    private int bytes(int line, int column) {
        if (line < 1 || line > lines.length) {
            return column;
        }
        if (offsets[line - 1] == null) {
            offsets[line - 1] = offsets(lines[line - 1]);
        }
        int[] known = offsets[line - 1];
        return known == ASCII ? column : known[Math.min(column, known.length - 1)];
    }

    /** How many bytes stand before each character of a line, and before its end. */
    private static int[] offsets(String line) {
        if (line.chars().allMatch(c -> c < 128)) {
            return ASCII;
        }
        int[] points = line.codePoints().toArray();
        int[] out = new int[points.length + 1];
        for (int i = 0; i < points.length; i++) {
            int c = points[i];
            out[i + 1] = out[i] + (c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4);
        }
        return out;
    }
}
