package org.picklejar.types;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Names;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyList;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Text;
import org.picklejar.ops.Values;

/** {@code module}. */
final class ModuleType {
    private ModuleType() {}

    static void define(TypeBuilder<?> builder) {
        TypeBuilder<PyModule> b = builder.of(PyModule.class);
        b.constructor("module(cls, /, *args, **kwargs)", (x, cls, a) -> new PyModule(cls))
                .initializer("module", "module(self, name, doc=None)", (x, a) -> {
                    PyDict ns = ((PyModule) a[0]).namespace();
                    ns.put(Names.NAME, Values.str(a[1], "module() argument 'name'"));
                    ns.put(Names.DOC, a[2]);
                    for (PyStr k : new PyStr[] {Names.PACKAGE, Names.LOADER, Names.SPEC}) {
                        ns.put(k, PySingleton.NONE);
                    }
                    return PySingleton.NONE;
                })
                .rawBinary(Slot.GETATTRIBUTE, (x, o, n) -> get(x, (PyModule) o, Attributes.nameOf(n)))
                .rawUnaryTail(Slot.REPR, (x, o) -> repr(x, (PyModule) o))
                .getter("__dict__", PyModule::namespace)
                .property(
                        "__annotations__",
                        m -> {
                            PyObject v = m.namespace().get(Names.ANNOTATIONS);
                            if (v == null) {
                                v = new PyDict();
                                m.namespace().put(Names.ANNOTATIONS, v);
                            }
                            return v;
                        },
                        (m, v) -> {
                            if (v == null) {
                                m.namespace().remove(Names.ANNOTATIONS);
                            } else {
                                m.namespace().put(Names.ANNOTATIONS, v);
                            }
                        })
                .tail("__dir__(self, /)", (Execution x, PyModule m) -> {
                    PyObject f = m.namespace().get(Names.DIR);
                    if (f != null) {
                        return x.call(f);
                    }
                    PyObject[] keys = m.namespace().keyArray();
                    return new PyList(keys, keys.length);
                });
    }

    private static PyObject get(Execution x, PyModule m, PyStr name) {
        PyObject v = Attributes.find(x, m, name);
        if (v != null) {
            return v;
        }
        PyObject hook = m.namespace().get(Names.GETATTR);
        if (hook != null) {
            return x.call(hook, name);
        }
        throw Errors.attributeError(m, name);
    }

    private static PyObject repr(Execution x, PyModule m) {
        PyDict ns = m.namespace();
        PyObject name = ns.get(Names.NAME);
        PyObject file = ns.get(Names.FILE);
        String shown = name == null ? "'?'" : Text.reprNow(x, name);
        if (file instanceof PyStr f) {
            return PyStr.of("<module " + shown + " from " + Text.reprNow(x, f) + ">");
        }
        PyObject spec = ns.get(Names.SPEC);
        PyObject origin =
                spec == null || spec == PySingleton.NONE ? null : Attributes.getNow(x, spec, PyStr.of("origin"));
        return PyStr.of("<module " + shown + (origin instanceof PyStr s ? " (" + s + ")" : "") + ">");
    }
}
