package org.picklejar.core;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The numbers that tell objects from each other: what {@code id()} gives, and the hash of objects that have no other. Both stand on a
 * serial number that an object is given when somebody asks. As in CPython the hash is a sixteenth of the id.
 *
 * <p>Serial numbers are of all machines, since builtin types and constants belong to none. Those of ids are unique until four billion
 * objects were asked; Java's identity hash is not. Many more objects are hashed than asked for their ids, so beyond half of the numbers
 * hashes take some that repeat, and whoever has one of those and is asked for its id gets a second number.
 */
public final class Identity {
    private static final long FIRST_ADDRESS = 0x7f0000000000L;
    private static final int ADDRESS_SHIFT = 4;
    private static final long FIRST_HASH = FIRST_ADDRESS >> ADDRESS_SHIFT;
    /** Serial numbers from here on (unsigned) are of hashes only, and repeat. */
    private static final int REPEATING = 0xF0000000;

    private static final AtomicInteger LAST = new AtomicInteger();
    private static final AtomicInteger LAST_REPEATING = new AtomicInteger();

    private Identity() {}

    /** {@code a is b}. Numbers that compiled code has had without objects are other objects afterwards, so equal ones are the same, as in PyPy. */
    public static boolean isSame(PyObject a, PyObject b) {
        return a == b
                || a instanceof PyInt i && b instanceof PyInt j && i.value == j.value
                || a instanceof PyFloat i
                        && b instanceof PyFloat j
                        && Double.doubleToRawLongBits(i.value) == Double.doubleToRawLongBits(j.value);
    }

    /** What {@code id()} gives. */
    public static long id(PyObject o) {
        return address(o.serial());
    }

    /** The {@code id()} of the object with a serial number. */
    public static long address(int serial) {
        return FIRST_ADDRESS + (Integer.toUnsignedLong(serial) << ADDRESS_SHIFT);
    }

    /** What {@code hash()} gives for an object without a hash of its own. */
    public static long hash(PyObject o) {
        return FIRST_HASH + Integer.toUnsignedLong(o.hashSerial());
    }

    /** The serial number of the object that has an id or a hash. */
    public static int serialIn(long idOrHash) {
        return (int) (isHash(idOrHash) ? idOrHash - FIRST_HASH : idOrHash - FIRST_ADDRESS >> ADDRESS_SHIFT);
    }

    /** The id or hash, whichever the first one is, of the object with another serial number. */
    public static long like(long idOrHash, int serial) {
        return isHash(idOrHash) ? FIRST_HASH + Integer.toUnsignedLong(serial) : address(serial);
    }

    private static boolean isHash(long idOrHash) {
        return idOrHash < FIRST_ADDRESS;
    }

    /** A number that no object has, for {@link PyObject#adoptSerial}. */
    public static int newSerial() {
        return LAST.updateAndGet(n -> n + 1 == REPEATING ? 1 : n + 1);
    }

    static int newHashSerial() {
        return LAST.get() >= 0 ? newSerial() : LAST_REPEATING.incrementAndGet() | REPEATING;
    }

    static boolean isUnique(int serial) {
        return Integer.compareUnsigned(serial, REPEATING) < 0;
    }

    /** The second numbers of objects whose first is not unique. */
    private static final class Second {
        private static final Map<Key, Integer> NUMBERS = new HashMap<>();
        private static final ReferenceQueue<PyObject> DEAD = new ReferenceQueue<>();

        private static final class Key extends WeakReference<PyObject> {
            private final int hash;

            Key(PyObject o) {
                super(o, DEAD);
                hash = System.identityHashCode(o);
            }

            @Override
            public int hashCode() {
                return hash;
            }

            @Override
            public boolean equals(Object other) {
                return this == other || other instanceof Key k && get() != null && k.get() == get();
            }
        }

        static synchronized int of(PyObject o) {
            for (Object dead = DEAD.poll(); dead != null; dead = DEAD.poll()) {
                NUMBERS.remove(dead);
            }
            return NUMBERS.computeIfAbsent(new Key(o), k -> newSerial());
        }
    }

    static int secondSerial(PyObject o) {
        return Second.of(o);
    }
}
