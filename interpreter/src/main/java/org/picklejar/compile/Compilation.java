package org.picklejar.compile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import org.picklejar.code.CodeObject;
import org.picklejar.code.Op;
import org.picklejar.source.Diagnostic;
import org.picklejar.source.ProgramWarning;
import org.picklejar.source.Span;
import org.picklejar.symbols.ContextChecker;
import org.picklejar.symbols.Scope;
import org.picklejar.symbols.SymbolTable;
import org.picklejar.syntax.Expr;
import org.picklejar.syntax.Node;
import org.picklejar.syntax.Stmt;

/** Compiles one program text. */
public final class Compilation {
    final String fileName;
    final SymbolTable symbols;
    private final String[] lines;
    /** Whether the text has an assignment expression anywhere: locals may then change in mid-expression. */
    final boolean hasWalrus;

    boolean futureAnnotations;
    /** Whether {@code __debug__} is true: asserts are compiled. */
    final boolean debug;

    private Compilation(Node.Mod tree, String text, String fileName, Options options) {
        this.fileName = fileName;
        this.lines = text.split("\n", -1);
        this.hasWalrus = text.isEmpty() || text.contains(":=");
        this.futureAnnotations = options.futureAnnotations();
        this.debug = options.debug();
        this.symbols = SymbolTable.build(tree, fileName, text);
    }

    /**
     * @param futureAnnotations annotations are kept as text ({@code from __future__ import annotations})
     * @param debug whether assert statements are compiled
     * @param displayLast of a module: whether the value of a last expression statement is displayed, as in a notebook cell
     * @param topLevelAwait whether a module may await; its code is a coroutine then
     */
    public record Options(boolean futureAnnotations, boolean debug, boolean displayLast, boolean topLevelAwait) {
        public static final Options DEFAULT = new Options(false, true, false, false);
        public static final Options CELL = new Options(false, true, true, true);
    }

    /**
     * Makes the code of a module, an interactive input or an expression.
     *
     * @param warnings gets what is valid and odd
     * @throws Diagnostic when the program is not valid
     */
    public static CodeObject compile(
            Node.Mod tree, String text, String fileName, Options options, List<ProgramWarning> warnings) {
        Compilation c = new Compilation(tree, text, fileName, options);
        ContextChecker.check(tree, c.symbols, fileName, text, options.topLevelAwait(), warnings);
        Unit u = new Unit(c, null, c.symbols.scopeOf(tree), "<module>");
        u.firstLine = 1;
        u.declareVariables();
        if (tree instanceof Node.Expression e) {
            u.firstLine = e.body().span().line();
            int r = u.expressions.value(e.body());
            u.at(e.body().span());
            u.emit(Op.RETURN, -1, r, 0);
            return u.finish();
        }
        List<Stmt> body = tree instanceof Node.Module m ? m.body() : ((Node.Interactive) tree).body();
        c.futureAnnotations |= importsAnnotations(body);
        String doc = tree instanceof Node.Module ? Statements.docstring(body) : null;
        if (doc != null && !options.displayLast()) {
            u.at(body.get(0).span());
            u.names.store("__doc__", u.expressions.load(doc));
            body = body.subList(1, body.size());
        }
        if (Statements.hasAnnotations(body)) {
            u.emit(Op.SETUP_ANNOTATIONS, u.temp(), 0, 0);
        }
        if (u.scope.isCoroutine()) {
            u.flags |= CodeObject.COROUTINE;
        }
        boolean interactive = tree instanceof Node.Interactive;
        for (int i = 0; i < body.size(); i++) {
            Stmt s = body.get(i);
            if (s instanceof Stmt.ExprStmt e && (interactive || options.displayLast() && i == body.size() - 1)) {
                u.at(s.span());
                u.calls.helper("display", u.mark(), List.of(e.value()));
            } else {
                u.statements.statement(s);
            }
        }
        u.statements.returnNone();
        return u.finish();
    }

    private static boolean importsAnnotations(List<Stmt> body) {
        for (Stmt s : body) {
            if (s instanceof Stmt.ImportFrom f
                    && "__future__".equals(f.module())
                    && f.names().stream().anyMatch(a -> a.name().equals("annotations"))) {
                return true;
            }
        }
        return false;
    }

    Diagnostic error(Span span, String message) {
        String line = span.line() >= 1 && span.line() <= lines.length ? lines[span.line() - 1] : null;
        return new Diagnostic(Diagnostic.Kind.SYNTAX, message, fileName, span, line);
    }

    /** Notes the text of a definition in its code: a hash, by which a changed definition is told from the pickled one. */
    void noteSource(CodeObject code, Span span) {
        if (span.line() < 1 || span.endLine() > lines.length) {
            return;
        }
        String source = String.join("\n", Arrays.copyOfRange(lines, span.line() - 1, span.endLine()));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8));
            code.sourceHash = Arrays.copyOf(digest, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean isGeneratorLike(Scope s) {
        return s.isGenerator() || s.isCoroutine();
    }

    static boolean isStarred(List<Expr> elements) {
        return elements.stream().anyMatch(Expr.Starred.class::isInstance);
    }
}
