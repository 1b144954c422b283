package org.picklejar.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The texts that CPython 3.13 keeps annotations in. */
class UnparserTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\1', textBlock = """
        list[int]            | list[int]
        Dict [ str,int ]     | Dict[str, int]
        (a,)                 | (a,)
        x[(1,)]              | x[1,]
        "it's"               | "it's"
        'a' "b"              | 'ab'
        1.0                  | 1.0
        1e100                | 1e+100
        1e-5                 | 1e-05
        2j                   | 2j
        0x10                 | 16
        (1).real             | 1 .real
        -(a+b)*c             | -(a + b) * c
        (-a)**b              | (-a) ** b
        (a**b)**c            | (a ** b) ** c
        not (a or b)         | not (a or b)
        a<b in c             | a < b in c
        (a if b else c).d    | (a if b else c).d
        lambda: 0            | lambda: 0
        lambda a,/,b=1,*c,d,**e:a | lambda a, /, b=1, *c, d, **e: a
        lambda *a: a         | lambda*a: a
        [x for x in y if z]  | [x for x in y if z]
        f(x for x in y)      | f(x for x in y)
        f(*a, b=c, **d)      | f(*a, b=c, **d)
        {**a, 1: 2}          | {**a, 1: 2}
        {1, 2}               | {1, 2}
        x[1:2, ::3]          | x[1:2, ::3]
        (yield)              | (yield)
        (x := 1)             | (x := 1)
        f'{a!r:>{b}}c'       | f'{a!r:>{b}}c'
        b'\\x00\\''          | b"\\x00'"
        None                 | None
        ...                  | ...
        """)
    void annotations(String source, String expected) {
        Expr tree = Parser.parseExpression("(" + source + ")", "<test>", ParseOptions.DEFAULT)
                .body();
        assertEquals(expected, Unparser.unparse(tree));
    }
}
