package org.picklejar.symbols;

import java.util.List;
import java.util.Set;
import org.picklejar.syntax.Expr;
import org.picklejar.syntax.Node;
import org.picklejar.syntax.Stmt;

/** The rules of {@code from __future__ import}: known features only, at the top only. */
final class FutureImports {
    private static final Set<String> FEATURES = Set.of(
            "nested_scopes",
            "generators",
            "division",
            "absolute_import",
            "with_statement",
            "print_function",
            "unicode_literals",
            "barry_as_FLUFL",
            "generator_stop",
            "annotations");

    private final Complaints complaints;

    FutureImports(Complaints complaints) {
        this.complaints = complaints;
    }

    void check(List<Stmt> body) {
        boolean atTop = true;
        for (int i = 0; i < body.size(); i++) {
            Stmt statement = body.get(i);
            if (statement instanceof Stmt.ImportFrom from && "__future__".equals(from.module()) && from.level() == 0) {
                if (!atTop) {
                    throw complaints.error(
                            "from __future__ imports must occur at the beginning of the file", from.span());
                }
                features(from);
            } else {
                atTop &= i == 0 && isDocstring(statement);
            }
        }
    }

    private void features(Stmt.ImportFrom from) {
        for (Node.Alias alias : from.names()) {
            if (alias.name().equals("braces")) {
                throw complaints.error("not a chance", alias.span());
            }
            if (!FEATURES.contains(alias.name())) {
                throw complaints.error("future feature " + alias.name() + " is not defined", alias.span());
            }
        }
    }

    private static boolean isDocstring(Stmt statement) {
        return statement instanceof Stmt.ExprStmt s
                && s.value() instanceof Expr.Constant constant
                && constant.value() instanceof String;
    }
}
