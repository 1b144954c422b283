package org.picklejar.modules.weakref;

import java.util.List;
import org.picklejar.core.Execution;
import org.picklejar.core.KeyOperation;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.ModuleBuilder;

/** {@code _weakref}. */
public final class WeakrefModule {
    private WeakrefModule() {}

    public static PyModule create(Execution x) {
        return new ModuleBuilder("_weakref")
                .constant("ref", PyWeakReference.TYPE)
                .constant("ReferenceType", PyWeakReference.TYPE)
                .constant("ProxyType", PyWeakReference.PROXY)
                .constant("CallableProxyType", PyWeakReference.CALLABLE_PROXY)
                .tail(
                        "proxy(object, callback=None, /)",
                        (e, o, callback) -> PyWeakReference.make(
                                e,
                                o.type().call(Slot.CALL) != null
                                        ? PyWeakReference.CALLABLE_PROXY
                                        : PyWeakReference.PROXY,
                                o,
                                callback))
                .tail(
                        "getweakrefcount(object, /)",
                        (e, o) -> PyInt.of(WeakReferences.of(e.machine).to(o).size()))
                .tail("getweakrefs(object, /)", (e, o) -> {
                    List<PyWeakReference> all = WeakReferences.of(e.machine).to(o);
                    return PyList.of(all);
                })
                .tail("_remove_dead_weakref(dct, key, /)", WeakrefModule::removeDead)
                .doc("Weak-reference support module.")
                .build();
    }

    private static PyObject removeDead(Execution x, PyObject dict, PyObject key) {
        return dict instanceof PyDict d ? KeyOperation.REMOVE_DEAD.on(x, d, key) : PySingleton.NONE;
    }

    /** @return whether the type is defined here */
    public static boolean define(String name, TypeBuilder<?> b) {
        switch (name) {
            case "weakref.ReferenceType" -> PyWeakReference.define(b.of(PyWeakReference.class));
            case "weakref.ProxyType" -> ProxyTypes.define(b.of(PyWeakReference.class), false);
            case "weakref.CallableProxyType" -> ProxyTypes.define(b.of(PyWeakReference.class), true);
            default -> {
                return false;
            }
        }
        return true;
    }
}
