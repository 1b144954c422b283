package org.picklejar.builtins.ast;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyComplex;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySet;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Iteration;
import org.picklejar.ops.Text;
import org.picklejar.ops.Values;
import org.picklejar.source.Span;
import org.picklejar.syntax.Expr;
import org.picklejar.syntax.Node;
import org.picklejar.syntax.Operator;
import org.picklejar.syntax.Stmt;

/** Makes a tree of ours out of node objects, for {@code compile}. Attributes computed by Python code run nested (blocking). */
final class NodesToTree {
    private static final PyStr LINE = PyStr.of("lineno");
    private static final PyStr COLUMN = PyStr.of("col_offset");
    private static final PyStr END_LINE = PyStr.of("end_lineno");
    private static final PyStr END_COLUMN = PyStr.of("end_col_offset");
    private static final PyStr ATTRIBUTES = PyStr.of("_attributes");

    /** Lists whose items may be None. Which fields may be None themselves, {@link #KINDS} tells. */
    private static final Set<String> WITH_NONE = Set.of("Dict.keys", "arguments.kwDefaults");

    /** The attribute of node classes with the marks of their fields: {@code ?} of one that may be None. */
    private static final PyStr KINDS = PyStr.of("_kinds");

    private final Execution x;
    private int lastLine = 1;

    NodesToTree(Execution x) {
        this.x = x;
    }

    /** The last line that a node stands on. */
    int lastLine() {
        return lastLine;
    }

    /** @throws org.picklejar.core.PyException ValueError or TypeError for a tree that no program text has */
    Node.Mod root(PyObject o) {
        Node.Mod tree = (Node.Mod) node(o, Node.class);
        TreeValidator.check(tree);
        return tree;
    }

    /** The name of the node's class in {@code ast}: that of the first base that is there. */
    private static String className(PyObject o) {
        for (PyType t : o.type().mro()) {
            String n = t.name();
            if (t.module().equals("ast") && t.lookup(KINDS) != null) {
                return n;
            }
        }
        return o.type().name();
    }

    private Object node(PyObject o, Class<?> expected) {
        String name = className(o);
        boolean async = name.startsWith("Async");
        boolean star = name.equals("TryStar");
        NodeShapes.Shape s = NodeShapes.named(async ? name.substring(5) : star ? "Try" : name);
        if (s == null) {
            throw Errors.typeError(
                    "expected some sort of %s, but got %s",
                    expected.getSimpleName().toLowerCase(Locale.ROOT), Text.reprNow(x, o));
        }
        Object[] values = new Object[s.components.length];
        for (int i = 0; i < values.length; i++) {
            String component = s.components[i].getName();
            values[i] = switch (component) {
                case "span" -> span(o);
                case "isStar" -> star;
                case "isAsync" ->
                    name.equals("comprehension") ? ((PyInteger) field(o, s.fields[i])).signum() != 0 : async;
                default -> {
                    PyObject v = field(o, s.fields[i]);
                    Type type = s.components[i].getGenericType();
                    if (v == PySingleton.NONE && isRequired(type) && !isOptional(o, s.fields[i])) {
                        throw Errors.valueError("field '%s' is required for %s", s.fields[i], name);
                    }
                    yield value(v, type, component, name);
                }
            };
        }
        Object made;
        try {
            made = s.constructor.newInstance(values);
        } catch (InvocationTargetException
                | InstantiationException
                | IllegalAccessException
                | IllegalArgumentException e) {
            throw Errors.typeError("invalid node %s", Text.reprNow(x, o));
        }
        if (!expected.isInstance(made)) {
            throw Errors.typeError(
                    "expected some sort of %s, but got %s",
                    expected.getSimpleName().toLowerCase(Locale.ROOT), Text.reprNow(x, o));
        }
        return made;
    }

    private static boolean isOptional(PyObject o, PyStr field) {
        return o.type().lookup(KINDS) instanceof PyDict kinds
                && kinds.get(field) instanceof PyStr mark
                && mark.toString().equals("?");
    }

    /** Whether None cannot be the value of a component of this type: a node, a name or an operator. */
    private static boolean isRequired(Type type) {
        return type instanceof Class<?> c && c != Object.class && !c.isPrimitive();
    }

    private PyObject field(PyObject o, PyStr name) {
        PyObject v = Attributes.getNow(x, o, name);
        if (v == null) {
            String n = name.toString();
            if (n.equals("kind") || n.equals("type_params")) {
                return PySingleton.NONE;
            }
            throw Errors.typeError(
                    "required field \"%s\" missing from %s", n, o.type().name());
        }
        return v;
    }

    private Span span(PyObject o) {
        if (!(o.type().lookup(ATTRIBUTES) instanceof PyTuple t) || t.size() == 0) {
            return Span.NONE;
        }
        int line = number(o, LINE, null);
        int column = number(o, COLUMN, null);
        int endLine = number(o, END_LINE, line);
        lastLine = Math.max(lastLine, Math.max(line, endLine));
        return new Span(line, column, endLine, number(o, END_COLUMN, column));
    }

    private static String base(PyObject o) {
        PyType t = o.type();
        while (t.base != null && !t.base.name().equals("AST")) {
            t = t.base;
        }
        return t.name();
    }

    /** @param fallback for a position that is missing or None; null: there must be one */
    private int number(PyObject o, PyStr name, Integer fallback) {
        PyObject v = Attributes.getNow(x, o, name);
        if (v == null && fallback == null) {
            throw Errors.typeError("required field \"%s\" missing from %s", name, base(o));
        } else if (v == null || v == PySingleton.NONE && fallback != null) {
            return fallback;
        } else if (!(Values.payload(v) instanceof PyInt)) {
            throw Errors.valueError("invalid integer value: %s", Text.reprNow(x, v));
        }
        return Values.toInt(x, v);
    }

    private Object value(PyObject v, Type type, String component, String owner) {
        if (type instanceof ParameterizedType p) {
            Type item = p.getActualTypeArguments()[0];
            List<Object> out = new ArrayList<>();
            if (v != PySingleton.NONE) {
                PyObject[] items = Iteration.itemsOrNull(v);
                if (items == null) {
                    throw Errors.typeError(
                            "%s field \"%s\" must be a list, not a %s",
                            owner, component, v.type().name());
                }
                for (PyObject i : items) {
                    if (i == PySingleton.NONE && !WITH_NONE.contains(owner + "." + component)) {
                        throw item == String.class
                                ? Errors.valueError("field '%s' is required for %s", component, owner)
                                : Errors.valueError(
                                        "None disallowed in %s list", item == Stmt.class ? "statement" : "expression");
                    }
                    out.add(value(i, item, component, owner));
                }
            }
            return out;
        }
        Class<?> c = (Class<?>) type;
        if (c == boolean.class) {
            return switch (component) {
                case "isAnd" -> v.type().name().equals("And");
                case "isUnicodePrefixed" -> v != PySingleton.NONE;
                default -> Values.payload(v) instanceof PyInteger i && i.signum() != 0;
            };
        } else if (c == char.class) {
            int n = Values.toInt(x, v);
            return n < 0 ? (char) 0 : (char) n;
        } else if (c == int.class) {
            return v == PySingleton.NONE ? 0 : Values.toInt(x, v);
        } else if (c == Object.class) {
            return constant(v);
        } else if (v == PySingleton.NONE) {
            return null;
        } else if (c == String.class) {
            if (!(v instanceof PyStr s)) {
                throw Errors.typeError("AST identifier must be of type str");
            }
            return s.toString();
        } else if (c.isEnum()) {
            return constantOf(c, v);
        }
        return node(v, c);
    }

    private static Object constantOf(Class<?> c, PyObject v) {
        String[] names = c == Operator.class
                ? new String[] {
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
                }
                : c == Operator.Unary.class
                        ? new String[] {"Invert", "Not", "UAdd", "USub"}
                        : c == Operator.Comparison.class
                                ? new String[] {"Eq", "NotEq", "Lt", "LtE", "Gt", "GtE", "Is", "IsNot", "In", "NotIn"}
                                : new String[] {"Load", "Store", "Del"};
        int i = Arrays.asList(names).indexOf(v.type().name());
        if (i < 0) {
            throw Errors.typeError(
                    "expected some sort of %s, but got %s",
                    c.getSimpleName().toLowerCase(Locale.ROOT), v.type().name());
        }
        return c.getEnumConstants()[i];
    }

    private static Object constant(PyObject v) {
        if (v == PySingleton.NONE) {
            return null;
        } else if (v instanceof PyBool b) {
            return b.value();
        } else if (v instanceof PyInt i) {
            return i.value;
        } else if (v instanceof PyInteger i) {
            return i.big();
        } else if (v instanceof PyFloat f) {
            return f.value;
        } else if (v instanceof PyComplex z) {
            return new Expr.Complex(z.re, z.im);
        } else if (v instanceof PyStr s) {
            return s.toString();
        } else if (v instanceof PyBytes b) {
            return b.value;
        } else if (v == PySingleton.ELLIPSIS) {
            return Expr.Constant.ELLIPSIS;
        } else if (v instanceof PyTuple t) {
            return Arrays.stream(t.items).map(NodesToTree::constant).collect(Collectors.toCollection(ArrayList::new));
        } else if (v instanceof PySet s && s.type() == PySet.FROZEN_TYPE) {
            return Arrays.stream(s.toArray())
                    .map(NodesToTree::constant)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
        throw Errors.typeError("got an invalid type in Constant: %s", v.type().name());
    }
}
