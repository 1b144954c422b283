package org.picklejar.syntax;

import java.util.ArrayList;
import java.util.List;

/** Turns an expression that was read into a target of assignment or deletion, or says why it cannot be one. */
final class TargetChecker {
    private TargetChecker() {}

    /**
     * The expression as a target.
     *
     * @param complaint "cannot assign to " or "cannot delete ", put in front of what is wrong
     */
    static Expr toTarget(Expr expr, Expr.Context context, TokenCursor in, String complaint) {
        Expr invalid = invalidTarget(expr, context);
        if (invalid != null) {
            throw in.error(complaint + SyntaxErrors.describe(invalid), invalid.span());
        }
        return withContext(expr, context);
    }

    /** The first part of the expression that cannot be a target, or null. */
    static Expr invalidTarget(Expr expr, Expr.Context context) {
        if (expr instanceof Expr.Name || expr instanceof Expr.Attribute || expr instanceof Expr.Subscript) {
            return null;
        }
        if (expr instanceof Expr.Starred starred) {
            return context == Expr.Context.DEL ? expr : invalidTarget(starred.value(), context);
        }
        if (expr instanceof Expr.ListDisplay list) {
            return invalidAmong(list.elements(), context);
        }
        if (expr instanceof Expr.Tuple tuple) {
            return invalidAmong(tuple.elements(), context);
        }
        return expr;
    }

    private static Expr invalidAmong(List<Expr> elements, Expr.Context context) {
        for (Expr element : elements) {
            Expr invalid = invalidTarget(element, context);
            if (invalid != null) {
                return invalid;
            }
        }
        return null;
    }

    static boolean isSingleTarget(Expr expr) {
        return expr instanceof Expr.Name || expr instanceof Expr.Attribute || expr instanceof Expr.Subscript;
    }

    /** A copy of a valid target with the context. */
    static Expr withContext(Expr expr, Expr.Context context) {
        if (expr instanceof Expr.Name name) {
            return new Expr.Name(name.span(), name.id(), context);
        }
        if (expr instanceof Expr.Attribute attribute) {
            return new Expr.Attribute(attribute.span(), attribute.value(), attribute.name(), context);
        }
        if (expr instanceof Expr.Subscript subscript) {
            return new Expr.Subscript(subscript.span(), subscript.value(), subscript.index(), context);
        }
        if (expr instanceof Expr.Starred starred) {
            return new Expr.Starred(starred.span(), withContext(starred.value(), context), context);
        }
        if (expr instanceof Expr.ListDisplay list) {
            return new Expr.ListDisplay(list.span(), withContext(list.elements(), context), context);
        }
        if (expr instanceof Expr.Tuple tuple) {
            return new Expr.Tuple(tuple.span(), withContext(tuple.elements(), context), context);
        }
        throw new IllegalArgumentException("not a target: " + expr);
    }

    private static List<Expr> withContext(List<Expr> elements, Expr.Context context) {
        List<Expr> copies = new ArrayList<>(elements.size());
        for (Expr element : elements) {
            copies.add(withContext(element, context));
        }
        return List.copyOf(copies);
    }
}
