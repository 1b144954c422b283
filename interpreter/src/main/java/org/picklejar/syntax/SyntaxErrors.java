package org.picklejar.syntax;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.picklejar.source.Diagnostic;

/**
 * The usual mistakes, with the messages of CPython 3.13. The checks run in the second pass only; each returns quietly when
 * the mistake is not the one it knows.
 */
final class SyntaxErrors {
    private static final Set<String> SOFT_KEYWORDS = Set.of("_", "case", "match", "type");

    private static final Map<Class<? extends Expr>, String> KINDS = Map.ofEntries(
            Map.entry(Expr.Attribute.class, "attribute"), Map.entry(Expr.Subscript.class, "subscript"),
            Map.entry(Expr.Starred.class, "starred"), Map.entry(Expr.Name.class, "name"),
            Map.entry(Expr.ListDisplay.class, "list"), Map.entry(Expr.Tuple.class, "tuple"),
            Map.entry(Expr.Lambda.class, "lambda"), Map.entry(Expr.Call.class, "function call"),
            Map.entry(Expr.GeneratorExp.class, "generator expression"), Map.entry(Expr.Yield.class, "yield expression"),
            Map.entry(Expr.YieldFrom.class, "yield expression"), Map.entry(Expr.Await.class, "await expression"),
            Map.entry(Expr.ListComp.class, "list comprehension"), Map.entry(Expr.SetComp.class, "set comprehension"),
            Map.entry(Expr.DictComp.class, "dict comprehension"), Map.entry(Expr.Dict.class, "dict literal"),
            Map.entry(Expr.SetDisplay.class, "set display"), Map.entry(Expr.JoinedStr.class, "f-string expression"),
            Map.entry(Expr.FormattedValue.class, "f-string expression"), Map.entry(Expr.Compare.class, "comparison"),
            Map.entry(Expr.IfExp.class, "conditional expression"), Map.entry(Expr.NamedExpr.class, "named expression"));

    private final TokenCursor in;
    private final ExpressionParser expressions;

    SyntaxErrors(TokenCursor in, ExpressionParser expressions) {
        this.in = in;
        this.expressions = expressions;
    }

    /** How messages name a kind of expression. */
    static String describe(Expr expr) {
        if (expr instanceof Expr.Constant constant) {
            Object value = constant.value();
            if (value == null) {
                return "None";
            }
            if (value instanceof Boolean flag) {
                return flag ? "True" : "False";
            }
            return value == Expr.Constant.ELLIPSIS ? "ellipsis" : "literal";
        }
        return KINDS.getOrDefault(expr.getClass(), "expression");
    }

    /** What a trial parse does; its Diagnostic means that it does not fit here. */
    private interface Trial {
        void run();
    }

    /** Whether the trial succeeds from the cursor; moves the cursor only then. */
    private boolean fits(boolean whileDiagnosing, Trial trial) {
        int mark = in.mark();
        int nesting = in.nesting();
        boolean wasDiagnosing = in.diagnosing;
        in.diagnosing = whileDiagnosing;
        try {
            trial.run();
            return true;
        } catch (Diagnostic misfit) {
            if (misfit == in.lexicalError
                    || whileDiagnosing && !misfit.getMessage().equals("invalid syntax")) {
                throw misfit;
            }
            in.reset(mark);
            in.setNesting(nesting);
            return false;
        } finally {
            in.diagnosing = wasDiagnosing;
        }
    }

    /** {@code a b} within brackets. */
    void checkMissingComma(Token start, Expr first) {
        if (!in.current.kind().startsExpression() || in.at(TokenKind.STAR) || isAmbiguousStart(start)) {
            return;
        }
        int mark = in.mark();
        if (fits(false, expressions::expression)) {
            Token last = in.previous();
            boolean isCommand = first instanceof Expr.Name name && isLegacyStatement(name.id());
            in.reset(mark);
            if (last.level() > 0 && !isCommand) {
                throw in.error("invalid syntax. Perhaps you forgot a comma?", start.to(last));
            }
        }
    }

    private boolean isAmbiguousStart(Token start) {
        if (start.kind() != TokenKind.NAME) {
            return false;
        }
        boolean isLonePrefix = in.previous() == start && in.at(TokenKind.STRING);
        return isLonePrefix || SOFT_KEYWORDS.contains(start.name());
    }

    private static boolean isLegacyStatement(String name) {
        return name.equals("print") || name.equals("exec");
    }

    /** {@code print x} and {@code exec x}. */
    void checkLegacyCall(Token start) {
        if (start.kind() != TokenKind.NAME
                || in.previous() != start
                || !isLegacyStatement(start.name())
                || !in.current.kind().startsExpression()
                || in.at(TokenKind.LPAR)) {
            return;
        }
        int mark = in.mark();
        if (fits(true, expressions::starExpressions)) {
            Token last = in.previous();
            in.reset(mark);
            throw in.error(
                    "Missing parentheses in call to '" + start.name() + "'. Did you mean " + start.name() + "(...)?",
                    start.to(last));
        }
    }

    /** {@code if x = 1}, {@code f().a := 1}. */
    void checkNamedExpression(Token start, Expr value) {
        if (in.at(TokenKind.COLON_EQUAL)) {
            throw in.error("cannot use assignment expressions with " + describe(value), value.span());
        }
        if (in.at(TokenKind.EQUAL)) {
            checkEqualForComparison(start, value);
        }
    }

    /** An assignment that can only have been meant as a comparison; the cursor is at the {@code =}. */
    void checkEqualForComparison(Token start, Expr value) {
        if (!isOperand(value) || isDisplayOrSingleton(start, value)) {
            return;
        }
        int mark = in.mark();
        in.advance();
        boolean fits = fits(true, () -> expressions.binary(1));
        Token last = in.previous();
        boolean isAssignment = in.at(TokenKind.EQUAL) || in.at(TokenKind.COLON_EQUAL);
        in.reset(mark);
        if (!fits || isAssignment) {
            return;
        }
        if (value instanceof Expr.Name) {
            throw in.error("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", start.to(last));
        }
        throw in.error(
                "cannot assign to " + describe(value) + " here. Maybe you meant '==' instead of '='?", value.span());
    }

    private static boolean isOperand(Expr value) {
        return !(value instanceof Expr.BoolOp
                || value instanceof Expr.Compare
                || value instanceof Expr.Lambda
                || value instanceof Expr.IfExp
                || value instanceof Expr.Starred
                || value instanceof Expr.NamedExpr
                || value instanceof Expr.UnaryOp unary && unary.op() == Operator.Unary.NOT);
    }

    private static boolean isDisplayOrSingleton(Token start, Expr value) {
        return switch (start.kind()) {
            case LSQB -> !(value instanceof Expr.ListComp);
            case LPAR -> value instanceof Expr.Tuple || value instanceof Expr.GeneratorExp;
            case TRUE, FALSE, NONE -> true;
            default -> false;
        };
    }

    /** {@code (**x)}. */
    void checkDoubleStarredGroup() {
        Token stars = in.advance();
        if (fits(true, expressions::expression) && in.at(TokenKind.RPAR)) {
            throw in.error("cannot use double starred expression here", stars.span());
        }
    }

    /** {@code a + not b}; the cursor is at the {@code not}. */
    void checkNotAfterOperator() {
        Token not = in.current;
        if (fits(true, expressions::inversion)) {
            throw in.error("'not' after an operator must be parenthesized", not.to(in.previous()));
        }
    }

    /** What follows a star in arguments and subscripts. */
    Expr starOperand(Supplier<Expr> rule) {
        if (!in.diagnosing) {
            return rule.get();
        }
        try {
            return rule.get();
        } catch (Diagnostic misfit) {
            if (misfit != in.lexicalError && misfit.getMessage().equals("invalid syntax")) {
                throw in.error("Invalid star expression", in.current.span());
            }
            throw misfit;
        }
    }
}
