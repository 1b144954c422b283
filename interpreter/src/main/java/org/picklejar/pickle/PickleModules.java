package org.picklejar.pickle;

import org.picklejar.core.Execution;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.TypeBuilder;
import org.picklejar.interp.CurrentFrame;
import org.picklejar.interp.FrameReference;

/** Finds the modules and the type tables of this package. */
public final class PickleModules {
    /** All names, for {@code sys.builtin_module_names}. */
    public static final String[] NAMES = {"_pickle", WrapModule.NAME, Modules.HELPERS};

    private PickleModules() {}

    /** A new module, or null when there is none of this name here. */
    public static PyModule create(Execution x, String name) {
        return switch (name) {
            case "_pickle" -> PickleModule.create();
            case WrapModule.NAME -> WrapModule.of(x).module();
            case Modules.HELPERS -> new PyModule(Modules.HELPERS, x.machine.helpers);
            default -> null;
        };
    }

    /** Adds {@code __reduce__} to the types of what is running, and {@code __setstate__} to those whose objects are filled after they are made. */
    public static void extend(String name, TypeBuilder<?> b) {
        switch (name) {
            case "generator",
                    "coroutine",
                    "async_generator",
                    "async_generator_asend",
                    "async_generator_athrow",
                    "coroutine_wrapper",
                    "traceback" ->
                b.of(PyObject.class)
                        .tail(
                                "__reduce__(self, /)",
                                (Execution x, PyObject o) -> x.call(x.machine.helpers.get("reduce_registered"), o));
            default -> {}
        }
        switch (name) {
            case "cell",
                    "code",
                    "function",
                    "frame",
                    "native_frame",
                    "generator",
                    "coroutine",
                    "async_generator",
                    "async_generator_asend",
                    "async_generator_athrow",
                    "coroutine_wrapper",
                    "traceback",
                    "property",
                    "staticmethod",
                    "classmethod",
                    "super",
                    "dict_keys",
                    "dict_values",
                    "dict_items" ->
                b.of(PyObject.class)
                        .tail(
                                "__setstate__(self, state, /)",
                                (Execution x, PyObject o, PyObject state) -> WrapModule.setState(x, o, state));
            default -> {}
        }
    }

    /** @return whether the type is defined here */
    public static boolean define(String name, TypeBuilder<?> b) {
        switch (name) {
            case "_pickle.Pickler" -> PicklerType.define(b);
            case "_pickle.Unpickler" -> UnpicklerType.define(b);
            case "_pickle.PickleBuffer" -> PickleBuffer.define(b);
            case "_pickle.PicklerMemoProxy", "_pickle.UnpicklerMemoProxy" -> MemoProxy.define(b);
            case "stackless._wrap.frame_reference" ->
                b.of(FrameReference.class)
                        .tail("__reduce__(self, /)", (Execution x, FrameReference r) -> {
                            CurrentFrame.needAllVariables(x);
                            return FrameReduction.reduce(x, r.frame);
                        })
                        .tail("__deepcopy__(self, memo, /)", (Execution x, FrameReference r, PyObject memo) -> {
                            CurrentFrame.needAllVariables(x);
                            return FrameReduction.deepCopy(x, r, memo);
                        });
            default -> {
                return false;
            }
        }
        return true;
    }
}
