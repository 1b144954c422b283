package org.picklejar.symbols;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.picklejar.symbols.Scope.Binding.CELL;
import static org.picklejar.symbols.Scope.Binding.FREE;
import static org.picklejar.symbols.Scope.Binding.GLOBAL_EXPLICIT;
import static org.picklejar.symbols.Scope.Binding.GLOBAL_IMPLICIT;
import static org.picklejar.symbols.Scope.Binding.LOCAL;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.picklejar.source.Diagnostic;
import org.picklejar.syntax.Node;
import org.picklejar.syntax.ParseOptions;
import org.picklejar.syntax.Parser;
import org.picklejar.syntax.Stmt;

/** Where names live. */
class SymbolTableTest {
    private static Scope module(String text) {
        Node.Module tree = Parser.parseModule(text, "<test>", ParseOptions.DEFAULT);
        return SymbolTable.build(tree, "<test>", text).scopeOf(tree);
    }

    /** The scope with this name, wherever it is. */
    private static Scope find(Scope scope, String name) {
        if (scope.name().equals(name)) {
            return scope;
        }
        for (Scope child : scope.children()) {
            Scope found = find(child, name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    @Test
    void namesOfModulesAreLocalThereAndGlobalBelow() {
        Scope module = module("x = 1\ndef f():\n    global y\n    y = x\n    return len(x)\n");
        Scope f = find(module, "f");
        assertEquals(LOCAL, module.binding("x"));
        assertEquals(GLOBAL_IMPLICIT, f.binding("x"));
        assertEquals(GLOBAL_IMPLICIT, f.binding("len"));
        assertEquals(GLOBAL_EXPLICIT, f.binding("y"));
        assertNull(f.binding("z"));
    }

    @Test
    void capturedVariablesPassThroughTheFunctionsBetween() {
        Scope module = module("def f(a):\n    def g():\n        def h(): return a\n        return h\n    return g\n");
        assertEquals(CELL, find(module, "f").binding("a"));
        assertEquals(FREE, find(module, "g").binding("a"));
        assertEquals(FREE, find(module, "h").binding("a"));
        assertEquals(Set.of("a"), find(module, "g").freeNames());
    }

    @Test
    void parametersComeFirst() {
        Scope f = find(module("def f(a, /, b, *args, c, **kw):\n    d = a\n"), "f");
        assertEquals(List.of("a", "b", "c", "args", "kw"), f.parameters());
        assertEquals(List.of("a", "b", "c", "args", "kw", "d"), List.copyOf(f.locals()));
    }

    @Test
    void comprehensionsRunInTheirHost() {
        Scope module = module("def f(a):\n    b = 1\n    return [x + b for x in a if len(x)]\n");
        Scope f = find(module, "f");
        Scope comprehension = find(module, "<listcomp>");
        assertTrue(comprehension.isInlined());
        assertEquals(LOCAL, f.binding("b"), "a use in an inlined comprehension is no capture");
        assertEquals(LOCAL, comprehension.binding("b"));
        assertEquals(Set.of("x"), comprehension.locals());
        assertEquals(GLOBAL_IMPLICIT, f.binding("len"));
        assertNull(f.binding("x"));
    }

    @Test
    void lambdasInComprehensionsCaptureItsVariables() {
        Scope module = module("def f(y):\n    return [lambda: (x, y) for x in range(3)]\n");
        assertEquals(CELL, find(module, "<listcomp>").binding("x"));
        assertEquals(CELL, find(module, "f").binding("y"));
        assertEquals(FREE, find(module, "<lambda>").binding("x"));
        assertEquals(Set.of(), find(module, "f").freeNames());
    }

    @Test
    void generatorExpressionsCapture() {
        Scope module = module("def f(a, b):\n    return (x + b for x in a)\n");
        Scope generator = find(module, "<genexpr>");
        assertEquals(List.of(".0"), generator.parameters());
        assertTrue(generator.isGenerator());
        assertEquals(CELL, find(module, "f").binding("b"));
        assertEquals(LOCAL, find(module, "f").binding("a"), "the first iterable is evaluated outside");
    }

    @Test
    void classNamesAreHiddenFromFunctionsAndComprehensions() {
        Scope module = module(
                "def f(x):\n    class C:\n        x = 1\n        y = [x for i in x]\n        def m(self): return x\n");
        Scope cls = find(module, "C");
        assertEquals(LOCAL, cls.binding("x"));
        assertEquals(Set.of("x"), cls.freeNames());
        assertEquals(FREE, find(module, "<listcomp>").binding("x"));
        assertEquals(FREE, find(module, "m").binding("x"));
        assertEquals(CELL, find(module, "f").binding("x"));
    }

    @Test
    void superNeedsTheClassCell() {
        Scope module = module(
                "class C:\n    def m(self):\n        return [super() for x in self]\nclass D:\n    def m(self): pass\n");
        assertTrue(find(module, "C").needsClassCell());
        assertEquals(FREE, find(module, "m").binding("__class__"));
        assertFalse(find(module, "D").needsClassCell());
        assertNull(find(module("def f(): super()\n"), "f").binding("__class__"));
    }

    @Test
    void privateNamesAreMangled() {
        Scope m = find(module("class _C:\n    def m(self, __a):\n        return __a.__b + __init__\n"), "m");
        assertEquals(List.of("self", "_C__a"), m.parameters());
        assertEquals("_C__x", SymbolTable.mangle("__C", "__x"));
        assertEquals("__x__", SymbolTable.mangle("C", "__x__"));
        assertEquals("__x", SymbolTable.mangle("__", "__x"));
        assertEquals("__x", SymbolTable.mangle(null, "__x"));
    }

    @Test
    void walrusBindsOutsideTheComprehension() {
        Scope module = module("def f(a):\n    return [y := x for x in a], y\n[z := x for x in q]\n");
        assertEquals(LOCAL, find(module, "f").binding("y"));
        assertEquals(LOCAL, find(module, "<listcomp>").binding("y"));
        assertFalse(find(module, "<listcomp>").locals().contains("y"));
        assertEquals(GLOBAL_EXPLICIT, module.binding("z"));
    }

    @Test
    void nonlocalReachesTheEnclosingFunction() {
        Scope module = module("def f():\n    n = 0\n    def g():\n        nonlocal n\n        n += 1\n");
        assertEquals(CELL, find(module, "f").binding("n"));
        assertEquals(FREE, find(module, "g").binding("n"));
    }

    @Test
    void kindsOfFunctions() {
        Scope module = module("def g(): yield\nasync def c(): await x\nasync def a(): yield [i async for i in x]\n");
        assertTrue(find(module, "g").isGenerator());
        assertFalse(find(module, "g").isCoroutine());
        assertTrue(find(module, "c").isCoroutine());
        assertTrue(find(module, "a").isGenerator() && find(module, "a").isCoroutine());
    }

    @Test
    void typeParametersHaveAScopeOfTheirOwn() {
        String text = "class C:\n    X = int\n    def m[T: X](self, a: T) -> X: return T\n";
        Node.Module tree = Parser.parseModule(text, "<test>", ParseOptions.DEFAULT);
        SymbolTable table = SymbolTable.build(tree, "<test>", text);
        Stmt.FunctionDef m =
                (Stmt.FunctionDef) ((Stmt.ClassDef) tree.body().get(0)).body().get(1);
        Scope params = table.typeParametersOf(m);
        assertEquals(Scope.Kind.TYPE_PARAMETERS, params.kind());
        assertTrue(params.canSeeClass());
        assertEquals(GLOBAL_IMPLICIT, params.binding("X"));
        assertEquals(CELL, params.binding("T"));
        assertEquals(params, table.scopeOf(m).parent());
        Scope bound = table.scopeOf(((Node.TypeVar) m.typeParams().get(0)).bound());
        assertEquals(Scope.Kind.TYPE_VARIABLE, bound.kind());
        assertTrue(bound.canSeeClass());
    }

    @Test
    void longChainsNeedNoDeepStack() {
        assertEquals(GLOBAL_IMPLICIT, module("a" + "+b.c()[d]".repeat(20_000)).binding("d"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\1', textBlock = """
        def f():\\n x = 1\\n global x     | name 'x' is assigned to before global declaration
        def f():\\n print(x)\\n global x  | name 'x' is used prior to global declaration
        def f(x): global x                | name 'x' is parameter and global
        def f(x): nonlocal x              | name 'x' is parameter and nonlocal
        def f(): nonlocal x               | no binding for nonlocal 'x' found
        nonlocal x                        | nonlocal declaration not allowed at module level
        def f():\\n global x\\n nonlocal x | name 'x' is nonlocal and global
        def f():\\n global x\\n x: int     | annotated name 'x' can't be global
        def f(a, a): pass                 | duplicate argument 'a' in function definition
        def f[T, T](): pass               | duplicate type parameter 'T'
        def f(): from m import *          | import * only allowed at module level
        [x := 1 for x in y]               | assignment expression cannot rebind comprehension iteration variable 'x'
        [i for i in (j := k)]             | assignment expression cannot be used in a comprehension iterable expression
        class C: [x := 1 for y in z]      | assignment expression within a comprehension cannot be used in a class body
        [(yield x) for x in y]            | 'yield' inside list comprehension
        type A = (yield)                  | yield expression cannot be used within a type alias
        """)
    void conflicts(String text, String expected) {
        Diagnostic found = assertThrows(Diagnostic.class, () -> module(text.replace("\\n", "\n")));
        assertEquals(expected, found.getMessage());
    }
}
