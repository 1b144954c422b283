package org.picklejar.modules;

import org.picklejar.core.Execution;
import org.picklejar.core.NativeCode;
import org.picklejar.core.PyBuiltinFunction;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyType;

/** Fills a module that is written in Java. The kind of each function shows in the declaring call, as in TypeBuilder. */
public final class ModuleBuilder {
    private final PyModule module;
    private final String owner;

    public ModuleBuilder(String name) {
        this.owner = name;
        this.module = new PyModule(name);
    }

    /** Fills a given namespace. */
    public ModuleBuilder(String name, PyDict namespace) {
        this.owner = name;
        this.module = new PyModule(name, namespace);
    }

    /** Adds to a module that is there. */
    public ModuleBuilder(PyModule module, String name) {
        this.owner = name;
        this.module = module;
    }

    public PyModule build() {
        return module;
    }

    public ModuleBuilder constant(String key, PyObject value) {
        module.namespace().put(key, value);
        return this;
    }

    public ModuleBuilder type(PyType type) {
        return constant(type.name(), type);
    }

    public ModuleBuilder doc(String text) {
        return constant("__doc__", PyStr.of(text));
    }

    private ModuleBuilder add(NativeCode code) {
        return constant(code.name, new PyBuiltinFunction(code, module, false));
    }

    private abstract static class Function extends NativeCode {
        private final Object body;

        /** @param body null: it takes an array */
        Function(String signature, String owner, boolean isPlain, Object body) {
            super(signature, owner, false, isPlain);
            this.body = body;
        }

        @Override
        protected Object body() {
            return body;
        }
    }

    public ModuleBuilder function(String signature, NativeCode.P0 f) {
        return add(new Function(signature, owner, true, f) {
            @Override
            protected PyObject apply(Execution x, PyObject[] a) {
                return f.call();
            }
        });
    }

    public ModuleBuilder function(String signature, NativeCode.P1<PyObject> f) {
        return add(new Function(signature, owner, true, f) {
            @Override
            protected PyObject apply(Execution x, PyObject[] a) {
                return f.call(a[0]);
            }
        });
    }

    public ModuleBuilder function(String signature, NativeCode.P2<PyObject> f) {
        return add(new Function(signature, owner, true, f) {
            @Override
            protected PyObject apply(Execution x, PyObject[] a) {
                return f.call(a[0], a[1]);
            }
        });
    }

    public ModuleBuilder function(String signature, NativeCode.P3<PyObject> f) {
        return add(new Function(signature, owner, true, f) {
            @Override
            protected PyObject apply(Execution x, PyObject[] a) {
                return f.call(a[0], a[1], a[2]);
            }
        });
    }

    public ModuleBuilder tail(String signature, NativeCode.X0 f) {
        return add(new Function(signature, owner, false, f) {
            @Override
            protected PyObject apply(Execution x, PyObject[] a) {
                return f.call(x);
            }
        });
    }

    public ModuleBuilder tail(String signature, NativeCode.X1<PyObject> f) {
        return add(new Function(signature, owner, false, f) {
            @Override
            protected PyObject apply(Execution x, PyObject[] a) {
                return f.call(x, a[0]);
            }
        });
    }

    public ModuleBuilder tail(String signature, NativeCode.X2<PyObject> f) {
        return add(new Function(signature, owner, false, f) {
            @Override
            protected PyObject apply(Execution x, PyObject[] a) {
                return f.call(x, a[0], a[1]);
            }
        });
    }

    public ModuleBuilder tail(String signature, NativeCode.X3<PyObject> f) {
        return add(new Function(signature, owner, false, f) {
            @Override
            protected PyObject apply(Execution x, PyObject[] a) {
                return f.call(x, a[0], a[1], a[2]);
            }
        });
    }

    /** Any number of parameters. */
    @FunctionalInterface
    public interface TailN {
        PyObject call(Execution x, PyObject[] args);
    }

    public ModuleBuilder tailN(String signature, TailN f) {
        return add(new Function(signature, owner, false, null) {
            @Override
            protected PyObject apply(Execution x, PyObject[] a) {
                return f.call(x, a);
            }
        });
    }

    public ModuleBuilder frame(String signature, NativeCode.FrameMaker f) {
        return add(new Function(signature, owner, true, null) {
            @Override
            protected PyObject apply(Execution x, PyObject[] a) {
                return x.push(f.make(a));
            }
        });
    }
}
