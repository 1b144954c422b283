package org.picklejar.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Objects whose attributes come in ever other orders share no more shapes than a class may keep. */
class ShapeTest {
    private static final int OBJECTS = 3000;
    private static final int NAMES = 12;

    @Test
    void shapesOfAClassAreLimited() {
        PyType[] tail = {PyType.OBJECT};
        PyType cls = PyType.create(PyType.TYPE, "C", PyTuple.of(tail), PyType.OBJECT, tail, new PyDict());
        cls.hasDict = true;
        Set<Shape> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        Random random = new Random(1);
        for (int n = 0; n < OBJECTS; n++) {
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < NAMES; i++) {
                order.add(i);
            }
            Collections.shuffle(order, random);
            PyInstance o = new PyInstance(cls);
            for (int i : order) {
                if (i < 3) {
                    o.setSlot(Shape.slotKey("C", "xyz".substring(i, i + 1)), PyInt.of(i));
                } else {
                    o.setField(PyStr.of("a" + i), PyInt.of(i));
                }
                if (!o.shape.isDetached()) {
                    kept.add(o.shape);
                }
            }
            for (int i : order) {
                PyObject v = i < 3
                        ? o.getSlot(Shape.slotKey("C", "xyz".substring(i, i + 1)))
                        : o.getField(PyStr.of("a" + i));
                assertEquals(i, ((PyInt) v).value);
            }
            order.removeIf(i -> i < 3);
            assertEquals(
                    order.stream().map(i -> "a" + i).toList(),
                    List.of(o.dictCopy().keyArray()).stream()
                            .map(PyObject::toString)
                            .toList());
        }
        assertTrue(kept.size() > 100 && kept.size() <= Shape.MOST_SHAPES, () -> kept.size() + " shapes");
    }
}
