package org.picklejar.core;

import java.util.function.Consumer;

/** A builtin function, or a builtin method bound to its object. */
public final class PyBuiltinFunction extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "builtin_function_or_method", PyBuiltinFunction.class, PyType.OBJECT)
            .notSubclassable();
    public final NativeCode code;
    /** The object it is bound to, the module of a function, or the class of {@code __new__}; may be null. */
    public final PyObject self;
    /** Whether {@link #self} is passed as the first argument. */
    public final boolean bound;

    public PyBuiltinFunction(NativeCode code, PyObject self, boolean bound) {
        this.code = code;
        this.self = self;
        this.bound = bound;
        if (!bound && code.function == null) {
            code.function = this;
        }
    }

    public PyObject invoke(Execution x, PyObject[] args, PyTuple names) {
        return code.call(x, bound ? PythonSlot.prepend(self, args) : args, names);
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    @Override
    public void traverse(Consumer<PyObject> visitor) {
        if (self != null) {
            visitor.accept(self);
        }
    }
}
