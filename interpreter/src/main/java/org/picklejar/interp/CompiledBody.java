package org.picklejar.interp;

import org.picklejar.core.CompiledCode;
import org.picklejar.core.Execution;
import org.picklejar.core.PyFunction;
import org.picklejar.core.PyObject;

/** What compiled classes extend: calls whose arguments the class does not take as they are bind them into a frame. */
public abstract class CompiledBody extends CompiledCode {
    @Override
    public PyObject call(Execution x, PyFunction fn) {
        return Compiled.call(x, fn, new PyObject[0]);
    }

    @Override
    public PyObject call(Execution x, PyFunction fn, PyObject a) {
        return Compiled.call(x, fn, new PyObject[] {a});
    }

    @Override
    public PyObject call(Execution x, PyFunction fn, PyObject a, PyObject b) {
        return Compiled.call(x, fn, new PyObject[] {a, b});
    }

    @Override
    public PyObject call(Execution x, PyFunction fn, PyObject a, PyObject b, PyObject c) {
        return Compiled.call(x, fn, new PyObject[] {a, b, c});
    }

    @Override
    public PyObject call(Execution x, PyFunction fn, PyObject[] args) {
        return Compiled.call(x, fn, args);
    }
}
