package org.picklejar.symbols;

import java.util.ArrayList;
import java.util.List;
import org.picklejar.syntax.Expr;

/**
 * The direct parts of an expression, in the order of evaluation. Starred elements of displays and calls count as their
 * value. Of lambdas and comprehensions only the body or element is a part.
 */
final class Subexpressions {
    private Subexpressions() {}

    static List<Expr> of(Expr expression) {
        List<Expr> parts = new ArrayList<>();
        if (expression instanceof Expr.BoolOp e) {
            parts.addAll(e.values());
        } else if (expression instanceof Expr.NamedExpr e) {
            parts.add(e.value());
            parts.add(e.target());
        } else if (expression instanceof Expr.BinOp e) {
            parts.add(e.left());
            parts.add(e.right());
        } else if (expression instanceof Expr.UnaryOp e) {
            parts.add(e.operand());
        } else if (expression instanceof Expr.Lambda e) {
            parts.add(e.body());
        } else if (expression instanceof Expr.IfExp e) {
            parts.add(e.test());
            parts.add(e.body());
            parts.add(e.orElse());
        } else if (expression instanceof Expr.Dict e) {
            for (int i = 0; i < e.values().size(); i++) {
                addOptional(parts, e.keys().get(i));
                parts.add(e.values().get(i));
            }
        } else if (expression instanceof Expr.SetDisplay e) {
            addElements(parts, e.elements());
        } else if (expression instanceof Expr.ListComp e) {
            parts.add(e.element());
        } else if (expression instanceof Expr.SetComp e) {
            parts.add(e.element());
        } else if (expression instanceof Expr.DictComp e) {
            parts.add(e.key());
            parts.add(e.value());
        } else if (expression instanceof Expr.GeneratorExp e) {
            parts.add(e.element());
        } else if (expression instanceof Expr.Await e) {
            parts.add(e.value());
        } else if (expression instanceof Expr.Yield e) {
            addOptional(parts, e.value());
        } else if (expression instanceof Expr.YieldFrom e) {
            parts.add(e.value());
        } else if (expression instanceof Expr.Compare e) {
            parts.add(e.left());
            parts.addAll(e.comparators());
        } else if (expression instanceof Expr.Call e) {
            parts.add(e.function());
            addElements(parts, e.args());
            e.keywords().forEach(keyword -> parts.add(keyword.value()));
        } else if (expression instanceof Expr.FormattedValue e) {
            parts.add(e.value());
            addOptional(parts, e.formatSpec());
        } else if (expression instanceof Expr.JoinedStr e) {
            parts.addAll(e.values());
        } else if (expression instanceof Expr.Attribute e) {
            parts.add(e.value());
        } else if (expression instanceof Expr.Subscript e) {
            parts.add(e.value());
            parts.add(e.index());
        } else if (expression instanceof Expr.Starred e) {
            parts.add(e.value());
        } else if (expression instanceof Expr.ListDisplay e) {
            addElements(parts, e.elements());
        } else if (expression instanceof Expr.Tuple e) {
            addElements(parts, e.elements());
        } else if (expression instanceof Expr.Slice e) {
            addOptional(parts, e.lower());
            addOptional(parts, e.upper());
            addOptional(parts, e.step());
        }
        return parts;
    }

    private static void addElements(List<Expr> parts, List<Expr> elements) {
        for (Expr element : elements) {
            parts.add(element instanceof Expr.Starred starred ? starred.value() : element);
        }
    }

    private static void addOptional(List<Expr> parts, Expr expression) {
        if (expression != null) {
            parts.add(expression);
        }
    }
}
