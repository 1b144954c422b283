package org.picklejar.modules;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Machine;
import org.picklejar.core.PyException;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.ops.Values;

/** What {@code sys.addaudithook} has added: it is told of events, and refuses them by an exception. A hook cannot be removed. */
public final class AuditHooks {
    private volatile List<PyObject> hooks = List.of();

    private AuditHooks() {}

    private static AuditHooks of(Machine m) {
        return m.state(AuditHooks.class, k -> new AuditHooks());
    }

    /** The functions of module sys. */
    public static void addTo(ModuleBuilder sys) {
        sys.tailN("audit(*args)", (x, a) -> {
                    PyTuple args = (PyTuple) a[0];
                    if (args.size() == 0) {
                        throw Errors.typeError("audit() missing 1 required positional argument: 'event'");
                    } else if (of(x.machine).hooks.isEmpty()) {
                        return PySingleton.NONE;
                    } else if (!(Values.payload(args.get(0)) instanceof PyStr event)) {
                        throw Errors.typeError(
                                "expected str for argument 'event', not %s",
                                args.get(0).type().name());
                    } else {
                        return tellAll(x, event, PyTuple.of(Arrays.copyOfRange(args.items, 1, args.size())));
                    }
                })
                .tail("addaudithook(hook)", (x, hook) -> {
                    AuditHooks all = of(x.machine);
                    try {
                        tell(x, "sys.addaudithook");
                    } catch (PyException e) {
                        // A hook keeps others away by any exception that is no reason to stop.
                        if (e.value.type().isSubtypeOf(ExceptionTypes.EXCEPTION)) {
                            return PySingleton.NONE;
                        }
                        throw e;
                    }
                    all.hooks =
                            Stream.concat(all.hooks.stream(), Stream.of(hook)).toList();
                    return PySingleton.NONE;
                });
    }

    /**
     * Tells of what a builtin is about to do; as the first thing that this does, for it may begin again.
     *
     * @throws org.picklejar.core.PyException what a hook raises
     */
    public static void tell(Execution x, String event, PyObject... args) {
        if (!of(x.machine).hooks.isEmpty()) {
            tellAll(x, PyStr.of(event), PyTuple.of(args));
        }
    }

    /** As {@link #tell(Execution, String, PyObject...)}, with those of some arguments that stand at some places. */
    public static void tell(Execution x, String event, PyObject[] args, int[] places) {
        if (!of(x.machine).hooks.isEmpty()) {
            tell(x, event, IntStream.of(places).mapToObj(i -> args[i]).toArray(PyObject[]::new));
        }
    }

    private static PyObject tellAll(Execution x, PyStr event, PyTuple args) {
        for (PyObject hook : of(x.machine).hooks) {
            x.await(() -> x.call(hook, event, args));
        }
        return PySingleton.NONE;
    }
}
