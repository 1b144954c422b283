package org.picklejar.kernel.magics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTransformerTest {
    private static String line(String name, String args) {
        return "get_ipython().run_line_magic('" + name + "', '" + args + "')";
    }

    private static void check(String expected, String cell) {
        assertEquals(expected, CellTransformer.transform(cell).code());
    }

    @Test
    void magicsAndCommandsBecomeCalls() {
        check(line("time", "f(1)"), "%time f(1)");
        check("if x:\n    " + line("cd", "/tmp"), "if x:\n    %cd /tmp");
        check("get_ipython().system('ls -l \\'a b\\'')", "!ls -l 'a b'");
        check("get_ipython().getoutput('ls')", "!!ls");
        check("x = get_ipython().getoutput('ls')", "x = !ls");
        check("x, *y = " + line("who_ls", ""), "x, *y = %who_ls");
        check("d['='] = get_ipython().getoutput('ls')", "d['='] = !ls");
        check(line("pinfo", "a.b"), "a.b?");
        check(line("pinfo2", "a.b"), "a.b??");
        check(line("pinfo", "%time"), "?%time");
        check(line("pinfo", "%%time"), "%%time?");
        check(line("pinfo", ""), "?");
    }

    @Test
    void cellMagicsTakeTheRest() {
        check("get_ipython().run_cell_magic('bash', '-x', 'echo 1\\n%time\\n')", "%%bash -x\necho 1\n%time\n");
        check("get_ipython().run_cell_magic('time', '', '')", "%%time");
    }

    @Test
    void cellMagicsStandOnTheFirstLineOnly() {
        check("x = 1\n%%bash\n", "x = 1\n%%bash\n");
    }

    @Test
    void legacyKeepsTheLines() {
        CellSource source = CellTransformer.transform("%%legacy\nprint 1\n%time f()");
        assertTrue(source.legacy());
        assertEquals("\nprint 1\n" + line("time", "f()"), source.code());
        assertFalse(CellTransformer.transform("print(1)").legacy());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = 5 %3",
                "y = (5\n%3)",
                "s = '''\n%time\n!ls\nwhat?\n'''",
                "f(a,\n  b=2)\n",
                "x = a \\\n%b",
                "x = 'a = !ls'",
                "a == b",
                "a != b",
                "f'''{x\n%y}'''",
                "s = f'{d[\"k\"]}' # why?",
                "x = \"\"\"a\"\"\" 'b?'",
                "print('%s' % x)",
                "# %time\n# what?",
                "x %= 3",
                "f(x)if y else'?'",
                "s = f\"{'''\n%a'''}\"",
                "x = {\n%y}",
                "s = 'it\\'s' # !\nt = r'\\'",
            })
    void pythonStaysAsItIs(String code) {
        check(code, code);
    }

    @Test
    void unclosedStringEndsWithItsLine() {
        check("s = 'abc\n" + line("time", "x"), "s = 'abc\n%time x");
    }

    @Test
    void continuedCommandsKeepTheLineNumbers() {
        check("get_ipython().system('ls  -l')\n\nx = 1", "!ls \\\n -l\nx = 1");
        check("x = get_ipython().getoutput('ls  -l')\n\nx", "x = !ls \\\n -l\nx");
    }

    @Test
    void carriageReturnsAreLineEnds() {
        check("a\n" + line("cd", "x") + "\nb", "a\r\n%cd x\rb");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"1;|false", "1; # quiet|false", "1|true", "';'|true", "1 # ;|true", "x = f(\\n1);|false"})
    void semicolonSwitchesTheDisplayOff(String code, boolean display) {
        assertEquals(
                display, CellTransformer.transform(code.replace("\\n", "\n")).display());
    }
}
