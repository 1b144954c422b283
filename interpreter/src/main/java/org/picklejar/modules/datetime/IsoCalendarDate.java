package org.picklejar.modules.datetime;

import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.PyValueInstance;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Text;
import org.picklejar.ops.Values;
import org.picklejar.text.Gregorian;

/** What {@code isocalendar()} gives: a tuple with names. */
final class IsoCalendarDate {
    private static final PyType TYPE = PyType.builtin("IsoCalendarDate", PyTuple.class, PyTuple.TYPE)
            .inModule("datetime")
            .notSubclassable();
    private static final String[] FIELDS = {"year", "week", "weekday"};

    private IsoCalendarDate() {}

    static PyObject of(PyDate d) {
        Gregorian.WeekDay w = Gregorian.weekOf(d.ordinal(), d.year);
        return of(PyInt.of(w.year()), PyInt.of(w.week()), PyInt.of(w.weekday()));
    }

    private static PyObject of(PyObject... fields) {
        return new PyValueInstance(TYPE, PyTuple.of(fields));
    }

    static void define(TypeBuilder<?> b) {
        b.doc("The result of date.isocalendar() or datetime.isocalendar()\n\n"
                        + "This object may be accessed either as a tuple of\n"
                        + "  ((year, week, weekday))\nor via the object attributes as named in the above tuple.")
                .constructor("IsoCalendarDate(cls, year, week, weekday)", (x, cls, a) -> of(a[1], a[2], a[3]))
                .rawUnaryTail(Slot.REPR, (x, o) -> {
                    StringBuilder out = new StringBuilder(o.type().nameWithModule()).append('(');
                    for (int i = 0; i < FIELDS.length; i++) {
                        out.append(i == 0 ? "" : ", ")
                                .append(FIELDS[i])
                                .append('=')
                                .append(Text.reprNow(x, field(o, i)));
                    }
                    return PyStr.of(out.append(')').toString());
                })
                // The class is not to be found by its name.
                .tailN(
                        "__reduce__(self, /)",
                        (x, self, a) -> PyTuple.of(PyTuple.TYPE, PyTuple.of(Values.payload(a[0]))));
        for (int i = 0; i < FIELDS.length; i++) {
            int at = i;
            b.getSet(FIELDS[i], (x, o) -> field(o, at), null);
        }
    }

    private static PyObject field(PyObject o, int i) {
        return ((PyTuple) Values.payload(o)).get(i);
    }
}
