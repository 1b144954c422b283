package org.picklejar.types;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Names;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Text;

/** The end of {@code type.__new__}: calls {@code __set_name__} of the attributes, then {@code __init_subclass__}. The result is the class. */
public final class ClassHooksFrame extends NativeFrame {
    private PyType cls;
    private PyDict keywords;
    private PyObject[] attributes = {};
    private int next = -1;

    /** For unpickling. */
    public ClassHooksFrame() {}

    ClassHooksFrame(PyType cls, PyDict keywords) {
        this.cls = cls;
        this.keywords = keywords;
    }

    @Override
    public PyObject step(Execution x, PyObject value) {
        if (next < 0) {
            attributes = cls.namespace().keyArray();
            next = 0;
        }
        while (next < attributes.length) {
            PyObject name = attributes[next++];
            PyObject v = cls.namespace().get(x, name);
            PyObject hook = v == null ? null : v.type().lookup(Names.SET_NAME);
            if (hook != null) {
                PyObject r;
                try {
                    r = x.callSpecial(v, hook, new PyObject[] {v, cls, name}, null);
                } catch (PyException e) {
                    throw noted(x, e);
                }
                if (r == Pending.PENDING) {
                    return r;
                }
            }
        }
        if (next == attributes.length) {
            next++;
            PyObject hook = superInitSubclass(x);
            if (hook != null) {
                PyObject[] values = keywords.valueArray();
                PyObject[] args = new PyObject[values.length];
                System.arraycopy(values, 0, args, 0, values.length);
                return keepClass(x.call(hook, args, values.length == 0 ? null : PyTuple.of(keywords.keyArray())));
            }
            if (keywords.size() > 0) {
                throw Errors.typeError("%s.__init_subclass__() takes no keyword arguments", cls.name());
            }
        }
        return cls;
    }

    private PyObject keepClass(PyObject r) {
        return r == Pending.PENDING ? r : cls;
    }

    /** What {@code super(cls, cls).__init_subclass__} is; null for object's own, which does nothing. */
    private PyObject superInitSubclass(Execution x) {
        PyType[] mro = cls.mro();
        for (int i = 1; i < mro.length; i++) {
            PyObject f = mro[i].namespace().get(Names.INIT_SUBCLASS);
            if (f != null) {
                return mro[i] == PyType.OBJECT ? null : Attributes.bindOnType(x, f, cls);
            }
        }
        return null;
    }

    @Override
    public PyObject raise(Execution x, PyException e) {
        throw noted(x, e);
    }

    /** With a note of the attribute whose {@code __set_name__} raised it, if one did. */
    private PyException noted(Execution x, PyException e) {
        if (next <= attributes.length && next > 0) {
            PyObject name = attributes[next - 1];
            PyObject v = cls.namespace().get(x, name);
            String note = String.format(
                    "Error calling __set_name__ on '%s' instance %s in '%s'",
                    v == null ? "?" : v.type().name(), Text.reprNow(x, name), cls.name());
            PyObject notes = e.value.getField(PyStr.of("__notes__"));
            if (notes instanceof PyList l) {
                l.append(PyStr.of(note));
            } else {
                e.value.setField(PyStr.of("__notes__"), PyList.of(PyStr.of(note)));
            }
        }
        return e;
    }

    @Override
    public boolean beginsAgain() {
        return true;
    }

    @Override
    public PyObject[] save() {
        return new PyObject[] {cls, keywords, PyTuple.of(attributes), PyInt.of(next)};
    }

    @Override
    public void restore(PyObject[] state) {
        cls = (PyType) state[0];
        keywords = (PyDict) state[1];
        attributes = ((PyTuple) state[2]).items;
        next = (int) ((PyInt) state[3]).value;
    }
}
