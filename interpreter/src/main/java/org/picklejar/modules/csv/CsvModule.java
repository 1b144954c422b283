package org.picklejar.modules.csv;

import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Values;

/** The module {@code _csv}. */
public final class CsvModule {
    public static final PyType ERROR = PyType.builtin("Error", PyBaseException.class, ExceptionTypes.EXCEPTION)
            .inModule("_csv")
            .withDict();
    private static final String[] QUOTING = {
        "QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "QUOTE_STRINGS", "QUOTE_NOTNULL"
    };

    private CsvModule() {}

    public static PyModule create(Execution x) {
        ModuleBuilder b = new ModuleBuilder("_csv")
                .type(ERROR)
                .constant("Dialect", CsvDialect.TYPE)
                .constant("Reader", CsvReader.TYPE)
                .constant("Writer", CsvWriter.TYPE)
                .constant("_dialects", Dialects.of(x).byName);
        for (int i = 0; i < QUOTING.length; i++) {
            b.constant(QUOTING[i], PyInt.of(i));
        }
        return b.tailN("reader(iterable, /, dialect='excel', " + CsvDialect.PARAMETERS + ")", CsvModule::reader)
                .tailN("writer(fileobj, /, dialect='excel', " + CsvDialect.PARAMETERS + ")", CsvModule::writer)
                .tailN("register_dialect(name, /, dialect=None, " + CsvDialect.PARAMETERS + ")", CsvModule::register)
                .tail("unregister_dialect(name)", CsvModule::unregister)
                .tail("get_dialect(name)", (e, name) -> Dialects.of(e).get(Values.str(name, "dialect name")))
                .tail("list_dialects()", e -> PyList.of(Dialects.of(e).byName.keyArray()))
                .tail("field_size_limit(limit=<unset>, /)", CsvModule::limit)
                .build();
    }

    static PyException error(String message) {
        return Errors.of(ERROR, PyStr.of(message));
    }

    private static PyObject reader(Execution x, PyObject[] a) {
        CsvDialect d = CsvDialect.of(x, a[1], Arrays.copyOfRange(a, 2, a.length));
        return CsvReader.open(x, a[0], d);
    }

    private static PyObject writer(Execution x, PyObject[] a) {
        CsvDialect d = CsvDialect.of(x, a[1], Arrays.copyOfRange(a, 2, a.length));
        PyObject write = Attributes.getNow(x, a[0], PyStr.of("write"));
        if (write == null || write.type().call(Slot.CALL) == null) {
            throw Errors.typeError("argument 1 must have a \"write\" method");
        }
        return new CsvWriter(write, d);
    }

    private static PyObject register(Execution x, PyObject[] a) {
        if (!(Values.payload(a[0]) instanceof PyStr name)) {
            throw Errors.typeError("dialect name must be a string");
        }
        Dialects.of(x).byName.put(name, CsvDialect.of(x, a[1], Arrays.copyOfRange(a, 2, a.length)));
        return PySingleton.NONE;
    }

    private static PyObject unregister(Execution x, PyObject name) {
        Dialects all = Dialects.of(x);
        PyStr key = Values.str(name, "dialect name");
        all.get(key);
        all.byName.remove(key);
        return PySingleton.NONE;
    }

    private static PyObject limit(Execution x, PyObject limit) {
        Dialects all = Dialects.of(x);
        long before = all.fieldLimit;
        if (limit != null) {
            all.fieldLimit = Values.toLong(x, limit);
        }
        return PyInt.of(before);
    }
}
