package org.picklejar.kernel.client;

/** The kernel process ended while it was needed. */
public final class KernelDied extends Exception {
    private static final long serialVersionUID = 1;

    public KernelDied(String message) {
        super(message);
    }
}
