package org.picklejar.core;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Any Python value. Operations are slots of its type. */
public abstract class PyObject {
    /** Serial numbers of all machines: builtin types and constants belong to none. */
    private static final AtomicInteger LAST_SERIAL = new AtomicInteger();

    /** Whether the objects of a class can hold others. */
    private static final ClassValue<Boolean> CONTAINERS = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> kind) {
            try {
                return kind.getMethod("traverse", Consumer.class).getDeclaringClass() != PyObject.class;
            } catch (NoSuchMethodException e) {
                throw new AssertionError(e);
            }
        }
    };

    /** Given when somebody asks, 0 until then. It takes no room: the field fills a gap in most objects. */
    private int serial;

    public abstract PyType type();

    /**
     * A number that tells this object from every other: what {@code id()} stands on. (Java's identity hash is not unique.) It
     * repeats only after four billion objects were asked.
     */
    public final int serial() {
        return serial != 0 ? serial : giveSerial();
    }

    /** Whether somebody has asked for the number. */
    public final boolean hasSerial() {
        return serial != 0;
    }

    private synchronized int giveSerial() {
        while (serial == 0) {
            serial = newSerial();
        }
        return serial;
    }

    /** A number that no object has, for {@link #adoptSerial}. */
    public static int newSerial() {
        return LAST_SERIAL.incrementAndGet();
    }

    /** Takes a number, unless it has one. */
    public final synchronized void adoptSerial(int number) {
        if (serial == 0) {
            serial = number;
        }
    }

    /** Gives each object that this one holds, without running Python (CPython: tp_traverse). */
    public void traverse(Consumer<PyObject> visitor) {}

    /** Whether objects of this kind hold others, which {@link #traverse} then gives (CPython: Py_TPFLAGS_HAVE_GC). */
    public final boolean isContainer() {
        return CONTAINERS.get(getClass());
    }
}
