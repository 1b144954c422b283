package org.picklejar.core;

import java.util.function.Consumer;

/** Any Python value. Operations are slots of its type. */
public abstract class PyObject {
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

    /** A number that tells this object from every other: what {@code id()} stands on ({@link Identity}). */
    public final int serial() {
        int s = serial != 0 ? serial : giveSerial(false);
        return Identity.isUnique(s) ? s : Identity.secondSerial(this);
    }

    /** The number that the hash stands on when the object has no other. */
    public final int hashSerial() {
        return serial != 0 ? serial : giveSerial(true);
    }

    /** Whether somebody has asked for one of the numbers. */
    public final boolean hasSerial() {
        return serial != 0;
    }

    private synchronized int giveSerial(boolean forHash) {
        if (serial == 0) {
            serial = forHash ? Identity.newHashSerial() : Identity.newSerial();
        }
        return serial;
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
