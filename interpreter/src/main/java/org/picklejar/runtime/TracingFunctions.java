package org.picklejar.runtime;

import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.interp.Observers;
import org.picklejar.interp.TraceFunctions;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.ops.Values;

/** The functions of {@code sys} for debuggers and profilers. */
final class TracingFunctions {
    private TracingFunctions() {}

    static void add(ModuleBuilder b) {
        b.tailN("settrace(function, /)", (x, a) -> {
            TraceFunctions.setTrace(x, a[0]);
            return Observers.changed(x);
        });
        b.tailN("gettrace()", (x, a) -> orNone(x.tracing == null ? null : x.tracing.traceFunction));
        b.tailN("setprofile(function, /)", (x, a) -> {
            TraceFunctions.setProfile(x, a[0]);
            return Observers.changed(x);
        });
        b.tailN("getprofile()", (x, a) -> orNone(x.tracing == null ? null : x.tracing.profileFunction));
        b.tailN("_settraceallthreads(function, /)", (x, a) -> {
            x.machine.executions().forEach(each -> TraceFunctions.setTrace(each, a[0]));
            return Observers.changed(x);
        });
        b.tailN("_setprofileallthreads(function, /)", (x, a) -> {
            x.machine.executions().forEach(each -> TraceFunctions.setProfile(each, a[0]));
            return Observers.changed(x);
        });
        b.tailN(
                "call_tracing(func, args, /)",
                (x, a) -> TraceFunctions.callTracing(x, a[0], Values.as(PyTuple.class, a[1]).items));
    }

    private static PyObject orNone(PyObject o) {
        return o == null ? PySingleton.NONE : o;
    }
}
