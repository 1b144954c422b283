package org.picklejar.modules.signals;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySet;
import org.picklejar.core.PySingleton;
import org.picklejar.modules.Blocking;
import org.picklejar.modules.Interruption;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.modules.OsFailure;
import org.picklejar.ops.Iteration;
import org.picklejar.ops.Values;

/** Signals that have to wait, and waiting for signals. The mask is the program's: of its threads only the main one takes signals. */
final class SignalMasks {
    private static final int BLOCK = 0;
    private static final int UNBLOCK = 1;
    private static final int SET = 2;
    private static final long NEVER_BLOCKED = bit(9) | bit(19);

    private SignalMasks() {}

    static void addTo(ModuleBuilder b) {
        b.tail("pthread_sigmask(how: index, mask, /)", (x, how, mask) -> {
                    Interruption i = Interruption.of(x.machine);
                    long before = i.blocked();
                    long given = bits(x, mask) & ~NEVER_BLOCKED;
                    long after = switch (Values.toInt(how)) {
                        case BLOCK -> before | given;
                        case UNBLOCK -> before & ~given;
                        case SET -> given;
                        default -> throw OsFailure.of(OsFailure.EINVAL);
                    };
                    i.setBlocked(after);
                    i.poll(x);
                    return set(x, before);
                })
                .tail(
                        "sigpending()",
                        x -> set(
                                x,
                                Interruption.of(x.machine).pending()
                                        & Interruption.of(x.machine).blocked()))
                .tail("sigwait(sigset, /)", (x, signals) -> {
                    Interruption i = Interruption.of(x.machine);
                    long wanted = bits(x, signals);
                    Blocking.await(x, new Object(), () -> (i.pending() & wanted) != 0, -1);
                    return PyInt.of(i.take(wanted));
                })
                .function("siginterrupt(signalnum: index, flag, /)", (n, flag) -> {
                    // What a signal interrupts is begun again in either case (PEP 475).
                    SignalModule.number(n);
                    return PySingleton.NONE;
                });
    }

    private static long bit(int signal) {
        return 1L << signal - 1;
    }

    private static long bits(Execution x, PyObject signals) {
        long found = 0;
        for (PyObject o : Iteration.itemsNow(x, signals)) {
            int n = Values.toInt(x, o);
            if (n < 1 || n >= Signals.COUNT) {
                throw Errors.valueError("signal number %d out of range [1; %d]", n, Signals.COUNT - 1);
            }
            found |= bit(n);
        }
        return found;
    }

    private static PySet set(Execution x, long bits) {
        PySet s = new PySet();
        for (int n = 1; n < Signals.COUNT; n++) {
            if ((bits & bit(n)) != 0) {
                s.add(x, PyInt.of(n));
            }
        }
        return s;
    }
}
