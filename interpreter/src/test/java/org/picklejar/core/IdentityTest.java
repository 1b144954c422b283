package org.picklejar.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class IdentityTest {
    private static AtomicInteger counter(String name) throws ReflectiveOperationException {
        Field f = Identity.class.getDeclaredField(name);
        f.setAccessible(true);
        return (AtomicInteger) f.get(null);
    }

    private static PyObject make() {
        return PyList.of();
    }

    @Test
    void theHashIsASixteenthOfTheId() {
        PyObject a = make();
        PyObject b = make();
        assertEquals(Identity.hash(a), Identity.id(a) >> 4);
        long id = Identity.id(b);
        assertEquals(Identity.hash(b), id >> 4);
        assertEquals(a.serial(), Identity.serialIn(Identity.id(a)));
        assertEquals(a.serial(), Identity.serialIn(Identity.hash(a)));
        assertEquals(Identity.id(b), Identity.like(Identity.id(a), b.serial()));
        assertEquals(Identity.hash(b), Identity.like(Identity.hash(a), b.serial()));
    }

    /** As after two billion objects that were hashed. */
    @Test
    void idsStayUniqueWhenHashesRepeat() throws ReflectiveOperationException {
        AtomicInteger last = counter("LAST");
        AtomicInteger repeating = counter("LAST_REPEATING");
        int before = last.get();
        try {
            last.set(Integer.MIN_VALUE);
            List<PyObject> objects = new ArrayList<>();
            for (int round = 0; round < 2; round++) {
                repeating.set(round << 28);
                for (int i = 0; i < 100; i++) {
                    PyObject o = make();
                    Identity.hash(o);
                    objects.add(o);
                }
            }
            assertEquals(Identity.hash(objects.get(0)), Identity.hash(objects.get(100)));
            Set<Long> ids = new HashSet<>();
            for (PyObject o : objects) {
                long hash = Identity.hash(o);
                long id = Identity.id(o);
                assertTrue(ids.add(id));
                assertEquals(id, Identity.id(o));
                assertEquals(hash, Identity.hash(o));
            }
        } finally {
            last.set(before);
        }
    }
}
