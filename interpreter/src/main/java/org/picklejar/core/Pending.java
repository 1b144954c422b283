package org.picklejar.core;

/**
 * What an operation returns when its result is not there yet: it has pushed a frame ({@link Execution#top}) or asked for
 * a switch of tasklets. The result is delivered to the frame that was on top before. Never visible to programs.
 */
public final class Pending extends PyObject {
    public static final Pending PENDING = new Pending();

    private Pending() {}

    @Override
    public PyType type() {
        throw new IllegalStateException("a pending result was used as a value");
    }
}
