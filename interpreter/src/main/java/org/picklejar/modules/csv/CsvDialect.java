package org.picklejar.modules.csv;

import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyType;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Truth;
import org.picklejar.ops.Values;

/** {@code _csv.Dialect}: how rows are written. */
public final class CsvDialect extends PyObject {
    public static final PyType TYPE =
            PyType.builtin("Dialect", CsvDialect.class, PyType.OBJECT).inModule("_csv");
    static final String[] NAMES = {
        "delimiter", "doublequote", "escapechar", "lineterminator", "quotechar", "quoting", "skipinitialspace", "strict"
    };
    static final String PARAMETERS =
            "delimiter=<u>, doublequote=<u>, escapechar=<u>, lineterminator=<u>, quotechar=<u>, quoting=<u>, "
                    + "skipinitialspace=<u>, strict=<u>";
    static final int MINIMAL = 0;
    static final int ALL = 1;
    static final int NONNUMERIC = 2;
    static final int NONE = 3;
    static final int STRINGS = 4;
    static final int NOTNULL = 5;
    /** No character. */
    static final int ABSENT = -1;

    final int delimiter;
    final boolean doubleQuote;
    final int escape;
    final PyStr lineTerminator;
    final int quote;
    final int quoting;
    final boolean skipInitialSpace;
    final boolean strict;

    private CsvDialect(Execution x, PyObject[] v) {
        delimiter = character(v[0], "delimiter", ',', false);
        doubleQuote = v[1] == null || Truth.test(x, v[1]);
        escape = character(v[2], "escapechar", ABSENT, true);
        if (v[3] != null && !(Values.payload(v[3]) instanceof PyStr)) {
            throw Errors.typeError(
                    "\"lineterminator\" must be a string, not %s", v[3].type().name());
        }
        lineTerminator = v[3] == null ? PyStr.of("\r\n") : (PyStr) Values.payload(v[3]);
        if (v[5] != null && !(Values.payload(v[5]) instanceof PyInteger)) {
            throw Errors.typeError(
                    "\"quoting\" must be an integer, not %s", v[5].type().name());
        }
        quote = character(v[4], "quotechar", '"', true);
        quoting = v[5] != null ? Values.toInt(x, v[5]) : v[4] == PySingleton.NONE ? NONE : MINIMAL;
        skipInitialSpace = v[6] != null && Truth.test(x, v[6]);
        strict = v[7] != null && Truth.test(x, v[7]);
        if (quoting < MINIMAL || quoting > NOTNULL) {
            throw Errors.typeError("bad \"quoting\" value");
        }
        if (quoting != NONE && quote == ABSENT) {
            throw Errors.typeError("quotechar must be set if quoting enabled");
        }
    }

    private static int character(PyObject o, String name, int fallback, boolean noneAllowed) {
        if (o == null) {
            return fallback;
        }
        if (o == PySingleton.NONE && noneAllowed) {
            return ABSENT;
        }
        if (!(Values.payload(o) instanceof PyStr s)) {
            throw Errors.typeError(
                    "\"%s\" must be string%s, not %s",
                    name, noneAllowed ? " or None" : "", o.type().name());
        }
        if (s.length() != 1) {
            throw Errors.typeError("\"%s\" must be a 1-character string%s", name, noneAllowed ? " or None" : "");
        }
        int c = s.codePointAt(0);
        if (c == '\n' || c == '\r') {
            throw Errors.valueError("bad %s value", name);
        }
        return c;
    }

    /** A dialect from a name, an object with attributes, or null, with parameters that count more; null where not given. */
    static CsvDialect of(Execution x, PyObject base, PyObject[] parameters) {
        PyObject from = base;
        if (from != null && Values.payload(from) instanceof PyStr name) {
            from = Dialects.of(x).get(name);
        }
        PyObject[] v = parameters.clone();
        boolean given = false;
        for (int i = 0; i < v.length; i++) {
            given |= v[i] != null;
            if (v[i] == null && from != null && from != PySingleton.NONE) {
                v[i] = attribute(x, from, NAMES[i]);
            }
        }
        return !given && from instanceof CsvDialect d ? d : new CsvDialect(x, v);
    }

    private static PyObject attribute(Execution x, PyObject o, String name) {
        try {
            return Attributes.getNow(x, o, PyStr.of(name));
        } catch (PyException e) {
            if (e.is(ExceptionTypes.ATTRIBUTE_ERROR)) {
                return null;
            }
            throw e;
        }
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    public static void define(TypeBuilder<CsvDialect> b) {
        b.constructor(
                        "Dialect(cls, dialect=None, " + PARAMETERS + ")",
                        (x, cls, a) -> of(x, a[1], Arrays.copyOfRange(a, 2, a.length)))
                .member("delimiter", d -> shown(d.delimiter))
                .member("doublequote", d -> PyBool.of(d.doubleQuote))
                .member("escapechar", d -> shown(d.escape))
                .member("lineterminator", d -> d.lineTerminator)
                .member("quotechar", d -> shown(d.quote))
                .member("quoting", d -> PyInt.of(d.quoting))
                .member("skipinitialspace", d -> PyBool.of(d.skipInitialSpace))
                .member("strict", d -> PyBool.of(d.strict));
    }

    private static PyObject shown(int c) {
        return c == ABSENT ? PySingleton.NONE : PyStr.ofCodePoint(c);
    }
}
