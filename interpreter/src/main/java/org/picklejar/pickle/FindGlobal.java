package org.picklejar.pickle;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Names;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Text;
import org.picklejar.ops.Values;
import org.picklejar.text.StringText;

/** {@code Unpickler.find_class}: imports a module and follows a name in it. */
final class FindGlobal extends NativeFrame {
    private String module;
    private String name;
    private boolean dotted;
    /** The part of the name that is next; -1 before the module is imported. */
    private int part = -1;

    private PyObject object;

    /** For unpickling. */
    FindGlobal() {}

    /** @param dotted whether a name with dots is followed through attributes (protocol 4) */
    FindGlobal(String module, String name, boolean dotted) {
        this.module = module;
        this.name = name;
        this.dotted = dotted;
    }

    /** What {@code find_class} of an unpickler gives; may be PENDING. */
    static PyObject find(Execution x, Unpickler u, int protocol, String module, String name) {
        PyObject special = u.special(module, name);
        if (special != null) {
            return special;
        }
        String[] names = {module, name};
        if (protocol < 3 && u.fixImports) {
            OldNames.toPython3(x, names);
        }
        if (x.machine.modules.get(names[0]) instanceof PyModule m) {
            PyObject v = m.namespace().get(names[1]);
            if (v != null) {
                return v;
            }
        }
        return x.push(new FindGlobal(names[0], names[1], protocol >= 4));
    }

    @Override
    public PyObject step(Execution x, PyObject value) {
        PyObject v = value;
        if (part < 0) {
            part = 0;
            if (x.machine.modules.get(module) == null) {
                v = x.call(
                        x.machine.builtins.get("__import__"),
                        PyStr.of(module),
                        PySingleton.NONE,
                        PySingleton.NONE,
                        PyList.of(Names.NAME),
                        PyInt.ZERO);
                if (v == Pending.PENDING) {
                    return v;
                }
            }
            v = x.machine.modules.get(module);
        } else if (part == 0) {
            v = x.machine.modules.get(module);
        }
        object = v;
        String[] parts = dotted ? name.split("\\.", -1) : new String[] {name};
        while (part < parts.length) {
            if (parts[part].equals("<locals>")) {
                throw Errors.of(
                        ExceptionTypes.ATTRIBUTE_ERROR,
                        PyStr.of("Can't get local attribute " + StringText.repr(name) + " on "
                                + Text.reprNow(x, object)));
            }
            PyStr n = PyStr.of(parts[part++]);
            try {
                v = Attributes.get(x, object, n);
            } catch (PyException e) {
                if (x.top != this) {
                    throw e;
                }
                return raise(x, e);
            }
            if (v == Pending.PENDING) {
                return v;
            }
            object = v;
        }
        return object;
    }

    @Override
    public PyObject raise(Execution x, PyException e) {
        if (part > 0 && e.is(ExceptionTypes.ATTRIBUTE_ERROR)) {
            PyObject where = x.machine.modules.get(module);
            throw Errors.of(
                    ExceptionTypes.ATTRIBUTE_ERROR,
                    PyStr.of("Can't get attribute " + StringText.repr(name) + " on "
                            + Text.reprNow(x, where == null ? PySingleton.NONE : where)));
        }
        throw e;
    }

    @Override
    public PyObject[] save() {
        return new PyObject[] {PyStr.of(module), PyStr.of(name), PyBool.of(dotted), PyInt.of(part), object};
    }

    @Override
    public void restore(PyObject[] state) {
        module = state[0].toString();
        name = state[1].toString();
        dotted = state[2] == PyBool.TRUE;
        part = Values.toInt(state[3]);
        object = state[4];
    }
}
