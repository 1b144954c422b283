package org.picklejar.compile;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.picklejar.syntax.Expr;
import org.picklejar.syntax.Expr.Attribute;
import org.picklejar.syntax.Expr.Name;
import org.picklejar.syntax.Expr.Tuple;
import org.picklejar.syntax.Stmt;

/** The names that the methods of a class assign on self: {@code __static_attributes__}. */
final class StaticAttributes {
    private StaticAttributes() {}

    static Set<String> of(Stmt.ClassDef d) {
        Set<String> out = new TreeSet<>();
        for (Stmt s : d.body()) {
            if (s instanceof Stmt.FunctionDef f) {
                collect(f.body(), "self", out);
            }
        }
        return out;
    }

    private static void collect(List<Stmt> body, String self, Set<String> out) {
        for (Stmt s : body) {
            if (s instanceof Stmt.Assign a) {
                a.targets().forEach(t -> target(t, self, out));
            } else if (s instanceof Stmt.AugAssign a) {
                target(a.target(), self, out);
            } else if (s instanceof Stmt.AnnAssign a) {
                target(a.target(), self, out);
            } else if (s instanceof Stmt.If i) {
                collect(i.body(), self, out);
                collect(i.orElse(), self, out);
            } else if (s instanceof Stmt.For f) {
                target(f.target(), self, out);
                collect(f.body(), self, out);
                collect(f.orElse(), self, out);
            } else if (s instanceof Stmt.While w) {
                collect(w.body(), self, out);
                collect(w.orElse(), self, out);
            } else if (s instanceof Stmt.With w) {
                collect(w.body(), self, out);
            } else if (s instanceof Stmt.Try t) {
                collect(t.body(), self, out);
                t.handlers().forEach(h -> collect(h.body(), self, out));
                collect(t.orElse(), self, out);
                collect(t.finallyBody(), self, out);
            }
        }
    }

    private static void target(Expr e, String self, Set<String> out) {
        if (e instanceof Attribute a && a.value() instanceof Name n && n.id().equals(self)) {
            out.add(a.name());
        } else if (e instanceof Tuple t) {
            t.elements().forEach(x -> target(x, self, out));
        }
    }
}
