package org.picklejar.syntax;

import java.util.ArrayList;
import java.util.List;
import org.picklejar.source.Diagnostic;
import org.picklejar.source.Span;

/** Statements with a body. */
final class CompoundParser {
    private final TokenCursor in;
    private final ExpressionParser expressions;
    private final PatternParser patterns;
    private final StatementParser statements;

    CompoundParser(TokenCursor in, ExpressionParser expressions, StatementParser statements) {
        this.in = in;
        this.expressions = expressions;
        this.patterns = new PatternParser(in, expressions);
        this.statements = statements;
    }

    /** The compound statement at the cursor, or null when there is none. */
    Stmt statement() {
        Token start = in.current;
        return switch (start.kind()) {
            case IF -> ifStatement();
            case WHILE -> whileStatement();
            case FOR -> forStatement(start, false);
            case TRY -> tryStatement();
            case WITH -> with(start, false);
            case DEF -> function(start, List.of(), false);
            case CLASS -> classDefinition(List.of());
            case AT -> decorated();
            case ASYNC -> asynchronous(List.of());
            case NAME -> start.isName("match") && startsMatch() ? match() : null;
            default -> null;
        };
    }

    private Stmt asynchronous(List<Expr> decorators) {
        Token start = in.advance();
        return switch (in.current.kind()) {
            case DEF -> function(start, decorators, true);
            case FOR -> forStatement(start, true);
            case WITH -> with(start, true);
            default -> throw in.unexpected();
        };
    }

    // ---- blocks ----

    /** The colon of a statement with a body, for which CPython has a message when it is missing at the end of a line. */
    private void colon() {
        if (in.at(TokenKind.NEWLINE)) {
            throw in.error("expected ':'", in.current.span());
        }
        in.expect(TokenKind.COLON);
    }

    /** @param owner how messages name the statement, such as "'if' statement" */
    private List<Stmt> block(String owner, Token start) {
        List<Stmt> body = new ArrayList<>();
        if (!in.at(TokenKind.NEWLINE)) {
            statements.simpleStatements(body);
            return List.copyOf(body);
        }
        in.advance();
        if (!in.at(TokenKind.INDENT)) {
            throw in.indentationError("expected an indented block after " + owner + " on line " + start.line());
        }
        in.advance();
        do {
            statements.statement(body);
        } while (!in.at(TokenKind.DEDENT) && !in.at(TokenKind.END));
        in.accept(TokenKind.DEDENT);
        return List.copyOf(body);
    }

    private List<Stmt> elseBlock() {
        if (!in.at(TokenKind.ELSE)) {
            return List.of();
        }
        Token start = in.advance();
        in.demand(TokenKind.COLON);
        return block("'else' statement", start);
    }

    // ---- if, while, for ----

    private record Branch(Token start, Expr test, List<Stmt> body) {}

    /** Reads all branches first and nests them afterwards, so that a long chain of {@code elif} needs no deep stack. */
    private Stmt ifStatement() {
        List<Branch> branches = new ArrayList<>();
        do {
            Token start = in.advance();
            Expr test = expressions.namedExpression();
            colon();
            branches.add(new Branch(start, test, block("'" + start.kind().text + "' statement", start)));
        } while (in.at(TokenKind.ELIF));
        List<Stmt> orElse = elseBlock();
        for (int i = branches.size() - 1; i > 0; i--) {
            Branch branch = branches.get(i);
            orElse = List.of(new Stmt.If(in.spanFrom(branch.start), branch.test, branch.body, orElse));
        }
        Branch first = branches.get(0);
        return new Stmt.If(in.spanFrom(first.start), first.test, first.body, orElse);
    }

    private Stmt whileStatement() {
        Token start = in.advance();
        Expr test = expressions.namedExpression();
        colon();
        List<Stmt> body = block("'while' statement", start);
        List<Stmt> orElse = elseBlock();
        return new Stmt.While(in.spanFrom(start), test, body, orElse);
    }

    private Stmt forStatement(Token start, boolean isAsync) {
        Token keyword = in.expect(TokenKind.FOR);
        Expr target = expressions.forTargets(false);
        in.expect(TokenKind.IN);
        Expr iter = expressions.starExpressions();
        colon();
        List<Stmt> body = block("'for' statement", keyword);
        List<Stmt> orElse = elseBlock();
        return new Stmt.For(in.spanFrom(start), target, iter, body, orElse, isAsync);
    }

    // ---- with ----

    private Stmt with(Token start, boolean isAsync) {
        Token keyword = in.expect(TokenKind.WITH);
        List<Node.WithItem> items = in.at(TokenKind.LPAR) ? parenthesizedItems() : null;
        if (items == null) {
            items = new ArrayList<>();
            do {
                items.add(withItem());
            } while (in.accept(TokenKind.COMMA));
        }
        colon();
        List<Stmt> body = block("'with' statement", keyword);
        return new Stmt.With(in.spanFrom(start), List.copyOf(items), body, isAsync);
    }

    /** {@code (a as b, c)} before a colon, or null when the parenthesis is part of an expression. */
    private List<Node.WithItem> parenthesizedItems() {
        int mark = in.mark();
        int nesting = in.nesting();
        boolean wasDiagnosing = in.diagnosing;
        List<Node.WithItem> items = new ArrayList<>();
        in.diagnosing = wasDiagnosing && hasAsWithinParentheses();
        try {
            in.advance();
            do {
                if (in.at(TokenKind.RPAR) && !items.isEmpty()) {
                    break;
                }
                items.add(withItem());
            } while (in.accept(TokenKind.COMMA));
            if (in.accept(TokenKind.RPAR) && (in.at(TokenKind.COLON) || in.diagnosing && in.at(TokenKind.NEWLINE))) {
                return items;
            }
        } catch (Diagnostic misfit) {
            if (misfit == in.lexicalError
                    || in.diagnosing && !misfit.getMessage().equals("invalid syntax")) {
                throw misfit;
            }
        } finally {
            in.diagnosing = wasDiagnosing;
        }
        in.reset(mark);
        in.setNesting(nesting);
        return null;
    }

    private boolean hasAsWithinParentheses() {
        int depth = in.current.level();
        for (int i = 1; in.peek(i).level() >= depth; i++) {
            if (in.peek(i).kind() == TokenKind.AS) {
                return true;
            }
            if (in.peek(i) == in.last()) {
                return false;
            }
        }
        return false;
    }

    private Node.WithItem withItem() {
        Token start = in.current;
        Expr context = expressions.expression();
        Expr target = null;
        if (in.accept(TokenKind.AS)) {
            Expr value = expressions.starOperand();
            if (!in.at(TokenKind.COMMA)
                    && !in.at(TokenKind.RPAR)
                    && !in.at(TokenKind.COLON)
                    && !in.at(TokenKind.NEWLINE)) {
                throw in.unexpected();
            }
            target = TargetChecker.toTarget(value, Expr.Context.STORE, in, "cannot assign to ");
        }
        return new Node.WithItem(in.spanFrom(start), context, target);
    }

    // ---- try ----

    private Stmt tryStatement() {
        Token start = in.advance();
        in.demand(TokenKind.COLON);
        List<Stmt> body = block("'try' statement", start);
        List<Node.ExceptHandler> handlers = new ArrayList<>();
        Boolean isStar = null;
        while (in.at(TokenKind.EXCEPT)) {
            Token except = in.advance();
            boolean hasStar = in.accept(TokenKind.STAR);
            handlers.add(handler(except, hasStar));
            if (isStar != null && isStar != hasStar) {
                throw in.error("cannot have both 'except' and 'except*' on the same 'try'", except.span());
            }
            isStar = hasStar;
        }
        List<Stmt> orElse = handlers.isEmpty() ? List.of() : elseBlock();
        List<Stmt> finallyBody = List.of();
        if (in.at(TokenKind.FINALLY)) {
            Token keyword = in.advance();
            in.demand(TokenKind.COLON);
            finallyBody = block("'finally' statement", keyword);
        } else if (handlers.isEmpty()) {
            throw in.error("expected 'except' or 'finally' block", in.current.span());
        }
        return new Stmt.Try(
                in.spanFrom(start), body, List.copyOf(handlers), orElse, finallyBody, isStar != null && isStar);
    }

    private Node.ExceptHandler handler(Token start, boolean isStar) {
        String owner = isStar ? "'except*' statement" : "'except' statement";
        Expr type = null;
        String name = null;
        if (isStar && (in.at(TokenKind.COLON) || in.at(TokenKind.NEWLINE))) {
            throw in.error("expected one or more exception types", in.current.span());
        }
        if (!in.at(TokenKind.COLON) && !in.at(TokenKind.NEWLINE)) {
            Token first = in.current;
            type = expressions.expression();
            name = LegacyForms.exceptName(in);
            if (in.at(TokenKind.COMMA)) {
                rejectBareTypes(first);
            }
            if (name == null && in.accept(TokenKind.AS)) {
                name = in.expect(TokenKind.NAME).name();
            }
        }
        colon();
        List<Stmt> body = block(owner, start);
        return new Node.ExceptHandler(in.spanFrom(start), type, name, body);
    }

    private void rejectBareTypes(Token first) {
        Token comma = in.advance();
        if (in.current.kind().startsExpression()) {
            expressions.starExpressions();
            Span span = in.spanFrom(first);
            if (in.at(TokenKind.AS)) {
                in.advance();
                in.expect(TokenKind.NAME);
            }
            if (in.at(TokenKind.COLON)) {
                throw in.error("multiple exception types must be parenthesized", span);
            }
        }
        throw in.source.diagnostic(Diagnostic.Kind.SYNTAX, "invalid syntax", comma.span());
    }

    // ---- functions and classes ----

    private Stmt decorated() {
        List<Expr> decorators = new ArrayList<>();
        while (in.accept(TokenKind.AT)) {
            decorators.add(expressions.namedExpression());
            in.expect(TokenKind.NEWLINE);
        }
        return switch (in.current.kind()) {
            case DEF -> function(in.current, List.copyOf(decorators), false);
            case CLASS -> classDefinition(List.copyOf(decorators));
            case ASYNC -> {
                if (in.next() != TokenKind.DEF) {
                    throw in.unexpected();
                }
                yield asynchronous(List.copyOf(decorators));
            }
            default -> throw in.unexpected();
        };
    }

    private Stmt function(Token start, List<Expr> decorators, boolean isAsync) {
        Token keyword = in.expect(TokenKind.DEF);
        String name = in.expect(TokenKind.NAME).name();
        List<Node.TypeParam> typeParams = expressions.parameters().typeParameters();
        in.demand(TokenKind.LPAR);
        Node.Arguments args = expressions.parameters().functionParameters();
        in.expect(TokenKind.RPAR);
        Expr returns = in.accept(TokenKind.ARROW) ? expressions.expression() : null;
        in.demand(TokenKind.COLON);
        List<Stmt> body = block("function definition", keyword);
        return new Stmt.FunctionDef(in.spanFrom(start), name, typeParams, args, body, decorators, returns, isAsync);
    }

    private Stmt classDefinition(List<Expr> decorators) {
        Token start = in.expect(TokenKind.CLASS);
        String name = in.expect(TokenKind.NAME).name();
        List<Node.TypeParam> typeParams = expressions.parameters().typeParameters();
        ArgumentParser.Parsed arguments = in.at(TokenKind.LPAR)
                ? expressions.atoms().arguments().parenthesized(false)
                : new ArgumentParser.Parsed(List.of(), List.of());
        colon();
        List<Stmt> body = block("class definition", start);
        return new Stmt.ClassDef(
                in.spanFrom(start), name, typeParams, arguments.args(), arguments.keywords(), body, decorators);
    }

    // ---- match ----

    /** Whether the name {@code match} at the cursor is a keyword: its logical line is no expression, or ends with a colon. */
    private boolean startsMatch() {
        Token next = in.peek(1);
        switch (next.kind()) {
            case NAME, NUMBER, STRING, FSTRING_START, LBRACE, ELLIPSIS, TILDE, FALSE, NONE, TRUE, AWAIT, LAMBDA -> {
                return true;
            }
            case NOT -> {
                if (in.peek(2).kind() != TokenKind.IN) {
                    return true;
                }
            }
            case LPAR, LSQB, MINUS, PLUS, STAR -> {
                // an expression such as match(x), unless a block follows
            }
            default -> {
                return false;
            }
        }
        int i = 1;
        while (in.peek(i).kind() != TokenKind.NEWLINE && in.peek(i) != in.last()) {
            i++;
        }
        return in.peek(i - 1).kind() == TokenKind.COLON && i > 2;
    }

    private Stmt match() {
        Token start = in.advance();
        Expr subject = subject();
        colon();
        in.expect(TokenKind.NEWLINE);
        if (!in.at(TokenKind.INDENT)) {
            throw in.indentationError("expected an indented block after 'match' statement on line " + start.line());
        }
        in.advance();
        List<Node.MatchCase> cases = new ArrayList<>();
        do {
            cases.add(matchCase());
        } while (!in.at(TokenKind.DEDENT) && !in.at(TokenKind.END));
        in.accept(TokenKind.DEDENT);
        return new Stmt.Match(in.spanFrom(start), subject, List.copyOf(cases));
    }

    private Expr subject() {
        Token start = in.current;
        Expr first = expressions.starNamedExpression();
        if (!in.at(TokenKind.COMMA)) {
            if (first instanceof Expr.Starred) {
                throw in.unexpected();
            }
            return first;
        }
        List<Expr> elements = new ArrayList<>();
        elements.add(first);
        while (in.accept(TokenKind.COMMA) && in.current.kind().startsExpression()) {
            elements.add(expressions.starNamedExpression());
        }
        return new Expr.Tuple(in.spanFrom(start), List.copyOf(elements), Expr.Context.LOAD);
    }

    private Node.MatchCase matchCase() {
        if (!in.atName("case")) {
            throw in.unexpected();
        }
        Token start = in.advance();
        Pattern pattern = patterns.patterns();
        Expr guard = in.accept(TokenKind.IF) ? expressions.namedExpression() : null;
        colon();
        List<Stmt> body = block("'case' statement", start);
        return new Node.MatchCase(in.spanFrom(start), pattern, guard, body);
    }
}
