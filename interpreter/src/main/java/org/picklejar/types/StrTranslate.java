package org.picklejar.types;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Steps;
import org.picklejar.ops.Values;

/** {@code str.translate} and {@code str.maketrans}. */
final class StrTranslate {
    private StrTranslate() {}

    static void define(TypeBuilder<PyStr> b) {
        b.tail("translate(self, table, /)", (x, s, table) -> Steps.run(x, new TranslateFrame(s, table)))
                .staticMethod("maketrans(x, y=<unset>, z=<unset>, /)", StrTranslate::makeTable);
    }

    private static PyObject makeTable(Execution x, PyObject none, PyObject[] a) {
        PyDict table = new PyDict();
        if (a[1] == null) {
            if (!(a[0] instanceof PyDict from)) {
                throw Errors.typeError("if you give only one argument to maketrans it must be a dict");
            }
            for (int i = 0; i < from.entries(); i++) {
                PyObject key = from.keyAt(i);
                if (key != null) {
                    table.putPlain(key(key), from.valueAt(i));
                }
            }
            return table;
        }
        PyStr from = argument(a[0], "first maketrans argument must be a string if there is a second argument");
        PyStr to = argument(
                a[1], "maketrans() argument 2 must be str, not " + a[1].type().name());
        if (from.length() != to.length()) {
            throw Errors.valueError("the first two maketrans arguments must have equal length");
        }
        for (int i = 0; i < from.length(); i++) {
            table.putPlain(PyInt.of(from.codePointAt(i)), PyInt.of(to.codePointAt(i)));
        }
        if (a[2] != null) {
            PyStr gone = argument(
                    a[2],
                    "maketrans() argument 3 must be str, not " + a[2].type().name());
            for (int i = 0; i < gone.length(); i++) {
                table.putPlain(PyInt.of(gone.codePointAt(i)), PySingleton.NONE);
            }
        }
        return table;
    }

    private static PyObject key(PyObject key) {
        PyObject k = Values.payload(key);
        if (k instanceof PyStr s) {
            if (s.length() != 1) {
                throw Errors.valueError("string keys in translate table must be of length 1");
            }
            return PyInt.of(s.codePointAt(0));
        }
        if (k instanceof PyInteger) {
            return key;
        }
        throw Errors.typeError("keys in translate table must be strings or integers");
    }

    private static PyStr argument(PyObject o, String message) {
        if (Values.payload(o) instanceof PyStr s) {
            return s;
        }
        throw Errors.of(ExceptionTypes.TYPE_ERROR, message);
    }
}
