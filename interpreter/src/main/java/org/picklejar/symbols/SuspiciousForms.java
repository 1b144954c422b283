package org.picklejar.symbols;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.picklejar.source.ProgramWarning;
import org.picklejar.syntax.Expr;
import org.picklejar.syntax.Operator;
import org.picklejar.syntax.Stmt;

/** Finds valid forms that are hardly meant: {@code x is 1}, {@code assert (x, "message")}, {@code [(1, 2) (3, 4)]}. */
final class SuspiciousForms {
    /** The names of the types of literals, by their classes. */
    private static final Map<Class<?>, String> TYPES = Map.of(
            Boolean.class, "bool",
            Long.class, "int",
            BigInteger.class, "int",
            Double.class, "float",
            Expr.Complex.class, "complex",
            String.class, "str",
            byte[].class, "bytes");

    private final List<ProgramWarning> warnings;

    SuspiciousForms(List<ProgramWarning> warnings) {
        this.warnings = warnings;
    }

    void check(Stmt.Assert s) {
        if (s.test() instanceof Expr.Tuple t && !t.elements().isEmpty()) {
            warnings.add(new ProgramWarning("assertion is always true, perhaps remove parentheses?", s.span()));
        }
    }

    void check(Expr expression) {
        if (expression instanceof Expr.Compare e) {
            comparison(e);
        } else if (expression instanceof Expr.Call e) {
            String type = typeOf(e.function());
            if (type != null && !(e.function() instanceof Expr.Lambda)) {
                missedComma(e.function(), "object is not callable", type);
            }
        } else if (expression instanceof Expr.Subscript e) {
            subscript(e);
        }
    }

    private void comparison(Expr.Compare e) {
        Expr left = unsigned(e.left());
        for (int i = 0; i < e.ops().size(); i++) {
            Expr right = unsigned(e.comparators().get(i));
            Operator.Comparison op = e.ops().get(i);
            if (op == Operator.Comparison.IS || op == Operator.Comparison.IS_NOT) {
                Expr literal = isValueLiteral(left) ? left : isValueLiteral(right) ? right : null;
                if (literal != null) {
                    boolean is = op == Operator.Comparison.IS;
                    warnings.add(new ProgramWarning(
                            "\"" + (is ? "is" : "is not") + "\" with '" + typeOf(literal) + "' literal. Did you mean \""
                                    + (is ? "==" : "!=") + "\"?",
                            e.span()));
                    return;
                }
            }
            left = right;
        }
    }

    /** The number of a literal with a sign, which CPython folds before it looks. */
    private static Expr unsigned(Expr e) {
        return e instanceof Expr.UnaryOp u
                        && u.op() != Operator.Unary.NOT
                        && u.operand() instanceof Expr.Constant c
                        && c.value() instanceof Number
                ? c
                : e;
    }

    /** Whether the identity of what a literal gives means nothing. */
    private static boolean isValueLiteral(Expr e) {
        if (e instanceof Expr.Tuple t) {
            return t.elements().stream().allMatch(x -> x instanceof Expr.Constant || isValueLiteral(x));
        }
        return e instanceof Expr.Constant c
                && (c.value() instanceof Number
                        || c.value() instanceof String
                        || c.value() instanceof byte[]
                        || "complex".equals(typeOf(c)));
    }

    private void subscript(Expr.Subscript e) {
        String type = typeOf(e.value());
        if (type == null) {
            return;
        }
        switch (type) {
            case "NoneType", "ellipsis", "int", "float", "complex", "set", "generator", "function", "bool" ->
                missedComma(e.value(), "object is not subscriptable", type);
            case "str", "bytes", "tuple", "list" -> {
                String index = typeOf(e.index());
                if (index != null && !index.equals("int") && !index.equals("bool")) {
                    warnings.add(new ProgramWarning(
                            type + " indices must be integers or slices, not " + index
                                    + "; perhaps you missed a comma?",
                            e.value().span()));
                }
            }
            default -> {}
        }
    }

    private void missedComma(Expr at, String problem, String type) {
        warnings.add(new ProgramWarning("'" + type + "' " + problem + "; perhaps you missed a comma?", at.span()));
    }

    /** The type of what an expression gives, where its form tells; else null. */
    private static String typeOf(Expr e) {
        if (e instanceof Expr.Tuple) {
            return "tuple";
        } else if (e instanceof Expr.ListDisplay || e instanceof Expr.ListComp) {
            return "list";
        } else if (e instanceof Expr.Dict || e instanceof Expr.DictComp) {
            return "dict";
        } else if (e instanceof Expr.SetDisplay || e instanceof Expr.SetComp) {
            return "set";
        } else if (e instanceof Expr.GeneratorExp) {
            return "generator";
        } else if (e instanceof Expr.Lambda) {
            return "function";
        } else if (e instanceof Expr.JoinedStr) {
            return "str";
        } else if (e instanceof Expr.Constant c) {
            return typeOf(c.value());
        }
        return null;
    }

    private static String typeOf(Object value) {
        if (value == null) {
            return "NoneType";
        } else if (value instanceof List) {
            return "tuple";
        } else if (value instanceof Set) {
            return "frozenset";
        }
        return value == Expr.Constant.ELLIPSIS ? "ellipsis" : TYPES.get(value.getClass());
    }
}
