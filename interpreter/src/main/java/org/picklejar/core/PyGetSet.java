package org.picklejar.core;

/** A computed attribute of a builtin type, or a slot declared by {@code __slots__}. */
public final class PyGetSet extends PyObject {
    public static final PyType TYPE =
            PyType.builtin("getset_descriptor", PyGetSet.class, PyType.OBJECT).notSubclassable();
    public static final PyType MEMBER_TYPE =
            PyType.builtin("member_descriptor", PyGetSet.class, PyType.OBJECT).notSubclassable();

    @FunctionalInterface
    public interface Getter {
        PyObject get(Execution x, PyObject self);
    }

    /** {@code value} is null to delete. */
    @FunctionalInterface
    public interface Setter {
        void set(Execution x, PyObject self, PyObject value);
    }

    public final String name;
    public final PyType owner;
    public final Getter getter;
    /** Null when read-only. */
    public final Setter setter;
    /** Of a declared slot: where instances keep it. Null otherwise. */
    public final PyStr slotKey;

    public final boolean isMember;

    public PyGetSet(String name, PyType owner, Getter getter, Setter setter, boolean isMember) {
        this.name = name;
        this.owner = owner;
        this.getter = getter;
        this.setter = setter;
        this.slotKey = null;
        this.isMember = isMember;
    }

    /** A slot declared by {@code __slots__}. */
    public PyGetSet(String name, PyType owner) {
        this.name = name;
        this.owner = owner;
        PyStr key = Shape.slotKey(owner.name() + "@" + Integer.toHexString(System.identityHashCode(owner)), name);
        this.slotKey = key;
        this.isMember = true;
        this.getter = (x, self) -> {
            PyObject v = ((PyInstance) self).getSlot(key);
            if (v == null) {
                throw Errors.attributeError(self, PyStr.of(name));
            }
            return v;
        };
        this.setter = (x, self, value) -> {
            if (value == null && ((PyInstance) self).getSlot(key) == null) {
                throw Errors.attributeError(name, self, PyStr.of(name));
            }
            ((PyInstance) self).setSlot(key, value);
        };
    }

    public PyObject get(Execution x, PyObject self) {
        return getter.get(x, self);
    }

    public void set(Execution x, PyObject self, PyObject value) {
        if (setter == null) {
            throw Errors.attributeError(
                    isMember
                            ? "readonly attribute"
                            : String.format(
                                    "attribute '%s' of '%s' objects is not writable", name, owner.nameWithModule()),
                    self,
                    PyStr.of(name));
        }
        setter.set(x, self, value);
    }

    @Override
    public PyType type() {
        return isMember ? MEMBER_TYPE : TYPE;
    }
}
