package org.picklejar.tasklets;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.picklejar.core.Identity;
import org.picklejar.core.JavaStack;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;

/**
 * {@code tasklet.cstate}: the Java stack of a tasklet that was switched away from inside a blocking builtin. Tasklets without one
 * share the initial stub of their thread. All of a runtime form a ring.
 */
final class CStack extends PyObject {
    static final PyType TYPE = PyType.builtin("cstack", CStack.class, PyType.OBJECT)
            .inModule("_stackless")
            .notSubclassable();

    private final StacklessState shared;
    private final int serial;
    /** It keeps its stack, and is not kept by it. */
    private final WeakReference<Tasklet> tasklet;
    /** Null in a stub. */
    private final JavaStack stack;

    CStack(StacklessState shared, Tasklet tasklet, JavaStack stack) {
        this.shared = shared;
        this.serial = shared.nextSerial();
        this.tasklet = new WeakReference<>(tasklet);
        this.stack = stack;
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    JavaStack stack() {
        return stack;
    }

    /** Null in a stub, and when nobody refers to the tasklet any more. */
    Tasklet tasklet() {
        return tasklet.get();
    }

    int number() {
        return serial;
    }

    /** @param step 1 or -1 */
    private CStack neighbour(int step) {
        List<CStack> all = new ArrayList<>();
        shared.schedulers().forEach(s -> all.addAll(s.stacks.all()));
        int i = all.indexOf(this);
        return i < 0 ? this : all.get(Math.floorMod(i + step, all.size()));
    }

    private int size() {
        return stack == null ? 0 : stack.depth();
    }

    static void define(TypeBuilder<CStack> b) {
        b.member("next", c -> c.neighbour(1))
                .member("prev", c -> c.neighbour(-1))
                .member("task", c -> {
                    Tasklet t = c.tasklet();
                    return t == null ? PySingleton.NONE : t;
                })
                .member("serial", c -> PyInt.of(c.serial))
                .member("nesting_level", c -> PyInt.of(c.stack == null ? 0 : c.stack.nestingLevel()))
                .member("size", c -> PyInt.of(c.size()))
                .member("startaddr", c -> PyInt.of(Identity.id(c)))
                .unary(Slot.STR, c -> PyStr.of(c.stack == null ? "" : c.stack.dump()));
    }
}
