package org.picklejar.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.picklejar.source.Diagnostic;

/** The Python 2 forms, and what they are read as. */
class LegacyFormsTest {
    private static final ParseOptions LEGACY = new ParseOptions(true);

    private static String shape(String text, ParseOptions options) {
        return TreeDump.shape(Parser.parseModule(text, "<test>", options));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        print                   | print()
        print a, b              | print(a, b)
        print a, b,             | print(a, b, end=' ')
        print >>f, a            | print(a, file=f)
        print >>f               | print(file=f)
        print (a)               | print(a)
        print (a), b            | print(a, b)
        print (a, b)            | print((a, b))
        print ()                | print(())
        print "%d" % x          | print("%d" % x)
        print(a, end="")        | print(a, end="")
        print -1                | print(-1)
        exec c                  | exec(c)
        exec c in g             | exec(c, g)
        exec c in g, l          | exec(c, g, l)
        exec(c, g)              | exec(c, g)
        raise E, v              | raise E(v)
        raise E, None           | raise E()
        raise E, (a, b)         | raise E(a, b)
        raise E, v, tb          | raise E(v).with_traceback(tb)
        x = `a, b`              | x = repr((a, b))
        a <> b                  | a != b
        x = 0777                | x = 0o777
        x = 10L + 0xFFL         | x = 10 + 0xFF
        x = ur'a\\d'            | x = r'a\\d'
        if x: print a; y        | if x: print(a); y
        """, quoteCharacter = '\1')
    void readAsPython3(String legacy, String modern) {
        assertEquals(shape(modern, ParseOptions.DEFAULT), shape(legacy, LEGACY));
    }

    @Test
    void exceptWithCommaBindsTheName() {
        assertEquals(
                shape("try: pass\nexcept (A, B) as e: pass\n", ParseOptions.DEFAULT),
                shape("try: pass\nexcept (A, B), e: pass\n", LEGACY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        print = 5
        print.x
        x = print
        print(a)(b)
        def f(*, k): return k
        nonlocal_ = [print for x in y]
        """)
    void nothingElseChanges(String text) {
        String modern = text.equals("print(a)(b)") ? "print(a(b))" : text;
        String legacy = text.equals("print(a)(b)") ? "print a(b)" : text;
        assertEquals(shape(modern, ParseOptions.DEFAULT), shape(legacy, LEGACY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        print a
        exec c in g
        raise E, v
        `a`
        a <> b
        10L
        ur'x'
        """)
    void rejectedOtherwise(String text) {
        assertThrows(Diagnostic.class, () -> Parser.parseModule(text, "<test>", ParseOptions.DEFAULT));
    }
}
