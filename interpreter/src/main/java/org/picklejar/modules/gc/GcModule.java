package org.picklejar.modules.gc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import org.picklejar.core.Execution;
import org.picklejar.core.Finalizer;
import org.picklejar.core.Frame;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Unreachable;
import org.picklejar.modules.Blocking;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.modules.weakref.WeakReferences;
import org.picklejar.ops.Finish;

/** {@code _gc}, what module {@code gc} stands on: Java collects; what programs set is remembered, and {@code collect} asks Java to. */
public final class GcModule {
    /** For the thread that hands over references, which may get no processor for a while. */
    private static final long LONGEST_WAIT_MILLIS = 5_000;

    private GcModule() {}

    /** What a program has set. */
    private static final class Settings {
        private boolean enabled = true;
        private long collections;
        private PyTuple thresholds = PyTuple.of(PyInt.of(2000), PyInt.of(10), PyInt.ZERO);
    }

    private static Settings settings(Execution x) {
        return x.machine.state(Settings.class, m -> new Settings());
    }

    public static PyModule create(Execution x) {
        ModuleBuilder b = new ModuleBuilder("_gc");
        b.tail("enable()", e -> {
                    settings(e).enabled = true;
                    return PySingleton.NONE;
                })
                .tail("disable()", e -> {
                    settings(e).enabled = false;
                    return PySingleton.NONE;
                })
                .tail("isenabled()", e -> PyBool.of(settings(e).enabled))
                .tail("collect()", GcModule::collect)
                .tail("get_threshold()", e -> settings(e).thresholds)
                .tailN("set_threshold(threshold0, threshold1=10, threshold2=0, /)", (e, a) -> {
                    settings(e).thresholds = PyTuple.of(a);
                    return PySingleton.NONE;
                })
                .tail("get_count()", e -> PyTuple.of(PyInt.ZERO, PyInt.ZERO, PyInt.ZERO))
                .tail("containers()", e -> PyList.of(References.containers(e).toArray(PyObject[]::new)))
                .tailN("get_referrers(*objs)", (e, a) -> References.referrers(e, ((PyTuple) a[0]).items))
                .tailN("get_referents(*objs)", (e, a) -> References.referents(((PyTuple) a[0]).items))
                .tail("get_stats()", e -> PyList.of(statistics(0), statistics(0), statistics(settings(e).collections)))
                .tail("is_tracked(obj, /)", (e, o) -> PyBool.of(o.isContainer()))
                .tail("is_finalized(obj, /)", (e, o) -> {
                    Finalizer f = Finalizer.of(o);
                    return PyBool.of(f != null && f.isDone());
                })
                .tail("freeze()", e -> PySingleton.NONE)
                .tail("unfreeze()", e -> PySingleton.NONE)
                .tail("get_freeze_count()", e -> PyInt.ZERO)
                .constant("garbage", new PyList());
        String[] flags = {"DEBUG_STATS", "DEBUG_COLLECTABLE", "DEBUG_UNCOLLECTABLE", null, null, "DEBUG_SAVEALL"};
        for (int i = 0; i < flags.length; i++) {
            if (flags[i] != null) {
                b.constant(flags[i], PyInt.of(1L << i));
            }
        }
        return b.constant("DEBUG_LEAK", PyInt.of(38)).build();
    }

    /** @param collections those that the program has asked for. Of its own, and of what it has found, Java does not tell */
    private static PyObject statistics(long collections) {
        PyDict d = new PyDict();
        d.put("collections", PyInt.of(collections));
        d.put("collected", PyInt.ZERO);
        d.put("uncollectable", PyInt.ZERO);
        // CPython has no such entry; Java counts all generations together.
        Runtime jvm = Runtime.getRuntime();
        d.put("heap_bytes", PyInt.of(jvm.totalMemory() - jvm.freeMemory()));
        return d;
    }

    /** Collects, then runs the callbacks of weak references and the {@code __del__} of what was found. */
    private static PyObject collect(Execution x) {
        settings(x).collections++;
        // Java hands over the references that a collection has cleared one after the other, in no order that is known,
        // and those of
        // the next only when it is done: when the next has come, all of this one have.
        if (collectOnce(x)) {
            collectOnce(x);
        }
        Unreachable.runFinalizers();
        Frame caller = x.top;
        return Finish.RETURN_A.on(x, caller, WeakReferences.drain(x), PyInt.ZERO, null);
    }

    /** @return whether Java has handed over a reference that the collection has cleared, which it does not when it may not collect */
    private static boolean collectOnce(Execution x) {
        ReferenceQueue<Object> queue = new ReferenceQueue<>();
        Reference<Object> witness = new PhantomReference<>(new Object(), queue);
        System.gc();
        try {
            return Blocking.run(x, () -> removed(queue)) == witness;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reference<?> removed(ReferenceQueue<Object> queue) {
        try {
            return queue.remove(LONGEST_WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
