package org.picklejar.modules.time;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Slot;
import org.picklejar.modules.Arguments;
import org.picklejar.modules.Blocking;
import org.picklejar.modules.Imports;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.modules.OsFailure;
import org.picklejar.modules.StructSequence;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Conversions;
import org.picklejar.ops.Finish;
import org.picklejar.ops.Values;

/** {@code time}. */
public final class TimeModule {
    private static final int CLOCK_REALTIME = 0;
    private static final int CLOCK_MONOTONIC = 1;
    private static final int CLOCK_PROCESS = 2;
    private static final int CLOCK_THREAD = 3;

    private TimeModule() {}

    public static PyModule create(Execution x) {
        ModuleBuilder b = new ModuleBuilder("time");
        clocks(b);
        calendar(b);
        b.constant("CLOCK_REALTIME", PyInt.of(CLOCK_REALTIME))
                .constant("CLOCK_MONOTONIC", PyInt.of(CLOCK_MONOTONIC))
                .constant("CLOCK_PROCESS_CPUTIME_ID", PyInt.of(CLOCK_PROCESS))
                .constant("CLOCK_THREAD_CPUTIME_ID", PyInt.of(CLOCK_THREAD))
                .constant("CLOCK_MONOTONIC_RAW", PyInt.of(4))
                .constant("CLOCK_BOOTTIME", PyInt.of(7))
                .constant("CLOCK_TAI", PyInt.of(11))
                .constant("_STRUCT_TM_ITEMS", PyInt.of(11))
                .constant("struct_time", StructSequence.STRUCT_TIME.type)
                .doc("This module provides various functions to manipulate time values.")
                .tail("sleep(seconds, /)", TimeModule::sleep);
        PyModule m = b.build();
        setZone(m);
        return m;
    }

    /** Nanoseconds since 1970. */
    public static long now() {
        Instant i = Instant.now();
        return i.getEpochSecond() * 1_000_000_000L + i.getNano();
    }

    private static void clocks(ModuleBuilder b) {
        b.function("time()", () -> seconds(now()))
                .function("time_ns()", () -> PyInt.of(now()))
                .function("perf_counter()", () -> seconds(System.nanoTime()))
                .function("perf_counter_ns()", () -> PyInt.of(System.nanoTime()))
                .function("monotonic()", () -> seconds(System.nanoTime()))
                .function("monotonic_ns()", () -> PyInt.of(System.nanoTime()))
                .function("process_time()", () -> seconds(clock(CLOCK_PROCESS)))
                .function("process_time_ns()", () -> PyInt.of(clock(CLOCK_PROCESS)))
                .function("thread_time()", () -> seconds(clock(CLOCK_THREAD)))
                .function("thread_time_ns()", () -> PyInt.of(clock(CLOCK_THREAD)))
                .function("clock_gettime(clk_id: index, /)", id -> seconds(clock(Values.toInt(id))))
                .function("clock_gettime_ns(clk_id: index, /)", id -> PyInt.of(clock(Values.toInt(id))))
                .function("clock_getres(clk_id: index, /)", id -> {
                    clock(Values.toInt(id));
                    return new PyFloat(1e-9);
                })
                .tail("get_clock_info(name, /)", TimeModule::clockInfo);
    }

    private static long clock(int id) {
        return switch (id) {
            case CLOCK_REALTIME -> now();
            case CLOCK_MONOTONIC, 4, 7 -> System.nanoTime();
            case CLOCK_PROCESS ->
                ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .map(Duration::toNanos)
                        .orElse(0L);
            case CLOCK_THREAD -> ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            case 11 -> now() + 37_000_000_000L;
            default -> throw OsFailure.of(OsFailure.EINVAL);
        };
    }

    private static PyFloat seconds(long nanos) {
        return new PyFloat(nanos / 1e9);
    }

    private static PyObject clockInfo(Execution x, PyObject name) {
        String id = switch (Arguments.text(name, "get_clock_info() argument 1")) {
            case "time" -> "CLOCK_REALTIME";
            case "monotonic", "perf_counter" -> "CLOCK_MONOTONIC";
            case "process_time" -> "CLOCK_PROCESS_CPUTIME_ID";
            case "thread_time" -> "CLOCK_THREAD_CPUTIME_ID";
            default -> throw Errors.valueError("unknown clock");
        };
        boolean real = id.equals("CLOCK_REALTIME");
        PyObject types = x.machine.modules.get("types");
        PyObject make = types == null
                ? x.machine.sys.get("implementation").type()
                : Attributes.getNow(x, types, PyStr.of("SimpleNamespace"));
        PyObject[] values = {PyStr.of("clock_gettime(" + id + ")"), PyBool.of(!real), PyBool.of(real), new PyFloat(1e-9)
        };
        return x.call(
                make, values, PyTuple.ofStrings(List.of("implementation", "monotonic", "adjustable", "resolution")));
    }

    private static PyObject sleep(Execution x, PyObject seconds) {
        if (!(Values.payload(seconds) instanceof PyFloat)
                && !Conversions.isIndex(seconds)
                && seconds.type().unary(Slot.FLOAT) == null) {
            throw Errors.typeError(
                    "'%s' object cannot be interpreted as an integer",
                    seconds.type().name());
        }
        double s = Conversions.toDouble(x, seconds);
        if (Double.isNaN(s)) {
            throw Errors.valueError("Invalid value NaN (not a number)");
        }
        if (s < 0) {
            throw Errors.valueError("sleep length must be non-negative");
        }
        if (s > 9e9) {
            throw Errors.overflowError("timestamp too large to convert to C PyTime_t");
        }
        Blocking.sleep(x, Math.round(s * 1e9));
        return PySingleton.NONE;
    }

    // ---- calendar

    private static void calendar(ModuleBuilder b) {
        b.tail("localtime(seconds=None, /)", (e, s) -> Calendar.broken(epoch(e, s), LocalZone.of(e)))
                .tail("gmtime(seconds=None, /)", (e, s) -> Calendar.broken(epoch(e, s), null))
                .tail("mktime(time_tuple, /)", (e, t) -> Calendar.mktime(e, t, LocalZone.of(e)))
                .tail("asctime(time_tuple=<unset>, /)", (e, t) -> PyStr.of(Calendar.ascii(e, orNow(e, t))))
                .tail(
                        "ctime(seconds=None, /)",
                        (e, s) -> PyStr.of(Calendar.ascii(e, Calendar.broken(epoch(e, s), LocalZone.of(e)))))
                .tail(
                        "strftime(format, time_tuple=<unset>, /)",
                        (e, f, t) -> TimeFormat.format(e, Values.str(f, "strftime() argument 1"), orNow(e, t)))
                .tailN("strptime(*args)", (e, a) -> {
                    Frame caller = e.top;
                    return Finish.CALL_RESULT.on(
                            e, caller, Imports.attribute(e, "_strptime", "_strptime_time"), a[0], PySingleton.NONE);
                })
                .tail("tzset()", e -> {
                    LocalZone.reset(e);
                    if (e.machine.modules.get("time") instanceof PyModule m) {
                        setZone(e, m);
                    }
                    return PySingleton.NONE;
                });
    }

    private static PyObject orNow(Execution x, PyObject t) {
        return t == null ? Calendar.broken(Math.floorDiv(now(), 1_000_000_000L), LocalZone.of(x)) : t;
    }

    private static long epoch(Execution x, PyObject seconds) {
        if (Arguments.isNone(seconds)) {
            return Math.floorDiv(now(), 1_000_000_000L);
        }
        PyObject v = Values.payload(seconds);
        if (v instanceof PyFloat f) {
            if (Double.isNaN(f.value)) {
                throw Errors.valueError("Invalid value NaN (not a number)");
            }
            double s = Math.floor(f.value);
            if (Math.abs(s) > 9.2e18) {
                throw Errors.overflowError("timestamp out of range for platform time_t");
            }
            return (long) s;
        }
        PyInteger i = Conversions.indexValue(x, seconds);
        if (!i.isLong()) {
            throw Errors.overflowError("timestamp out of range for platform time_t");
        }
        return i.longValue();
    }

    private static void setZone(PyModule m) {
        setZone(LocalZone.system(), m);
    }

    private static void setZone(Execution x, PyModule m) {
        setZone(LocalZone.of(x), m);
    }

    private static void setZone(LocalZone zone, PyModule m) {
        m.namespace().put("timezone", PyInt.of(-zone.standardOffset()));
        m.namespace().put("altzone", PyInt.of(-zone.summerOffset()));
        m.namespace().put("daylight", PyInt.of(zone.hasSummerTime() ? 1 : 0));
        m.namespace().put("tzname", PyTuple.of(PyStr.of(zone.standardName()), PyStr.of(zone.summerName())));
    }
}
