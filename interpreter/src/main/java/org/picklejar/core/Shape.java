package org.picklejar.core;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The layout of an instance's attributes (a hidden class). Shapes of a class form a tree; instances built alike share one. */
public final class Shape {
    private static final int MOST_FIELDS = 64;
    /** Shapes of a class, which stay as long as it does. Where attributes come in ever other orders there would be no end of them. */
    static final int MOST_SHAPES = 500;

    private static final char SLOT_MARK = '\u0000';

    public final PyType type;
    public final int size;
    private final Shape parent;
    private final PyStr key;
    private final boolean detached;
    private Map<PyStr, Integer> index;
    private Map<PyStr, Shape> transitions;

    Shape(PyType type) {
        this(type, null, null, 0, false);
    }

    private Shape(PyType type, Shape parent, PyStr key, int size, boolean detached) {
        this.type = type;
        this.parent = parent;
        this.key = key;
        this.size = size;
        this.detached = detached;
    }

    /** The name under which a slot of a class is kept; no attribute can have it. */
    public static PyStr slotKey(String className, String name) {
        return PyStr.of(SLOT_MARK + className + SLOT_MARK + name);
    }

    static boolean isSlotKey(PyStr key) {
        return key.length() > 0 && key.codePointAt(0) == SLOT_MARK;
    }

    /** The name of the slot that is kept under a key; null when it is the name of an attribute. */
    public static String slotName(PyStr key) {
        return isSlotKey(key) ? key.toString().substring(key.toString().lastIndexOf(SLOT_MARK) + 1) : null;
    }

    /** Where a name lies, or -1. */
    public int indexOf(PyStr name) {
        if (size == 0) {
            return -1;
        }
        if (index == null) {
            Map<PyStr, Integer> m = new HashMap<>();
            for (Shape s = this; s.key != null; s = s.parent) {
                m.put(s.key, s.size - 1);
            }
            index = m;
        }
        Integer i = index.get(name);
        return i == null ? -1 : i;
    }

    /** The shape with one more attribute; null when the attributes had better go to a dict. */
    public Shape with(PyStr name) {
        Shape s = detached || size >= MOST_FIELDS || type.isBuiltin() ? null : next(name);
        return s == null || s.detached ? null : s;
    }

    Shape withSlot(PyStr slot) {
        return next(slot);
    }

    private Shape next(PyStr name) {
        if (type.isBuiltin() || detached) {
            return new Shape(type, this, name, size + 1, detached);
        }
        Shape s = transitions == null ? null : transitions.get(name);
        if (s == null) {
            boolean isOwn = type.shapes >= MOST_SHAPES;
            s = new Shape(type, this, name, size + 1, isOwn);
            if (!isOwn) {
                if (transitions == null) {
                    transitions = new HashMap<>(2);
                }
                transitions.put(name, s);
                type.shapes++;
            }
        }
        return s;
    }

    /** The same layout for an instance whose attributes are in a dict: no inline cache may take it for the plain one. */
    Shape detached() {
        return new Shape(type, parent, key, size, true);
    }

    public boolean isDetached() {
        return detached;
    }

    /** Names in order of creation. */
    public List<PyStr> keys() {
        List<PyStr> out = new ArrayList<>(size);
        for (Shape s = this; s.key != null; s = s.parent) {
            out.add(s.key);
        }
        Collections.reverse(out);
        return out;
    }
}
