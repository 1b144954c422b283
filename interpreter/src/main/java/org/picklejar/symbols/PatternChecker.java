package org.picklejar.symbols;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.picklejar.syntax.Expr;
import org.picklejar.syntax.Node;
import org.picklejar.syntax.Pattern;
import org.picklejar.syntax.Stmt;
import org.picklejar.syntax.Unparser;

/** What patterns may not do: bind a name twice, differ between alternatives, or hide the cases after them. */
final class PatternChecker {
    private final Complaints complaints;

    PatternChecker(Complaints complaints) {
        this.complaints = complaints;
    }

    void check(Stmt.Match statement) {
        List<Node.MatchCase> cases = statement.cases();
        for (int i = 0; i < cases.size(); i++) {
            Node.MatchCase matchCase = cases.get(i);
            boolean mayCatchAll = i == cases.size() - 1 || matchCase.guard() != null;
            check(matchCase.pattern(), new LinkedHashSet<>(), mayCatchAll);
        }
    }

    /** Checks a pattern and adds the names that it binds. */
    private void check(Pattern pattern, Set<String> names, boolean mayCatchAll) {
        if (pattern instanceof Pattern.Sequence p) {
            sequence(p, names);
        } else if (pattern instanceof Pattern.Mapping p) {
            mapping(p, names);
        } else if (pattern instanceof Pattern.ClassPattern p) {
            classPattern(p, names);
        } else if (pattern instanceof Pattern.Star p) {
            bind(p.name(), p, names);
        } else if (pattern instanceof Pattern.As p) {
            as(p, names, mayCatchAll);
        } else if (pattern instanceof Pattern.Or p) {
            or(p, names, mayCatchAll);
        }
    }

    private void bind(String name, Pattern where, Set<String> names) {
        if (name == null) {
            return;
        }
        if (name.equals("__debug__")) {
            throw complaints.error("cannot assign to __debug__", where.span());
        }
        if (!names.add(name)) {
            throw complaints.error("multiple assignments to name '" + name + "' in pattern", where.span());
        }
    }

    private void as(Pattern.As pattern, Set<String> names, boolean mayCatchAll) {
        if (pattern.pattern() == null) {
            if (!mayCatchAll) {
                throw complaints.error(
                        pattern.name() == null
                                ? "wildcard makes remaining patterns unreachable"
                                : "name capture '" + pattern.name() + "' makes remaining patterns unreachable",
                        pattern.span());
            }
        } else {
            check(pattern.pattern(), names, mayCatchAll);
        }
        bind(pattern.name(), pattern, names);
    }

    private void or(Pattern.Or pattern, Set<String> names, boolean mayCatchAll) {
        Set<String> common = null;
        List<Pattern> alternatives = pattern.patterns();
        for (int i = 0; i < alternatives.size(); i++) {
            Set<String> bound = new LinkedHashSet<>();
            check(alternatives.get(i), bound, mayCatchAll && i == alternatives.size() - 1);
            if (common != null && !common.equals(bound)) {
                throw complaints.error("alternative patterns bind different names", pattern.span());
            }
            common = bound;
        }
        for (String name : common) {
            bind(name, pattern, names);
        }
    }

    private void sequence(Pattern.Sequence pattern, Set<String> names) {
        boolean sawStar = false;
        for (Pattern item : pattern.patterns()) {
            if (item instanceof Pattern.Star && sawStar) {
                throw complaints.error("multiple starred names in sequence pattern", pattern.span());
            }
            sawStar |= item instanceof Pattern.Star;
            check(item, names, true);
        }
    }

    private void mapping(Pattern.Mapping pattern, Set<String> names) {
        Set<Object> seen = new HashSet<>();
        for (Expr key : pattern.keys()) {
            if (key instanceof Expr.Constant constant && !seen.add(identity(constant.value()))) {
                throw complaints.error(
                        "mapping pattern checks duplicate key (" + display(constant.value()) + ")", pattern.span());
            }
        }
        pattern.patterns().forEach(item -> check(item, names, true));
        bind(pattern.rest(), pattern, names);
    }

    /** Equal as keys of a Python dict: numbers by value, whatever their type. */
    private static Object identity(Object value) {
        if (value instanceof Boolean flag) {
            return flag ? 1.0 : 0.0;
        }
        if (value instanceof byte[] bytes) {
            List<Byte> list = new ArrayList<>();
            for (byte b : bytes) {
                list.add(b);
            }
            return list;
        }
        return value instanceof Long number && Math.abs(number) < 1L << 53 ? (Object) number.doubleValue() : value;
    }

    private static String display(Object value) {
        return Unparser.literal(value);
    }

    private void classPattern(Pattern.ClassPattern pattern, Set<String> names) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < pattern.keywordNames().size(); i++) {
            String name = pattern.keywordNames().get(i);
            if (!seen.add(name)) {
                throw complaints.error(
                        "attribute name repeated in class pattern: " + name,
                        pattern.keywordPatterns().get(i).span());
            }
        }
        pattern.patterns().forEach(item -> check(item, names, true));
        pattern.keywordPatterns().forEach(item -> check(item, names, true));
    }
}
