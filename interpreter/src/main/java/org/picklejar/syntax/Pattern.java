package org.picklejar.syntax;

import java.util.List;
import org.picklejar.source.Span;

/** A pattern of a {@code case}. */
public sealed interface Pattern extends Node.PatternNode {
    record Value(Span span, Expr value) implements Pattern {}

    /** None, True or False. */
    record Singleton(Span span, Object value) implements Pattern {}

    record Sequence(Span span, List<Pattern> patterns) implements Pattern {}

    /** @param rest name that takes the remaining items, or null */
    record Mapping(Span span, List<Expr> keys, List<Pattern> patterns, String rest) implements Pattern {}

    record ClassPattern(
            Span span, Expr cls, List<Pattern> patterns, List<String> keywordNames, List<Pattern> keywordPatterns)
            implements Pattern {}

    /** @param name null for {@code *_} */
    record Star(Span span, String name) implements Pattern {}

    /** @param pattern null for a bare capture; name null for the wildcard {@code _} */
    record As(Span span, Pattern pattern, String name) implements Pattern {}

    record Or(Span span, List<Pattern> patterns) implements Pattern {}
}
