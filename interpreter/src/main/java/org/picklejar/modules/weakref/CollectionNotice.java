package org.picklejar.modules.weakref;

import java.lang.ref.WeakReference;
import org.picklejar.core.Unreachable;

/** Unreachable from the start: Java's collector finds it at its next run, which is when weak references may have lost their objects. */
final class CollectionNotice {
    private final WeakReference<Unreachable> receiver;

    private CollectionNotice(WeakReference<Unreachable> receiver) {
        this.receiver = receiver;
    }

    static void install(Unreachable receiver) {
        new CollectionNotice(new WeakReference<>(receiver));
    }

    // As in Finalizer; a reference queue would need a thread of its own.
    @Override
    @SuppressWarnings({"deprecation", "removal", "Finalize"})
    protected void finalize() {
        Unreachable r = receiver.get();
        if (r != null) {
            r.nudge();
            new CollectionNotice(receiver);
        }
    }
}
