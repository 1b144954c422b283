package org.picklejar.symbols;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.picklejar.source.Diagnostic;
import org.picklejar.syntax.Node;
import org.picklejar.syntax.ParseOptions;
import org.picklejar.syntax.Parser;

/** Constructs in places where they may not stand. */
class ContextCheckerTest {
    private static void check(String text, boolean allowTopLevelAwait) {
        String source = text.replace("\\n", "\n");
        Node.Module tree = Parser.parseModule(source, "<test>", ParseOptions.DEFAULT);
        ContextChecker.check(
                tree,
                SymbolTable.build(tree, "<test>", source),
                "<test>",
                source,
                allowTopLevelAwait,
                new ArrayList<>());
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '\1', textBlock = """
        return                              => 'return' outside function
        class C: return 1                   => 'return' outside function
        yield x                             => 'yield' outside function
        break                               => 'break' outside loop
        def f():\\n for x in y:\\n  def g(): break => 'break' outside loop
        for x in y: pass\\nelse: continue   => 'continue' not properly in loop
        await x                             => 'await' outside function
        def f(): await x                    => 'await' outside async function
        def f(): [await x for x in y]       => asynchronous comprehension outside of an asynchronous function
        async for x in y: pass              => 'async for' outside async function
        def f():\\n async with x: pass      => 'async with' outside async function
        async def f():\\n yield 1\\n return 2 => 'return' with value in async generator
        async def f(): yield from x         => 'yield from' inside async function
        try: pass\\nexcept: pass\\nexcept E: pass => default 'except:' must be last
        *a = 1                              => starred assignment target must be in a list or tuple
        *a, *b = 1                          => multiple starred expressions in assignment
        x = *a                              => can't use starred expression here
        f(a=1, a=2)                         => keyword argument repeated: a
        __debug__ = 1                       => cannot assign to __debug__
        x = 1\\nfrom __future__ import division => from __future__ imports must occur at the beginning of the file
        from __future__ import braces       => not a chance
        from __future__ import nothing      => future feature nothing is not defined
        match x:\\n case _: pass\\n case 1: pass => wildcard makes remaining patterns unreachable
        match x:\\n case y: pass\\n case 1: pass => name capture 'y' makes remaining patterns unreachable
        match x:\\n case [a, a]: pass       => multiple assignments to name 'a' in pattern
        match x:\\n case [a] | [b]: pass    => alternative patterns bind different names
        for x in y:\\n try: pass\\n except* E: break => 'break', 'continue' and 'return' cannot appear in an except* block
        """)
    void misplaced(String text, String expected) {
        Diagnostic found = assertThrows(Diagnostic.class, () -> check(text, false));
        assertEquals(expected, found.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for x in y:\\n try: break\\n finally: continue\\n",
                "while a:\\n try: pass\\n except* E:\\n  for x in y: break\\n",
                "f = lambda: (yield)\\n",
                "async def f():\\n return [await x async for x in y]\\n",
                "def f():\\n return (await x for x in y)\\n",
                "'doc'\\nfrom __future__ import annotations\\n",
                "[a, *b], c = *d, e\\n",
            })
    void wellPlaced(String text) {
        assertDoesNotThrow(() -> check(text, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"await x", "async for x in y: pass", "[await x for x in y]", "async with a: pass"})
    void topLevelAwaitCanBeAllowed(String text) {
        assertDoesNotThrow(() -> check(text, true));
        assertThrows(Diagnostic.class, () -> check(text, false));
    }
}
