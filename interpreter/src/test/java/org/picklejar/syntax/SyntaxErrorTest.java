package org.picklejar.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.picklejar.source.Diagnostic;
import org.picklejar.source.Span;

/** Invalid programs: the messages of CPython 3.13, and what counts as incomplete. */
class SyntaxErrorTest {
    private static Diagnostic error(String text) {
        return assertThrows(Diagnostic.class, () -> Parser.parseModule(text, "<test>", ParseOptions.DEFAULT), text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\1', textBlock = """
        x = = 1                | invalid syntax
        f(a b)                 | invalid syntax. Perhaps you forgot a comma?
        if x:pass;else:pass    | invalid syntax
        while x\\n             | expected ':'
        def f:                 | expected '('
        f() = 1                | cannot assign to function call here. Maybe you meant '==' instead of '='?
        1 = x                  | cannot assign to literal here. Maybe you meant '==' instead of '='?
        None = 1               | cannot assign to None
        (a, f()) = 1           | cannot assign to function call
        if x = 3: pass         | invalid syntax. Maybe you meant '==' or ':=' instead of '='?
        if x.y = 3: pass       | cannot assign to attribute here. Maybe you meant '==' instead of '='?
        a + b += 1             | 'expression' is an illegal expression for augmented assignment
        del f()                | cannot delete function call
        for f() in x: pass     | cannot assign to function call
        print x                | Missing parentheses in call to 'print'. Did you mean print(...)?
        f(a=1, b)              | positional argument follows keyword argument
        f(**a, b)              | positional argument follows keyword argument unpacking
        f(x for x in y, 1)     | Generator expression must be parenthesized
        f(True=1)              | cannot assign to True
        f(a+b=1)               | expression cannot contain assignment, perhaps you meant "=="?
        def f(a=1, b): pass    | parameter without a default follows parameter with a default
        def f(*): pass         | named arguments must follow bare *
        def f((a)): pass       | Function parameters cannot be parenthesized
        [*x for x in y]        | iterable unpacking cannot be used in comprehension
        [a, b for a in c]      | did you forget parentheses around the comprehension target?
        {1: *a}                | cannot use a starred expression in a dictionary value
        {1:}                   | expression expected after dictionary key and ':'
        {1: 2, 3}              | ':' expected after dictionary key
        (*a)                   | cannot use starred expression here
        (a, b): int            | only single target (not tuple) can be annotated
        x if y                 | expected 'else' after 'if' expression
        import a from b        | Did you mean to use 'from ... import ...' instead?
        from a import b,       | trailing comma not allowed without surrounding parentheses
        3 + not 4              | 'not' after an operator must be parenthesized
        )                      | unmatched ')'
        (1]                    | closing parenthesis ']' does not match opening parenthesis '('
        'abc                   | unterminated string literal (detected at line 1)
        1a                     | invalid decimal literal
        0777                   | leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers
        0b12                   | invalid digit '2' in binary literal
        0xz                    | invalid hexadecimal literal
        1__0                   | invalid decimal literal
        x = 5 \u00a3           | invalid character '\u00a3' (U+00A3)
        b'\u00e9'              | bytes can only contain ASCII literal characters
        'a' b'b'               | cannot mix bytes and nonbytes literals
        '\\\\x1'               | (unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: truncated \\\\xXX escape
        f'{}'                  | f-string: valid expression required before '}'
        f'{a b}'               | invalid syntax. Perhaps you forgot a comma?
        f'{a $}'               | f-string: expecting '=', or '!', or ':', or '}'
        f'{a!x}'               | f-string: invalid conversion character 'x': expected 's', 'r', or 'a'
        f'{lambda x:1}'        | f-string: lambda expressions are not allowed without parentheses
        f'}'                   | f-string: single '}' is not allowed
        """)
    void messages(String text, String expected) {
        assertEquals(
                expected.replace("\\\\", "\\"),
                error(text.replace("\\\\", "\\").replace("\\n", "\n")).getMessage());
    }

    @Test
    void messagesAboutBlocksNameTheStatement() {
        Diagnostic missing = error("if x:\npass\n");
        assertEquals("expected an indented block after 'if' statement on line 1", missing.getMessage());
        assertEquals(Diagnostic.Kind.INDENTATION, missing.kind());
        assertEquals(
                "unindent does not match any outer indentation level",
                error("if x:\n    a\n  b\n").getMessage());
        assertEquals("unexpected indent", error("a\n  b\n").getMessage());
        assertEquals(
                "multiple exception types must be parenthesized",
                error("try: pass\nexcept A, B: pass\n").getMessage());
        assertEquals(
                "cannot have both 'except' and 'except*' on the same 'try'",
                error("try: pass\nexcept A: pass\nexcept* B: pass\n").getMessage());
        assertEquals(Diagnostic.Kind.TAB, error("if x:\n        a\n\tb\n").kind());
    }

    @Test
    void diagnosticsQuoteTheLine() {
        Diagnostic found = error("a = 1\nb = = 2\n");
        assertEquals(new Span(2, 4, 2, 5), found.span());
        assertEquals("b = = 2", found.lineText());
        assertEquals("<test>", found.fileName());
    }

    @Test
    void errorsOfTheLexerFurtherDownHavePrecedence() {
        assertEquals(
                "unterminated string literal (detected at line 2)",
                error("x = = 1\n'abc\n").getMessage());
        assertEquals("'(' was never closed", error("a = (1, 2\nb = 3\n").getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(1,",
                "x = [",
                "'''abc",
                "f'''{x}",
                "if x:",
                "if x:\n",
                "def f():\n  # comment\n",
                "class A:\n  def f():\n",
                "x = 1 + \\",
                "x = 1 + \\\n",
                "@decorator\n",
                "try:\n  pass\n",
                "f(a,\n",
                "f'{a +"
            })
    void unfinishedTextsAreIncomplete(String text) {
        assertEquals(Diagnostic.Kind.INCOMPLETE, error(text).kind());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x = ", "f(a b", "'abc", "if x", "1 +", "for x in", "print x", "(1 +* 2"})
    void wrongTextsAreNotIncomplete(String text) {
        Diagnostic.Kind kind = error(text).kind();
        boolean mayBeCured = text.startsWith("f(a b");
        assertEquals(mayBeCured ? Diagnostic.Kind.INCOMPLETE : Diagnostic.Kind.SYNTAX, kind);
    }

    @Test
    void nestingIsLimited() throws InterruptedException {
        assertEquals(
                "too many nested parentheses",
                error("(".repeat(201) + ")".repeat(201)).getMessage());
        StringBuilder deep = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            deep.append(" ".repeat(i)).append("if x:\n");
        }
        assertEquals(
                "too many levels of indentation",
                error(deep + " ".repeat(100) + "pass\n").getMessage());
        String[] messages = new String[3];
        Thread small = new Thread(
                null,
                () -> {
                    messages[0] = error("-".repeat(50_000) + "1").getMessage();
                    messages[1] = error("lambda: ".repeat(50_000) + "1").getMessage();
                    messages[2] = error("2**".repeat(50_000) + "1").getMessage();
                },
                "small stack",
                1 << 20);
        small.start();
        small.join();
        for (String message : messages) {
            assertEquals("too many nested expressions", message);
        }
    }

    @Test
    void oneInteractiveStatementOnly() {
        Diagnostic found =
                assertThrows(Diagnostic.class, () -> Parser.parseInteractive("a\nb\n", "<test>", ParseOptions.DEFAULT));
        assertEquals("multiple statements found while compiling a single statement", found.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        x = 1          | 0
        if x:          | 4
        f(a,           | 4
        if x:\\n    y  | 4
        def f():\\n    return 1 | 0
        """)
    void nextLineIsIndented(String text, int expected) {
        assertEquals(expected, IndentHint.indentForNextLine(text.replace("\\n", "\n")));
    }
}
