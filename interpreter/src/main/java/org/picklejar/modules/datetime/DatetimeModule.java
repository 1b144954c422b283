package org.picklejar.modules.datetime;

import org.picklejar.core.PyInt;
import org.picklejar.core.PyModule;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.text.Gregorian;

/** The module {@code _datetime}. */
public final class DatetimeModule {
    private DatetimeModule() {}

    public static PyModule create() {
        return new ModuleBuilder("_datetime")
                .doc("Fast implementation of the datetime type.")
                .constant("MINYEAR", PyInt.of(Gregorian.MIN_YEAR))
                .constant("MAXYEAR", PyInt.of(Gregorian.MAX_YEAR))
                .constant("UTC", PyTimeZone.UTC)
                .type(PyDate.TYPE)
                .type(PyDateTime.TYPE)
                .type(PyTime.TYPE)
                .type(PyTimeDelta.TYPE)
                .type(PyTzInfo.TYPE)
                .type(PyTimeZone.TYPE)
                .build();
    }

    /** @param name qualified. @return whether the type is defined here */
    public static boolean define(String name, TypeBuilder<?> b) {
        switch (name) {
            case "datetime.date" -> DateType.define(b.of(PyDate.class));
            case "datetime.datetime" -> DateTimeType.define(b.of(PyDateTime.class));
            case "datetime.time" -> TimeType.define(b.of(PyTime.class));
            case "datetime.timedelta" -> TimeDeltaType.define(b.of(PyTimeDelta.class));
            case "datetime.tzinfo" -> TzInfoType.define(b.of(PyTzInfo.class));
            case "datetime.timezone" -> TimeZoneType.define(b.of(PyTimeZone.class));
            case "datetime.IsoCalendarDate" -> IsoCalendarDate.define(b);
            default -> {
                return false;
            }
        }
        return true;
    }
}
