package org.picklejar.runtime;

import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.picklejar.core.Execution;
import org.picklejar.core.Machine;

/** Puts a hook of a test before what a runtime does at safe points. */
public final class SafePoints {
    private SafePoints() {}

    /** A hook that is asked at every safe point; it asks {@link #next} itself. */
    public abstract static class Hook implements Machine.SafePoint {
        protected Machine.SafePoint next;

        @Override
        public void checkInterrupt(Execution x) {
            next.checkInterrupt(x);
        }

        @Override
        public boolean hasInterrupt(Execution x) {
            return next.hasInterrupt(x);
        }

        @Override
        public void sleep(Execution x, Object monitor, BooleanSupplier condition, long nanos) {
            next.sleep(x, monitor, condition, nanos);
        }

        @Override
        public <T> T compute(Execution x, Supplier<T> work) {
            return next.compute(x, work);
        }
    }

    public static <H extends Hook> H install(Runtime r, Function<Execution, H> maker) {
        H hook = maker.apply(r.execution);
        hook.next = r.execution.machine.safePoint;
        r.execution.machine.safePoint = hook;
        return hook;
    }
}
