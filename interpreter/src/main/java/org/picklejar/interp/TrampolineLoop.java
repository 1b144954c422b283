package org.picklejar.interp;

import org.picklejar.core.EntryFrame;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.JavaStack;
import org.picklejar.core.Machine;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyException;
import org.picklejar.core.PyObject;
import org.picklejar.core.StepAgainFrame;

/**
 * Steps the top frame until a given entry is done. The only loop that runs frames.
 *
 * <p>The base trampoline of an execution has nothing but itself on its Java stack, so a switch there is an assignment (a soft
 * switch). A nested one stands on a blocking builtin in progress: a switch out of it leaves the Java stack parked and goes on with
 * a base trampoline on another Java thread (a hard switch).
 */
public final class TrampolineLoop implements Machine.Trampoline {
    @Override
    public void run(Execution x, EntryFrame entry, PyException failure) {
        if (x.nesting == 0) {
            Carriers.of(x.machine).run(x, entry, failure);
            return;
        }
        x.nesting++;
        try {
            loop(entry, new Carriers.Job(x, null, failure));
        } finally {
            x.nesting--;
        }
    }

    @Override
    public void close(Machine m) {
        Carriers.of(m).close();
    }

    /**
     * @param entry null for a base trampoline: it runs until {@link Execution#base} is done, which may be another one by the time
     *     that a parked builtin under it has returned
     * @return whether the entry is done; false when another Java thread has taken over
     */
    static boolean loop(EntryFrame entry, Carriers.Job job) {
        Execution x = job.execution();
        PyObject value = job.takeValue();
        PyException error = job.takeError();
        int compiledDepth = entry == null ? 0 : x.compiledDepth;
        while (!(entry == null ? x.base : entry).done) {
            x.compiledDepth = compiledDepth;
            NativeFrame stepping = null;
            try {
                if (x.switchRequest != null) {
                    if (x.nesting > 1 || x.switchRequest.isHard() && x.top != null) {
                        value = leaveBuiltin(x);
                        continue;
                    }
                    Execution.SwitchRequest to = settle(x);
                    JavaStack parked = to.stack();
                    if (parked != null) {
                        goOn(parked, perform(x, to));
                        return false;
                    }
                    value = to.perform(x);
                    continue;
                }
                if (x.top == null) {
                    // Only forged states lead here: their outermost frames end without one that takes the result.
                    PyException e = error == null ? Errors.systemError("a tasklet lost its frames") : error;
                    (entry == null ? x.base : entry).raise(x, e);
                    return true;
                }
                PyObject r;
                if (x.top instanceof PythonFrame) {
                    // No variable here keeps the frame or the value alive while the loop runs.
                    PyException e = error;
                    error = null;
                    if (value != null) {
                        Compiled.goesOn(x, (PythonFrame) x.top, value);
                        value = null;
                    }
                    r = InterpreterLoop.run(x, (PythonFrame) x.top, e);
                } else {
                    stepping = (NativeFrame) x.top;
                    PyException e = error;
                    error = null;
                    r = StepAgainFrame.take(x, stepping, value, e);
                    if (r != Pending.PENDING) {
                        x.top = stepping.back;
                        if (r == null) {
                            // The end of an iteration reaches the frame below as CPython's does.
                            throw Errors.stopIteration(null);
                        }
                    }
                }
                value = r == Pending.PENDING ? null : r;
            } catch (Throwable t) {
                error = Unwinder.toPython(t);
                value = null;
                x.switchRequest = null;
                if (stepping != null && x.top == stepping) {
                    x.top = stepping.back;
                }
            }
        }
        return true;
    }

    /** What is switched to. */
    private static Execution.SwitchRequest settle(Execution x) {
        Execution.SwitchRequest request = x.switchRequest;
        x.switchRequest = null;
        return request.settle(x);
    }

    /**
     * Switches from inside a blocking builtin, whose Java stack stays behind and is parked. Also where soft switches are disabled.
     * While it is parked, no variable here keeps a tasklet alive.
     *
     * @return the value for the top frame when this stack goes on
     */
    private static PyObject leaveBuiltin(Execution x) {
        JavaStack mine = new JavaStack(x);
        Execution.SwitchRequest stays = handOver(x, mine);
        return stays == null ? mine.park() : stays.perform(x);
    }

    /**
     * Lets another Java thread go on.
     *
     * @return what is to be performed by this one after all, or null
     */
    private static Execution.SwitchRequest handOver(Execution x, JavaStack mine) {
        Carriers carriers = Carriers.of(x.machine);
        // A thread is found before anything changes: when there is none, the running tasklet gets the error.
        Carriers.Carrier spare = carriers.idle();
        x.leaving = mine;
        try {
            Execution.SwitchRequest to = settle(x);
            JavaStack parked = to.stack();
            if (to.stays() || parked != null) {
                carriers.giveBack(spare);
            }
            if (to.stays()) {
                return to;
            }
            Carriers.Job job = perform(x, to);
            if (parked != null) {
                goOn(parked, job);
            } else {
                x.nesting = 1;
                spare.take(job);
            }
            return null;
        } finally {
            x.leaving = null;
        }
    }

    /** Performs a switch; what it gives or raises is for another Java thread. */
    private static Carriers.Job perform(Execution x, Execution.SwitchRequest to) {
        try {
            return new Carriers.Job(x, to.perform(x), null);
        } catch (PyException e) {
            return new Carriers.Job(x, null, e);
        }
    }

    private static void goOn(JavaStack parked, Carriers.Job job) {
        parked.resume(job.execution(), job.takeValue(), job.takeError());
    }
}
