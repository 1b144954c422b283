package org.picklejar.modules.queue;

import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyType;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.ModuleBuilder;

/** The module {@code _queue}. */
public final class QueueModule {
    static final PyType EMPTY = PyType.builtin("Empty", PyBaseException.class, ExceptionTypes.EXCEPTION)
            .inModule("_queue")
            .withDict();

    private QueueModule() {}

    public static PyModule create() {
        return new ModuleBuilder("_queue")
                .doc("C implementation of the Python queue module.\n"
                        + "This module is an implementation detail, please do not use it directly.")
                .type(PySimpleQueue.TYPE)
                .type(EMPTY)
                .build();
    }

    /** @param name qualified. @return whether the type is defined here */
    public static boolean define(String name, TypeBuilder<?> b) {
        if (!name.equals("_queue.SimpleQueue")) {
            return false;
        }
        PySimpleQueue.define(b.of(PySimpleQueue.class));
        return true;
    }
}
