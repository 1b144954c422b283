package org.picklejar.modules.datetime;

import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.modules.StructSequence;
import org.picklejar.text.Gregorian;

/** Makes {@code time.struct_time}. */
final class TimeTuples {
    private TimeTuples() {}

    /** @param dst 1 in summer time, 0 when not, -1 when that is not known */
    static PyObject of(PyDate d, int hour, int minute, int second, int dst) {
        return StructSequence.STRUCT_TIME.of(
                PyInt.of(d.year),
                PyInt.of(d.month),
                PyInt.of(d.day),
                PyInt.of(hour),
                PyInt.of(minute),
                PyInt.of(second),
                PyInt.of(d.weekday()),
                PyInt.of(Gregorian.daysBeforeMonth(d.year, d.month) + d.day),
                PyInt.of(dst));
    }
}
