package org.picklejar.core;

import java.util.Arrays;

/**
 * Declares what a builtin type can do. The kind of each method shows in the declaring call: {@code method} (plain: cannot call
 * Python), {@code tail} (ends in at most one call into Python), {@code frame} (works in steps).
 *
 * @param <T> the Java class of self
 */
public final class TypeBuilder<T extends PyObject> {
    private static final Slot[] COMPARISONS = {Slot.LT, Slot.LE, Slot.EQ, Slot.NE, Slot.GT, Slot.GE};

    private final PyType type;
    private final Class<?> javaClass;

    TypeBuilder(PyType type) {
        this.type = type;
        this.javaClass = type.javaClass;
    }

    void define() {
        TypeDefiner.INSTANCE.define(type, this);
        // A class that defines __eq__ but not __hash__ is not hashable.
        if (own(Slot.EQ) && !own(Slot.HASH)) {
            notHashable();
        }
        addDict();
    }

    /** Types whose instances have arbitrary attributes show them as {@code __dict__}. */
    private void addDict() {
        boolean inherited = type.base != null && type.base.hasDict;
        if (!type.hasDict || inherited || type.rawNamespace().get(Names.DICT) != null || type == PyType.TYPE) {
            return;
        }
        getSet("__dict__", (x, o) -> ((PyInstance) o).dict(), (x, o, v) -> {
            if (!(v instanceof PyDict d)) {
                throw Errors.typeError(v == null ? "cannot delete __dict__" : "__dict__ must be set to a dictionary");
            }
            ((PyInstance) o).setDict(d);
        });
    }

    private boolean own(Slot slot) {
        return type.rawNamespace().get(slot.name) != null;
    }

    /** The same builder for the Java class of self. */
    @SuppressWarnings("unchecked")
    public <U extends PyObject> TypeBuilder<U> of(Class<U> cls) {
        if (!cls.isAssignableFrom(javaClass)) {
            throw new IllegalArgumentException(type.name() + ": " + cls + " is not " + javaClass);
        }
        return (TypeBuilder<U>) this;
    }

    /** Self as the builtin value, out of an instance of a subclass if need be. */
    @SuppressWarnings("unchecked")
    private T self(PyObject o, String what) {
        // Most often it is of that very class, which is quicker to see.
        if (o.getClass() == javaClass || javaClass.isInstance(o)) {
            return (T) o;
        }
        if (o instanceof PyValueInstance v && javaClass.isInstance(v.payload)) {
            return (T) v.payload;
        }
        throw Errors.typeError(
                "descriptor '%s' for '%s' objects doesn't apply to a '%s' object",
                what, type.name(), o.type().name());
    }

    private TypeBuilder<T> slot(Slot slot, Object function) {
        type.setSlotFunction(slot, function);
        type.rawNamespace().put(slot.name, new PySlotWrapper(slot, type, function));
        return this;
    }

    /** A slot whose function may ask Python for something in the middle. */
    private TypeBuilder<T> tailSlot(Slot slot, Object function) {
        PySlotWrapper wrapper = new PySlotWrapper(slot, type, function);
        type.setSlotFunction(slot, wrapper.beginner());
        type.rawNamespace().put(slot.name, wrapper);
        return this;
    }

    // ---- slots

    public TypeBuilder<T> unary(Slot slot, NativeCode.P1<T> f) {
        return slot(slot, (Slot.Unary) (x, a) -> f.call(self(a, slot.text)));
    }

    public TypeBuilder<T> unaryTail(Slot slot, NativeCode.X1<T> f) {
        return tailSlot(slot, (Slot.Unary) (x, a) -> f.call(x, self(a, slot.text)));
    }

    public TypeBuilder<T> binary(Slot slot, NativeCode.P2<T> f) {
        return slot(slot, (Slot.Binary) (x, a, b) -> f.call(self(a, slot.text), b));
    }

    public TypeBuilder<T> binaryTail(Slot slot, NativeCode.X2<T> f) {
        return tailSlot(slot, (Slot.Binary) (x, a, b) -> f.call(x, self(a, slot.text), b));
    }

    public TypeBuilder<T> ternary(Slot slot, NativeCode.P3<T> f) {
        return slot(slot, (Slot.Ternary) (x, a, b, c) -> f.call(self(a, slot.text), b, c));
    }

    public TypeBuilder<T> ternaryTail(Slot slot, NativeCode.X3<T> f) {
        return tailSlot(slot, (Slot.Ternary) (x, a, b, c) -> f.call(x, self(a, slot.text), b, c));
    }

    /** The slot with self as it is, an instance of a subclass not unwrapped. */
    public TypeBuilder<T> rawUnary(Slot slot, Slot.Unary f) {
        return slot(slot, f);
    }

    public TypeBuilder<T> rawBinary(Slot slot, Slot.Binary f) {
        return slot(slot, f);
    }

    public TypeBuilder<T> rawTernary(Slot slot, Slot.Ternary f) {
        return slot(slot, f);
    }

    public TypeBuilder<T> rawUnaryTail(Slot slot, Slot.Unary f) {
        return tailSlot(slot, f);
    }

    public TypeBuilder<T> rawBinaryTail(Slot slot, Slot.Binary f) {
        return tailSlot(slot, f);
    }

    public TypeBuilder<T> rawTernaryTail(Slot slot, Slot.Ternary f) {
        return tailSlot(slot, f);
    }

    public TypeBuilder<T> call(Slot slot, Slot.Call f) {
        return slot(slot, f);
    }

    public TypeBuilder<T> callTail(Slot slot, Slot.Call f) {
        return tailSlot(slot, f);
    }

    /**
     * {@code __call__} by a signature.
     *
     * @param signature with the name that messages have; the first parameter is self
     */
    public TypeBuilder<T> callTail(String signature, NativeCode.XN<T> f) {
        NativeCode code = new Method(signature, false, null) {
            @Override
            protected String shownName() {
                return name;
            }

            @Override
            protected PyObject apply(Execution x, PyObject[] a) {
                return f.call(x, self(a), a);
            }
        };
        return tailSlot(Slot.CALL, (Slot.Call) (x, self, args, names) -> {
            PyObject[] all = new PyObject[args.length + 1];
            all[0] = self;
            System.arraycopy(args, 0, all, 1, args.length);
            return code.call(x, all, names);
        });
    }

    /** An arithmetic operation and its reflected form. The function gets (left, right) and returns NotImplemented when it cannot. */
    public TypeBuilder<T> arithmetic(Slot slot, Slot.Binary f) {
        slot(slot, f);
        return slot(slot.reflected(), (Slot.Binary) (x, a, b) -> f.apply(x, b, a));
    }

    /** A comparison function for all six operators; it gets the operator's slot. */
    @FunctionalInterface
    public interface Comparison<T> {
        PyObject compare(Execution x, T self, PyObject other, Slot op);
    }

    public TypeBuilder<T> comparisons(Comparison<T> f) {
        for (Slot op : COMPARISONS) {
            slot(op, (Slot.Binary) (x, a, b) -> f.compare(x, self(a, op.text), b, op));
        }
        return this;
    }

    public TypeBuilder<T> comparisonsTail(Comparison<T> f) {
        for (Slot op : COMPARISONS) {
            tailSlot(op, (Slot.Binary) (x, a, b) -> f.compare(x, self(a, op.text), b, op));
        }
        return this;
    }

    public TypeBuilder<T> notHashable() {
        type.setSlotFunction(Slot.HASH, null);
        type.rawNamespace().put(Names.HASH, PySingleton.NONE);
        return this;
    }

    // ---- methods

    private TypeBuilder<T> add(NativeCode code) {
        type.rawNamespace().put(code.name, new PyMethodDescriptor(code, type, false));
        return this;
    }

    private abstract class Method extends NativeCode {
        private final Object body;

        /** @param body null: it takes an array */
        Method(String signature, boolean isPlain, Object body) {
            super(signature, type.name(), true, isPlain);
            this.body = body;
        }

        @Override
        protected Object body() {
            return body;
        }

        @Override
        protected Class<?> selfClass() {
            return javaClass;
        }

        @Override
        protected PyObject selfOf(PyObject o) {
            return TypeBuilder.this.self(o, name);
        }

        T self(PyObject[] a) {
            return TypeBuilder.this.self(a[0], name);
        }
    }

    public TypeBuilder<T> method(String signature, NativeCode.P1<T> f) {
        return add(new Method(signature, true, f) {
            @Override
            protected PyObject apply(Execution x, PyObject[] a) {
                return f.call(self(a));
            }
        });
    }

    public TypeBuilder<T> method(String signature, NativeCode.P2<T> f) {
        return add(new Method(signature, true, f) {
            @Override
            protected PyObject apply(Execution x, PyObject[] a) {
                return f.call(self(a), a[1]);
            }
        });
    }

    public TypeBuilder<T> method(String signature, NativeCode.P3<T> f) {
        return add(new Method(signature, true, f) {
            @Override
            protected PyObject apply(Execution x, PyObject[] a) {
                return f.call(self(a), a[1], a[2]);
            }
        });
    }

    public TypeBuilder<T> method(String signature, NativeCode.P4<T> f) {
        return add(new Method(signature, true, f) {
            @Override
            protected PyObject apply(Execution x, PyObject[] a) {
                return f.call(self(a), a[1], a[2], a[3]);
            }
        });
    }

    /** Any number of parameters; the array has self first. */
    public TypeBuilder<T> methodN(String signature, NativeCode.PN<T> f) {
        return add(new Method(signature, true, null) {
            @Override
            protected PyObject apply(Execution x, PyObject[] a) {
                return f.call(self(a), a);
            }
        });
    }

    public TypeBuilder<T> tail(String signature, NativeCode.X1<T> f) {
        return add(new Method(signature, false, f) {
            @Override
            protected PyObject apply(Execution x, PyObject[] a) {
                return f.call(x, self(a));
            }
        });
    }

    public TypeBuilder<T> tail(String signature, NativeCode.X2<T> f) {
        return add(new Method(signature, false, f) {
            @Override
            protected PyObject apply(Execution x, PyObject[] a) {
                return f.call(x, self(a), a[1]);
            }
        });
    }

    public TypeBuilder<T> tail(String signature, NativeCode.X3<T> f) {
        return add(new Method(signature, false, f) {
            @Override
            protected PyObject apply(Execution x, PyObject[] a) {
                return f.call(x, self(a), a[1], a[2]);
            }
        });
    }

    public TypeBuilder<T> tail(String signature, NativeCode.X4<T> f) {
        return add(new Method(signature, false, f) {
            @Override
            protected PyObject apply(Execution x, PyObject[] a) {
                return f.call(x, self(a), a[1], a[2], a[3]);
            }
        });
    }

    /** Any number of parameters; the array has self first, not unwrapped. */
    public TypeBuilder<T> tailN(String signature, NativeCode.XN<T> f) {
        return add(new Method(signature, false, null) {
            @Override
            protected PyObject apply(Execution x, PyObject[] a) {
                return f.call(x, self(a), a);
            }
        });
    }

    public TypeBuilder<T> frame(String signature, NativeCode.FrameMaker f) {
        return add(new Method(signature, true, null) {
            @Override
            protected PyObject apply(Execution x, PyObject[] a) {
                self(a);
                return x.push(f.make(a));
            }
        });
    }

    // ---- class and static methods, constructors

    /** The first parameter is the class. */
    public TypeBuilder<T> classMethod(String signature, NativeCode.XN<PyType> f) {
        NativeCode code = new NativeCode(signature, type.name(), true) {
            @Override
            protected PyObject apply(Execution x, PyObject[] a) {
                if (!(a[0] instanceof PyType cls)) {
                    throw Errors.typeError(
                            "descriptor '%s' for type '%s' needs a type, not a '%s' as arg 2",
                            name, owner, a[0].type().name());
                }
                return f.call(x, cls, a);
            }
        };
        type.rawNamespace().put(code.name, new PyMethodDescriptor(code, type, true));
        return this;
    }

    public TypeBuilder<T> staticMethod(String signature, NativeCode.XN<PyObject> f) {
        NativeCode code = new NativeCode(signature, type.name(), false) {
            @Override
            protected PyObject apply(Execution x, PyObject[] a) {
                return f.call(x, null, a);
            }
        };
        type.rawNamespace()
                .put(code.name, new PyStaticMethod(PyStaticMethod.TYPE, new PyBuiltinFunction(code, type, false)));
        return this;
    }

    /** {@code __new__}: {@code signature} names the class first, such as {@code "list(cls, iterable=(), /)"}. The array has the class first. */
    public TypeBuilder<T> constructor(String signature, NativeCode.XN<PyType> f) {
        String shown = signature.substring(0, signature.indexOf('('));
        NativeCode code = new NativeCode("__new__" + signature.substring(shown.length()), null, true) {
            private final Signature bound = new Signature(signature, shown, true);

            @Override
            protected PyObject apply(Execution x, PyObject[] a) {
                return f.call(x, type.checkMakes(a[0]), a);
            }

            @Override
            Signature signature() {
                return bound;
            }
        };
        boolean plain = signature.endsWith("/)");
        code.newSlot = (x, cls, args, names) -> {
            PyObject[] positional = args;
            PyTuple keywords = names;
            if (plain
                    && names != null
                    && cls != type
                    && cls instanceof PyType c
                    && c.call(Slot.INIT) != type.call(Slot.INIT)) {
                // Keywords are meant for the __init__ of the subclass (CPython: float_new, tuple_new, ...).
                positional = Arrays.copyOf(args, args.length - names.size());
                keywords = null;
            }
            return code.call(x, PythonSlot.prepend(cls, positional), keywords);
        };
        type.setSlotFunction(Slot.NEW, code.newSlot);
        type.rawNamespace().put(Names.NEW, new PyBuiltinFunction(code, type, false));
        return this;
    }

    /**
     * {@code __init__}.
     *
     * @param owner the class that messages name before the function, or null
     * @param signature such as {@code "__init__(self, raw, buffer_size: index = 8192)"}
     */
    public TypeBuilder<T> initializer(String owner, String signature, NativeCode.Body body) {
        return call(Slot.INIT, new Initializer(owner, signature, body));
    }

    /** Uses a given slot function for the constructor just declared. */
    public TypeBuilder<T> newSlotOnly(Slot.Call f) {
        ((PyBuiltinFunction) type.rawNamespace().get(Names.NEW)).code.newSlot = f;
        type.setSlotFunction(Slot.NEW, f);
        return this;
    }

    // ---- attributes

    public TypeBuilder<T> getter(String name, NativeCode.P1<T> f) {
        return getSet(name, (x, o) -> f.call(self(o, name)), null);
    }

    /** {@code value} is null to delete. */
    @FunctionalInterface
    public interface PlainSetter<T> {
        void set(T self, PyObject value);
    }

    public TypeBuilder<T> property(String name, NativeCode.P1<T> get, PlainSetter<T> set) {
        return getSet(name, (x, o) -> f(get, o, name), (x, o, v) -> set.set(self(o, name), v));
    }

    private PyObject f(NativeCode.P1<T> get, PyObject o, String name) {
        return get.call(self(o, name));
    }

    /** The functions get self as it is. */
    public TypeBuilder<T> getSet(String name, PyGetSet.Getter get, PyGetSet.Setter set) {
        type.rawNamespace().put(name, new PyGetSet(name, type, get, set, false));
        return this;
    }

    /** A read-only member (CPython: PyMemberDef). */
    public TypeBuilder<T> member(String name, NativeCode.P1<T> f) {
        type.rawNamespace().put(name, new PyGetSet(name, type, (x, o) -> f.call(self(o, name)), null, true));
        return this;
    }

    public TypeBuilder<T> constant(String name, PyObject value) {
        type.rawNamespace().put(name, value);
        return this;
    }

    public TypeBuilder<T> doc(String text) {
        return constant("__doc__", PyStr.of(text));
    }
}
