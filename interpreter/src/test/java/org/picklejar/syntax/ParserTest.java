package org.picklejar.syntax;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.picklejar.source.Span;

/** Valid programs: the trees and where their nodes stand. */
class ParserTest {
    private static Node.Module module(String text) {
        return Parser.parseModule(text, "<test>", ParseOptions.DEFAULT);
    }

    private static Stmt statement(String text) {
        List<Stmt> body = module(text).body();
        assertEquals(1, body.size());
        return body.get(0);
    }

    private static Expr expression(String text) {
        return Parser.parseExpression(text, "<test>", ParseOptions.DEFAULT).body();
    }

    private static Object constant(String text) {
        return assertInstanceOf(Expr.Constant.class, expression(text)).value();
    }

    private static String shape(String text) {
        return TreeDump.shape(expression(text));
    }

    // ---- literals ----

    @Test
    void numbersHaveTheirSmallestRepresentation() {
        assertEquals(1_000_000L, constant("1_000_000"));
        assertEquals(255L, constant("0xFf"));
        assertEquals(Long.MAX_VALUE, constant("9223372036854775807"));
        assertEquals(new BigInteger("9223372036854775808"), constant("9223372036854775808"));
        assertEquals(8L, constant("0o1_0"));
        assertEquals(5L, constant("0b101"));
        assertEquals(0L, constant("00_0"));
        assertEquals(0.5, constant(".5"));
        assertEquals(1e10, constant("1_0e9"));
        assertEquals(new Expr.Complex(0, 2.5), constant("2.5J"));
    }

    @Test
    void stringEscapesAreDecoded() {
        assertEquals("a\n\t\\'\"\u0007", constant("'a\\n\\t\\\\\\'\\\"\\a'"));
        assertEquals("\u00e9\u20ac\uD83D\uDE00", constant("'\\xe9\\u20ac\\U0001f600'"));
        assertEquals("\u00e9A\0", constant("'\\351\\101\\0'"));
        assertEquals("\u2022", constant("'\\N{BULLET}'"));
        assertEquals("\uD800", constant("'\\ud800'"));
        assertEquals("joined", constant("'joi\\\nned'"));
        assertEquals("\\n\\'", constant("r'\\n\\''"), "raw text keeps its backslashes");
        assertEquals("\\d", constant("'\\d'"), "an unknown escape stays as it is");
    }

    @Test
    void neighbouringStringsAreJoined() {
        assertEquals("abc", constant("'a' \"b\" '''c'''"));
        assertArrayEquals(new byte[] {'a', (byte) 0xff}, (byte[]) constant("b'a' b'\\xff'"));
        assertTrue(((Expr.Constant) expression("u'a' 'b'")).isUnicodePrefixed());
        assertFalse(((Expr.Constant) expression("'a' u'b'")).isUnicodePrefixed());
    }

    @Test
    void singletonsAndEllipsis() {
        assertNull(constant("None"));
        assertEquals(true, constant("True"));
        assertSame(Expr.Constant.ELLIPSIS, constant("..."));
    }

    // ---- f-strings ----

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        f'{x}'           | JoinedStr([FormattedValue(Name("x",LOAD),i-1,null)])
        f'a{x!r}b'       | JoinedStr([Constant("a",false),FormattedValue(Name("x",LOAD),i114,null),Constant("b",false)])
        f'{{}}'          | JoinedStr([Constant("{}",false)])
        f'{x=}'          | JoinedStr([Constant("x=",false),FormattedValue(Name("x",LOAD),i114,null)])
        f'{x:>{w}}'      | JoinedStr([FormattedValue(Name("x",LOAD),i-1,JoinedStr([Constant(">",false),FormattedValue(Name("w",LOAD),i-1,null)]))])
        f'{x:=5}'        | JoinedStr([FormattedValue(Name("x",LOAD),i-1,JoinedStr([Constant("=5",false)]))])
        f"{d["k"]}"      | JoinedStr([FormattedValue(Subscript(Name("d",LOAD),Constant("k",false),LOAD),i-1,null)])
        f'{x != y}'      | JoinedStr([FormattedValue(Compare(Name("x",LOAD),[NE],[Name("y",LOAD)]),i-1,null)])
        f''              | JoinedStr([])
        'a' f'b' 'c'     | JoinedStr([Constant("abc",false)])
        """, quoteCharacter = '\1')
    void formattedStrings(String text, String expected) {
        assertEquals(expected, shape(text));
    }

    @Test
    void replacementFieldsMaySpanLinesAndHoldComments() {
        String text = "f'{\n  x  # the value\n}'";
        assertEquals("JoinedStr([FormattedValue(Name(\"x\",LOAD),i-1,null)])", shape(text));
    }

    // ---- operators ----

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1+2*3      | BinOp(Constant(i1,false),ADD,BinOp(Constant(i2,false),MULT,Constant(i3,false)))
        2**-1      | BinOp(Constant(i2,false),POW,UnaryOp(MINUS,Constant(i1,false)))
        -a**b      | UnaryOp(MINUS,BinOp(Name("a",LOAD),POW,Name("b",LOAD)))
        a-b-c      | BinOp(BinOp(Name("a",LOAD),SUB,Name("b",LOAD)),SUB,Name("c",LOAD))
        a<b not in c | Compare(Name("a",LOAD),[LT,NOT_IN],[Name("b",LOAD),Name("c",LOAD)])
        not a is not b | UnaryOp(NOT,Compare(Name("a",LOAD),[IS_NOT],[Name("b",LOAD)]))
        a or b and c | BoolOp(false,[Name("a",LOAD),BoolOp(true,[Name("b",LOAD),Name("c",LOAD)])])
        a if b else c | IfExp(Name("b",LOAD),Name("a",LOAD),Name("c",LOAD))
        x[*a]      | Subscript(Name("x",LOAD),Tuple([Starred(Name("a",LOAD),LOAD)],LOAD),LOAD)
        x[1:,:2]   | Subscript(Name("x",LOAD),Tuple([Slice(Constant(i1,false),null,null),Slice(null,Constant(i2,false),null)],LOAD),LOAD)
        """)
    void operatorsBindAsInPython(String text, String expected) {
        assertEquals(expected, shape(text));
    }

    @Test
    void argumentsKeepTheirKinds() {
        Expr.Call call = (Expr.Call) expression("f(a, *b, k=c, *d, **e)");
        assertEquals(3, call.args().size());
        assertInstanceOf(Expr.Starred.class, call.args().get(2));
        assertEquals("k", call.keywords().get(0).name());
        assertNull(call.keywords().get(1).name());
    }

    @Test
    void parametersKeepTheirKinds() {
        Node.Arguments args = ((Expr.Lambda) expression("lambda a, /, b, c=1, *, d, e=2, **f: 0")).args();
        assertEquals("a", args.posOnlyArgs().get(0).name());
        assertEquals(2, args.args().size());
        assertEquals(1, args.defaults().size());
        assertNull(args.vararg());
        assertNull(args.kwDefaults().get(0));
        assertEquals(2L, ((Expr.Constant) args.kwDefaults().get(1)).value());
        assertEquals("f", args.kwarg().name());
    }

    // ---- statements ----

    @ParameterizedTest
    @ValueSource(
            strings = {
                "match = type = case = _ = 1\nmatch.x\nmatch[0]\nmatch(x)\nmatch -1\n",
                "with (a, b): pass\nwith (a as b, c as d,): pass\nwith (a, b) as c: pass\nwith (yield): pass\nwith (a).b as c: pass\n",
                "match x:\n    case [1, *_] | {'k': v, **rest} if v: pass\n    case C(a, b=2) as c: pass\n    case -1+2j: pass\n    case a.b: pass\n",
                "try: pass\nexcept* (A, B) as e: pass\nelse: pass\nfinally: pass\n",
                "@a.b[c]\n@(d := e)\nasync def f[T: int = str, *Ts, **P](x: T, *args: *Ts) -> None:\n    async with a as b: pass\n",
                "type A[T] = list[T]\nclass C[T](B, m=M): x: int = 1; (y): int\n",
                "if a:\n\tpass\n  # comment\nelse:\n        pass\n\f\nx = 1 \\\n  + 2\n",
                "print(*a, sep='')\nfor x, *y in *a, b: pass\ndel (a), [b, c]; x[*a, 1] = y = z\n",
                "\u00b5 = 1; \uD835\uDC9C = 2\n",
            })
    void acceptsTheWholeGrammar(String text) {
        assertFalse(module(text).body().isEmpty());
    }

    @Test
    void identifiersAreNormalised() {
        assertEquals("A", ((Expr.Name) expression("\uD835\uDC9C")).id());
    }

    @Test
    void elifChainsNest() {
        Stmt.If first = (Stmt.If) statement("if a: x\nelif b: y\nelse: z\n");
        Stmt.If second = (Stmt.If) first.orElse().get(0);
        assertEquals(new Span(2, 0, 3, 7), second.span());
        assertEquals(1, second.orElse().size());
    }

    @Test
    void annotatedNamesInParenthesesAreNotSimple() {
        assertTrue(((Stmt.AnnAssign) statement("x: int")).simple());
        assertFalse(((Stmt.AnnAssign) statement("(x): int")).simple());
    }

    // ---- positions ----

    @Test
    void decoratedFunctionsStartAtDef() {
        assertEquals(new Span(2, 0, 3, 8), statement("@d\ndef f():\n    pass\n").span());
    }

    @Test
    void parenthesesBelongToTheOperatorNotTheOperand() {
        Expr.BinOp sum = (Expr.BinOp) expression("(a) + b");
        assertEquals(new Span(1, 0, 1, 7), sum.span());
        assertEquals(new Span(1, 1, 1, 2), sum.left().span());
    }

    @Test
    void columnsCountCodePoints() {
        Expr.BinOp sum = (Expr.BinOp) expression("'\uD83D\uDE00' + b");
        assertEquals(new Span(1, 6, 1, 7), sum.right().span());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a = 1\nb = 2\n", "a = 1\r\nb = 2\r\n", "a = 1\rb = 2", "\uFEFFa = 1\nb = 2"})
    void everyKindOfLineEndCounts(String text) {
        assertEquals(new Span(2, 0, 2, 5), module(text).body().get(1).span());
    }

    // ---- size ----

    @Test
    void longOperatorChainsNeedNoDeepStack() {
        Expr sum = expression("1+".repeat(20_000) + "1");
        int depth = 0;
        while (sum instanceof Expr.BinOp binary) {
            sum = binary.left();
            depth++;
        }
        assertEquals(20_000, depth);
    }

    @Test
    void manyElifBranchesAreRead() {
        assertInstanceOf(Stmt.If.class, statement("if a: pass\n" + "elif b: pass\n".repeat(5_000)));
    }

    @Test
    void interactiveTakesOneStatement() {
        assertEquals(
                2,
                Parser.parseInteractive("a = 1; b = 2\n", "<test>", ParseOptions.DEFAULT)
                        .body()
                        .size());
    }
}
