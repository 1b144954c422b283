package org.picklejar.modules.decimal;

import java.util.function.Consumer;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.TypeBuilder;

/** What {@code localcontext()} gives to {@code with}. */
public final class PyContextManager extends PyObject {
    public static final PyType TYPE = PyType.builtin("ContextManager", PyContextManager.class, PyType.OBJECT)
            .inModule("decimal")
            .notSubclassable();

    private final PyDecimalContext inside;
    private final PyDecimalContext outside;

    PyContextManager(PyDecimalContext inside, PyDecimalContext outside) {
        this.inside = inside;
        this.outside = outside;
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    @Override
    public void traverse(Consumer<PyObject> visitor) {
        visitor.accept(inside);
        visitor.accept(outside);
    }

    static void define(TypeBuilder<PyContextManager> b) {
        b.constructor("ContextManager(cls, /, *args, **kwargs)", (x, cls, a) -> {
                    throw Errors.typeError("cannot create 'decimal.ContextManager' instances");
                })
                .tail("__enter__(self, /)", (Execution x, PyContextManager m) -> {
                    PyDecimalContext.setCurrent(x, m.inside);
                    return m.inside;
                })
                .tailN("__exit__(self, /, *args)", (x, m, a) -> {
                    PyDecimalContext.setCurrent(x, m.outside);
                    return PyBool.FALSE;
                })
                .tail(
                        "__reduce__(self, /)",
                        (Execution x, PyContextManager m) -> PyTuple.of(
                                DecimalState.of(x).python("_context_manager"), PyTuple.of(m.inside, m.outside)));
    }
}
