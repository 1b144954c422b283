package org.picklejar.core;

import java.util.function.Consumer;

/**
 * A builtin in progress: its fields say how far it is, so it can wait for Python code and be pickled. Subclasses that may be
 * suspended are registered by name for pickling and give their fields in {@link #save}.
 */
public abstract class NativeFrame extends Frame {
    public static final PyType TYPE =
            PyType.builtin("native_frame", NativeFrame.class, PyType.OBJECT).notSubclassable();

    /** Made by an unpickler that has not filled it yet ({@link #restore}). */
    public boolean empty;

    @Override
    public PyType type() {
        return TYPE;
    }

    /**
     * Goes on. Called with this frame on top.
     *
     * @param value what the child returned; null at the start
     * @return the frame's result, or PENDING after one call into Python
     */
    public abstract PyObject step(Execution x, PyObject value);

    /** An exception came from the child. Returns like {@link #step}, or throws. */
    public PyObject raise(Execution x, PyException e) {
        throw e;
    }

    /**
     * Whether a step that asks Python for something in the middle ({@link Execution#await}) is taken again from where it began, by
     * what {@link #save} gave before it. For frames whose state is small, since it is saved before each step, and whose steps do
     * nothing before they ask that must not be done twice.
     */
    public boolean beginsAgain() {
        return false;
    }

    /** Another of the same class, to be restored. */
    final NativeFrame fresh() {
        try {
            return getClass().getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The fields, for pickling: Python objects, as {@link #restore} takes them. */
    public PyObject[] save() {
        throw Errors.typeError("cannot pickle '%s' in progress", getClass().getSimpleName());
    }

    /** Fills an empty frame with what {@link #save} gave. */
    public void restore(PyObject[] state) {
        throw new IllegalStateException(getClass().getName());
    }

    /** What can be pickled of it; one that cannot be pickled shows nothing. */
    @Override
    public void traverse(Consumer<PyObject> visitor) {
        super.traverse(visitor);
        if (empty) {
            return;
        }
        PyObject[] held;
        try {
            held = save();
        } catch (PyException e) {
            return;
        }
        for (PyObject o : held) {
            if (o != null) {
                visitor.accept(o);
            }
        }
    }
}
