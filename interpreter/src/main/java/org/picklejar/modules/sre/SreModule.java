package org.picklejar.modules.sre;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyList;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.ops.Values;
import org.picklejar.text.regex.RegexProgram;
import org.picklejar.text.regex.SreCharacters;

/** The module {@code _sre}. The compiler of patterns is the library's Python. */
public final class SreModule {
    private static final int MAGIC = 20230612;

    private SreModule() {}

    public static PyModule create(Execution x) {
        return new ModuleBuilder("_sre")
                .constant("MAGIC", PyInt.of(MAGIC))
                .constant("CODESIZE", PyInt.of(4))
                .constant("MAXREPEAT", PyInt.of(0xFFFFFFFFL))
                .constant("MAXGROUPS", PyInt.of(Integer.MAX_VALUE / 2))
                .constant("copyright", PyStr.of(" SRE 2.2.2 "))
                .tailN(
                        "compile(pattern, flags: index, code, groups: index, groupindex, indexgroup)",
                        SreModule::compile)
                .tail(
                        "template(pattern, template, /)",
                        (e, pattern, parts) -> new SreTemplate(Values.as(PyList.class, parts)))
                .tailN("_match(pattern, string, pos, endpos, spans, lastindex, /)", (e, a) -> SreMatch.make(a))
                .tailN(
                        "_scanner(pattern, string, pos, endpos, next, must_advance, exhausted, /)",
                        (e, a) -> SreScanner.make(x, a))
                .tail("_match_iterator(scanner, /)", (e, s) -> new MatchIterator(Values.as(SreScanner.class, s)))
                .function("getcodesize()", () -> PyInt.of(4))
                .function(
                        "ascii_iscased(character: index, /)",
                        c -> PyBool.of(SreCharacters.asciiIsCased(Values.toInt(c))))
                .function(
                        "unicode_iscased(character: index, /)",
                        c -> PyBool.of(SreCharacters.unicodeIsCased(Values.toInt(c))))
                .function(
                        "ascii_tolower(character: index, /)",
                        c -> PyInt.of(SreCharacters.asciiToLower(Values.toInt(c))))
                .function(
                        "unicode_tolower(character: index, /)",
                        c -> PyInt.of(SreCharacters.unicodeToLower(Values.toInt(c))))
                .build();
    }

    private static PyObject compile(Execution x, PyObject[] a) {
        PyList words = Values.as(PyList.class, a[2]);
        int[] code = new int[words.size];
        for (int i = 0; i < code.length; i++) {
            code[i] = (int) ((PyInteger) Values.payload(words.items[i])).longValue();
        }
        try {
            RegexProgram program = RegexProgram.compile(code, Values.toInt(a[3]));
            PyObject pattern = a[0];
            return new SrePattern(
                    pattern == PySingleton.NONE ? null : pattern,
                    Values.toInt(a[1]),
                    program,
                    words,
                    Values.as(PyDict.class, a[4]),
                    Values.as(PyTuple.class, a[5]));
        } catch (IllegalArgumentException e) {
            throw Errors.of(ExceptionTypes.RUNTIME_ERROR, e.getMessage());
        }
    }
}
