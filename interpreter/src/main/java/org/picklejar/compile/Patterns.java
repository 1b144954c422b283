package org.picklejar.compile;

import java.util.ArrayList;
import java.util.List;
import org.picklejar.code.Op;
import org.picklejar.syntax.Node;
import org.picklejar.syntax.Pattern;
import org.picklejar.syntax.Stmt;

/** The match statement. Captured values stay in temporaries until the whole pattern has matched. */
final class Patterns {
    private record Capture(String name, int register) {}

    private final Unit u;

    Patterns(Unit u) {
        this.u = u;
    }

    void match(Stmt.Match m) {
        int subject = u.temp();
        u.expressions.into(m.subject(), subject);
        Unit.Label end = new Unit.Label();
        for (Node.MatchCase c : m.cases()) {
            Unit.Label next = new Unit.Label();
            int mark = u.mark();
            List<Capture> captures = new ArrayList<>();
            pattern(c.pattern(), subject, next, captures);
            for (Capture k : captures) {
                u.names.store(k.name(), k.register());
            }
            u.release(mark);
            if (c.guard() != null) {
                u.expressions.jumpUnless(c.guard(), next);
            }
            u.statements.block(c.body());
            u.jump(Op.JUMP, -1, end);
            u.place(next);
        }
        u.place(end);
    }

    /** Goes to {@code fail} unless R[subject] matches. Registers of captures stay taken. */
    private void pattern(Pattern p, int subject, Unit.Label fail, List<Capture> captures) {
        u.at(p.span());
        if (p instanceof Pattern.Value v) {
            int t = u.temp();
            u.expressions.into(v.value(), t);
            u.at(p.span());
            u.emit(Op.EQ, t, subject, t);
            u.jump(Op.JUMP_IF_FALSE, t, fail);
        } else if (p instanceof Pattern.Singleton s) {
            int t = u.expressions.load(s.value());
            u.emit(Op.IS, t, subject, t);
            u.jump(Op.JUMP_IF_FALSE, t, fail);
        } else if (p instanceof Pattern.As a) {
            if (a.pattern() != null) {
                pattern(a.pattern(), subject, fail, captures);
            }
            capture(a.name(), subject, p, captures);
        } else if (p instanceof Pattern.Or o) {
            or(o, subject, fail, captures);
        } else if (p instanceof Pattern.Sequence s) {
            sequence(s, subject, fail, captures);
        } else if (p instanceof Pattern.Mapping m) {
            mapping(m, subject, fail, captures);
        } else if (p instanceof Pattern.ClassPattern c) {
            classPattern(c, subject, fail, captures);
        } else if (p instanceof Pattern.Star s) {
            capture(s.name(), subject, p, captures);
        }
    }

    private void capture(String name, int subject, Pattern p, List<Capture> captures) {
        if (name == null) {
            return;
        }
        if (captures.stream().anyMatch(c -> c.name().equals(name))) {
            throw u.compilation.error(p.span(), "multiple assignments to name '" + name + "' in pattern");
        }
        int t = u.temp();
        u.emit(Op.MOVE, t, subject, 0);
        captures.add(new Capture(name, t));
    }

    private void or(Pattern.Or o, int subject, Unit.Label fail, List<Capture> captures) {
        Unit.Label matched = new Unit.Label();
        List<Capture> shared = null;
        for (int i = 0; i < o.patterns().size(); i++) {
            boolean last = i == o.patterns().size() - 1;
            Unit.Label next = last ? fail : new Unit.Label();
            List<Capture> own = new ArrayList<>();
            pattern(o.patterns().get(i), subject, next, own);
            if (shared == null) {
                shared = new ArrayList<>();
                for (Capture c : own) {
                    int t = u.temp();
                    shared.add(new Capture(c.name(), t));
                }
            }
            if (own.size() != shared.size()) {
                throw u.compilation.error(o.span(), "alternative patterns bind different names");
            }
            for (Capture s : shared) {
                Capture c = own.stream()
                        .filter(k -> k.name().equals(s.name()))
                        .findFirst()
                        .orElseThrow(() -> u.compilation.error(o.span(), "alternative patterns bind different names"));
                u.emit(Op.MOVE, s.register(), c.register(), 0);
            }
            if (!last) {
                u.jump(Op.JUMP, -1, matched);
                u.place(next);
            }
        }
        u.place(matched);
        for (Capture c : shared) {
            if (captures.stream().anyMatch(k -> k.name().equals(c.name()))) {
                throw u.compilation.error(o.span(), "multiple assignments to name '" + c.name() + "' in pattern");
            }
            captures.add(c);
        }
    }

    private static boolean isWildcard(Pattern p) {
        return p instanceof Pattern.Star s && s.name() == null
                || p instanceof Pattern.As a && a.pattern() == null && a.name() == null;
    }

    private void sequence(Pattern.Sequence s, int subject, Unit.Label fail, List<Capture> captures) {
        int star = -1;
        for (int i = 0; i < s.patterns().size(); i++) {
            if (s.patterns().get(i) instanceof Pattern.Star) {
                if (star >= 0) {
                    throw u.compilation.error(s.span(), "multiple starred expressions in sequence pattern");
                }
                star = i;
            }
        }
        int n = s.patterns().size();
        int t = u.temp();
        u.emit(Op.MATCH_SEQUENCE, t, subject, 0);
        u.jump(Op.JUMP_IF_FALSE, t, fail);
        int length = u.temp();
        if (star < 0 || n > 1) {
            u.emit(Op.GET_LEN, length, subject, 0);
            int count = u.expressions.load((long) (star < 0 ? n : n - 1));
            u.emit(star < 0 ? Op.EQ : Op.GE, t, length, count);
            u.jump(Op.JUMP_IF_FALSE, t, fail);
        }
        if (s.patterns().stream().allMatch(Patterns::isWildcard)) {
            return;
        }
        if (star >= 0 && isWildcard(s.patterns().get(star))) {
            // Only the items that are asked for are fetched (CPython: pattern_helper_sequence_subscr).
            for (int i = 0; i < n; i++) {
                if (isWildcard(s.patterns().get(i))) {
                    continue;
                }
                int item = u.temp();
                int index = u.expressions.load((long) (i < star ? i : n - i));
                if (i > star) {
                    int back = u.temp();
                    u.emit(Op.SUB, back, length, index);
                    index = back;
                }
                u.emit(Op.SUBSCRIPT, item, subject, index);
                pattern(s.patterns().get(i), item, fail, captures);
            }
            return;
        }
        if (star < 0) {
            u.emit(Op.SPREAD, t, subject, n);
        } else {
            u.emit(Op.SPREAD_STAR, t, subject, star << 16 | n - star - 1);
        }
        int base = u.mark();
        for (int i = 0; i < n; i++) {
            u.temp();
        }
        u.emit(Op.UNPACK, base, t, n);
        for (int i = 0; i < n; i++) {
            pattern(s.patterns().get(i), base + i, fail, captures);
        }
    }

    private void mapping(Pattern.Mapping m, int subject, Unit.Label fail, List<Capture> captures) {
        int t = u.temp();
        u.emit(Op.MATCH_MAPPING, t, subject, 0);
        u.jump(Op.JUMP_IF_FALSE, t, fail);
        int n = m.keys().size();
        if (n > 0) {
            u.emit(Op.GET_LEN, t, subject, 0);
            int count = u.expressions.load((long) n);
            u.emit(Op.GE, t, t, count);
            u.jump(Op.JUMP_IF_FALSE, t, fail);
        }
        int keys = u.temp();
        int mark = u.mark();
        int first = u.expressions.consecutive(m.keys());
        u.at(m.span());
        u.emit(Op.BUILD_TUPLE, keys, first, n);
        u.release(mark);
        int values = u.temp();
        if (n > 0) {
            u.calls.helperOf("match_keys", values, subject, keys);
            u.jump(Op.JUMP_IF_NONE, values, fail);
            int base = u.mark();
            for (int i = 0; i < n; i++) {
                u.temp();
            }
            u.emit(Op.UNPACK, base, values, n);
            for (int i = 0; i < n; i++) {
                pattern(m.patterns().get(i), base + i, fail, captures);
            }
        }
        if (m.rest() != null) {
            int rest = u.temp();
            u.calls.helperOf("match_rest", rest, subject, keys);
            capture(m.rest(), rest, m, captures);
        }
    }

    private void classPattern(Pattern.ClassPattern c, int subject, Unit.Label fail, List<Capture> captures) {
        int cls = u.temp();
        u.expressions.into(c.cls(), cls);
        int count = u.expressions.load((long) c.patterns().size());
        List<Object> names = new ArrayList<>(c.keywordNames());
        int keywords = u.expressions.load(names);
        int values = u.temp();
        u.at(c.span());
        u.calls.helperOf("match_class", values, subject, cls, count, keywords);
        u.jump(Op.JUMP_IF_NONE, values, fail);
        int n = c.patterns().size() + c.keywordPatterns().size();
        int base = u.mark();
        for (int i = 0; i < n; i++) {
            u.temp();
        }
        u.emit(Op.UNPACK, base, values, n);
        for (int i = 0; i < n; i++) {
            Pattern p = i < c.patterns().size()
                    ? c.patterns().get(i)
                    : c.keywordPatterns().get(i - c.patterns().size());
            pattern(p, base + i, fail, captures);
        }
    }
}
