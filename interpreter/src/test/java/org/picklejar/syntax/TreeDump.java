package org.picklejar.syntax;

import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.picklejar.source.Span;

/** Prints a tree with all positions, in a form that a short Python script can print too from module {@code ast}. */
final class TreeDump {
    /** Nodes whose counterparts in Python have no position. */
    private static final Set<Class<?>> WITHOUT_POSITION = Set.of(
            Node.Module.class,
            Node.Interactive.class,
            Node.Expression.class,
            Node.Arguments.class,
            Node.Comprehension.class,
            Node.WithItem.class,
            Node.MatchCase.class);

    private final boolean withPositions;
    private final StringBuilder out = new StringBuilder();

    private TreeDump(boolean withPositions) {
        this.withPositions = withPositions;
    }

    static String withPositions(Node node) {
        return dump(node, true);
    }

    static String shape(Node node) {
        return dump(node, false);
    }

    private static String dump(Node node, boolean withPositions) {
        TreeDump dump = new TreeDump(withPositions);
        dump.node(node);
        return dump.out.toString();
    }

    private void node(Node node) {
        out.append(withPositions ? "\n" : "").append(node.getClass().getSimpleName());
        if (withPositions && !WITHOUT_POSITION.contains(node.getClass())) {
            Span span = node.span();
            out.append('@')
                    .append(span.line())
                    .append(':')
                    .append(span.column())
                    .append('-')
                    .append(span.endLine())
                    .append(':')
                    .append(span.endColumn());
        }
        out.append('(');
        boolean isFirst = true;
        for (RecordComponent component : node.getClass().getRecordComponents()) {
            if (!component.getName().equals("span")) {
                out.append(isFirst ? "" : ",");
                isFirst = false;
                value(read(node, component));
            }
        }
        out.append(')');
    }

    private static Object read(Node node, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(node);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void value(Object value) {
        if (value instanceof Node node) {
            node(node);
        } else if (value instanceof List<?> list) {
            out.append('[');
            for (int i = 0; i < list.size(); i++) {
                out.append(i == 0 ? "" : ",");
                value(list.get(i));
            }
            out.append(']');
        } else if (value instanceof String text) {
            quoted(text);
        } else if (value instanceof byte[] bytes) {
            out.append('b');
            for (byte b : bytes) {
                out.append(String.format(Locale.ROOT, "%02x", b));
            }
        } else if (value instanceof Integer || value instanceof Long) {
            out.append('i').append(value);
        } else if (value instanceof BigInteger big) {
            out.append('I').append(big.toString(16));
        } else if (value instanceof Double number) {
            out.append('d').append(bits(number));
        } else if (value instanceof Expr.Complex imaginary) {
            out.append('j').append(bits(imaginary.im()));
        } else if (value instanceof Character conversion) {
            out.append('i').append(conversion == 0 ? -1 : (int) conversion);
        } else {
            out.append(value);
        }
    }

    private static String bits(double value) {
        return String.format(Locale.ROOT, "%016x", Double.doubleToRawLongBits(value));
    }

    private void quoted(String text) {
        out.append('"');
        text.codePoints().forEach(c -> {
            if (c >= 32 && c < 127 && c != '"' && c != '\\') {
                out.appendCodePoint(c);
            } else {
                out.append('\\').append(Integer.toHexString(c)).append(';');
            }
        });
        out.append('"');
    }
}
