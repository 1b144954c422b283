package org.picklejar.builtins.ast;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.picklejar.core.PyStr;
import org.picklejar.syntax.Expr;
import org.picklejar.syntax.Node;
import org.picklejar.syntax.Pattern;
import org.picklejar.syntax.Stmt;

/** How the records of our tree and the node classes of module {@code ast} belong together. Where the names are equal nothing is said. */
final class NodeShapes {
    private static final Map<String, String> CLASS_NAMES = Map.ofEntries(
            Map.entry("Expr.SetDisplay", "Set"),
            Map.entry("Expr.ListDisplay", "List"),
            Map.entry("Stmt.ExprStmt", "Expr"),
            Map.entry("Node.Comprehension", "comprehension"),
            Map.entry("Node.Arguments", "arguments"),
            Map.entry("Node.Arg", "arg"),
            Map.entry("Node.Keyword", "keyword"),
            Map.entry("Node.Alias", "alias"),
            Map.entry("Node.WithItem", "withitem"),
            Map.entry("Node.MatchCase", "match_case"),
            Map.entry("Pattern.Value", "MatchValue"),
            Map.entry("Pattern.Singleton", "MatchSingleton"),
            Map.entry("Pattern.Sequence", "MatchSequence"),
            Map.entry("Pattern.Mapping", "MatchMapping"),
            Map.entry("Pattern.ClassPattern", "MatchClass"),
            Map.entry("Pattern.Star", "MatchStar"),
            Map.entry("Pattern.As", "MatchAs"),
            Map.entry("Pattern.Or", "MatchOr"));
    private static final Map<String, String> FIELD_NAMES = Map.ofEntries(
            Map.entry("orElse", "orelse"),
            Map.entry("finallyBody", "finalbody"),
            Map.entry("decorators", "decorator_list"),
            Map.entry("typeParams", "type_params"),
            Map.entry("posOnlyArgs", "posonlyargs"),
            Map.entry("kwOnlyArgs", "kwonlyargs"),
            Map.entry("kwDefaults", "kw_defaults"),
            Map.entry("asName", "asname"),
            Map.entry("function", "func"),
            Map.entry("elements", "elts"),
            Map.entry("element", "elt"),
            Map.entry("index", "slice"),
            Map.entry("exception", "exc"),
            Map.entry("message", "msg"),
            Map.entry("isAsync", "is_async"),
            Map.entry("keywordNames", "kwd_attrs"),
            Map.entry("keywordPatterns", "kwd_patterns"),
            Map.entry("formatSpec", "format_spec"),
            Map.entry("context", "ctx"),
            Map.entry("defaultValue", "default_value"),
            Map.entry("isUnicodePrefixed", "kind"),
            Map.entry("isAnd", "op"),
            Map.entry("WithItem.context", "context_expr"),
            Map.entry("WithItem.target", "optional_vars"),
            Map.entry("Attribute.name", "attr"),
            Map.entry("Keyword.name", "arg"),
            Map.entry("Arg.name", "arg"));
    private static final Map<Class<?>, Shape> BY_RECORD = new HashMap<>();
    private static final Map<String, Shape> BY_NAME = new HashMap<>();

    static {
        for (Class<?> family : new Class<?>[] {Node.class, Expr.class, Stmt.class, Pattern.class}) {
            for (Class<?> c : family.getDeclaredClasses()) {
                if (c.isRecord() && Node.class.isAssignableFrom(c)) {
                    Shape s = new Shape(family.getSimpleName(), c);
                    BY_RECORD.put(c, s);
                    BY_NAME.put(s.nodeName, s);
                }
            }
        }
    }

    /** A kind of node: its record, the name of its class in {@code ast}, and the fields in the order of the record's components. */
    static final class Shape {
        final String nodeName;
        final RecordComponent[] components;
        final PyStr[] fields;
        final Constructor<?> constructor;

        Shape(String family, Class<?> record) {
            String own = record.getSimpleName();
            nodeName = CLASS_NAMES.getOrDefault(family + "." + own, own);
            components = record.getRecordComponents();
            fields = new PyStr[components.length];
            for (int i = 0; i < fields.length; i++) {
                String n = components[i].getName();
                String special = FIELD_NAMES.get(own + "." + n);
                fields[i] = PyStr.of(special != null ? special : FIELD_NAMES.getOrDefault(n, n));
            }
            try {
                constructor = record.getDeclaredConstructor(
                        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            } catch (NoSuchMethodException e) {
                throw new ExceptionInInitializerError(e);
            }
        }
    }

    private NodeShapes() {}

    static Shape of(Object record) {
        return BY_RECORD.get(record.getClass());
    }

    /** @param name of a class of {@code ast}, or of an async form's plain one; null when there is none */
    static Shape named(String name) {
        return BY_NAME.get(name);
    }
}
