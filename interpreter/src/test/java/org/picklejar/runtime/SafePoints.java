package org.picklejar.runtime;

import java.util.function.Function;
import org.picklejar.core.Execution;
import org.picklejar.core.Machine;

/** Puts a hook of a test before what a runtime does at safe points. */
public final class SafePoints {
    private SafePoints() {}

    /** A hook that is asked at every safe point; it asks {@code next} itself. */
    public interface Hook extends Machine.SafePoint {
        void setNext(Machine.SafePoint next);
    }

    public static <H extends Hook> H install(Runtime r, Function<Execution, H> maker) {
        H hook = maker.apply(r.execution);
        hook.setNext(r.execution.machine.safePoint);
        r.execution.machine.safePoint = hook;
        return hook;
    }
}
