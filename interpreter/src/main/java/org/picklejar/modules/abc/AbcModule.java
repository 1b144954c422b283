package org.picklejar.modules.abc;

import java.lang.ref.WeakReference;
import java.util.Set;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Names;
import org.picklejar.core.PatternKind;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyFunction;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySet;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.MethodCall;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.modules.weakref.PyWeakReference;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Classes;
import org.picklejar.ops.Iteration;
import org.picklejar.ops.Steps;
import org.picklejar.ops.Truth;
import org.picklejar.ops.Values;

/** {@code _abc}: the machinery of {@code abc.ABCMeta}. */
public final class AbcModule {
    private static final PyStr FLAGS = PyStr.of("__abc_tpflags__");
    private static final PyStr SUBCLASSCHECK = PyStr.of("__subclasscheck__");

    private AbcModule() {}

    public static PyModule create(Execution x) {
        return new ModuleBuilder("_abc")
                .tail("_abc_init(self, /)", AbcModule::init)
                .tail("_abc_register(self, subclass, /)", AbcModule::register)
                .tail("_abc_instancecheck(self, instance, /)", AbcModule::instanceCheck)
                .tail("_abc_subclasscheck(self, subclass, /)", (e, cls, subclass) -> {
                    if (!(subclass instanceof PyType t)) {
                        throw Errors.typeError("issubclass() arg 1 must be a class");
                    }
                    PyObject k = SubclassFrame.known(e, (PyType) cls, t);
                    return k != null ? k : Steps.run(e, new SubclassFrame((PyType) cls, t));
                })
                .tail(
                        "get_cache_token()",
                        e -> PyInt.of(AbcData.Registrations.of(e).count()))
                .tail("_get_dump(self, /)", (e, cls) -> {
                    AbcData d = AbcData.of(cls);
                    PySet registered = new PySet();
                    d.registered()
                            .forEach(t -> registered.add(e, PyWeakReference.make(e, PyWeakReference.TYPE, t, null)));
                    return PyTuple.of(
                            registered, references(e, d.cache), references(e, d.negative), PyInt.of(d.negativeVersion));
                })
                .tail("_reset_registry(self, /)", (e, cls) -> {
                    AbcData.of(cls).registry.clear();
                    return PySingleton.NONE;
                })
                .tail("_reset_caches(self, /)", (e, cls) -> {
                    AbcData.of(cls).cache.clear();
                    AbcData.of(cls).negative.clear();
                    return PySingleton.NONE;
                })
                .doc("Module contains faster C implementation of abc.ABCMeta")
                .build();
    }

    private static PySet references(Execution x, Set<PyObject> classes) {
        PySet s = new PySet();
        for (PyObject t : classes.toArray(PyObject[]::new)) {
            s.add(x, PyWeakReference.make(x, PyWeakReference.TYPE, t, null));
        }
        return s;
    }

    /** Finds the abstract methods of a new class. Attributes that are computed by Python code run nested (blocking). */
    private static PyObject init(Execution x, PyObject self) {
        PyType cls = Values.as(PyType.class, self);
        PySet names = new PySet(PySet.FROZEN_TYPE);
        PyDict ns = cls.namespace();
        for (int i = 0; i < ns.entries(); i++) {
            if (ns.keyAt(i) instanceof PyStr && isAbstract(x, ns.valueAt(i))) {
                names.addPlain(ns.keyAt(i));
            }
        }
        for (PyObject base : cls.bases().items) {
            PyObject inherited = base instanceof PyType t && t.isBuiltin()
                    ? null
                    : Attributes.getNow(x, base, Names.ABSTRACT_METHODS);
            if (inherited != null) {
                for (PyObject n : Iteration.itemsNow(x, inherited)) {
                    PyObject v = n instanceof PyStr s ? Attributes.getNow(x, cls, s) : null;
                    if (v != null && isAbstract(x, v)) {
                        names.addPlain(n);
                    }
                }
            }
        }
        x.awaitNested(() -> Attributes.set(x, cls, Names.ABSTRACT_METHODS, names));
        if (ns.get(FLAGS) instanceof PyInt flags && flags.type() == PyInt.TYPE) {
            PatternKind kind = PatternKind.of(flags.longValue());
            if (kind == PatternKind.SEQUENCE && (flags.longValue() & PatternKind.MAPPING.flag) != 0) {
                throw Errors.typeError("__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING");
            }
            if (kind != PatternKind.NONE) {
                cls.setPatternKind(kind);
            }
            cls.setAttribute(FLAGS, null);
        }
        cls.setAttribute(AbcData.KEY, new AbcData(AbcData.Registrations.of(x).count()));
        return PySingleton.NONE;
    }

    private static boolean isAbstract(Execution x, PyObject v) {
        if (v instanceof PyFunction f) {
            PyObject mark = f.getField(Names.IS_ABSTRACT_METHOD);
            return mark != null && Truth.test(x, mark);
        }
        if (v instanceof PyStr
                || v instanceof PyInt
                || v instanceof PyTuple
                || v instanceof PyType
                || v == PySingleton.NONE) {
            return false;
        }
        PyObject mark = Attributes.getNow(x, v, Names.IS_ABSTRACT_METHOD);
        return mark != null && Truth.test(x, mark);
    }

    private static PyObject register(Execution x, PyObject self, PyObject subclass) {
        if (!(subclass instanceof PyType t)) {
            throw Errors.typeError("Can only register classes");
        }
        PyType cls = Values.as(PyType.class, self);
        // Registering a class twice, or one that derives already, changes nothing; a cycle must not arise.
        if (x.await(() -> Classes.isSubclass(x, t, cls)) == PyBool.TRUE) {
            return t;
        }
        if (x.await(() -> Classes.isSubclass(x, cls, t)) == PyBool.TRUE) {
            throw Errors.runtimeError("Refusing to create an inheritance cycle");
        }
        addRegistered(x, cls, t);
        return t;
    }

    /** Registers a class without asking what it derives from. */
    public static void addRegistered(Execution x, PyType cls, PyType subclass) {
        AbcData.of(cls).registry.add(new WeakReference<>(subclass));
        AbcData.Registrations.of(x).add(cls, subclass);
        if (cls.patternKind() != PatternKind.NONE) {
            subclass.setPatternKind(cls.patternKind());
        }
    }

    /** The abstract classes with which a class was registered. */
    public static PyTuple virtualBases(Execution x, PyType cls) {
        return PyTuple.of(AbcData.Registrations.of(x).basesOf(cls).toArray(PyObject[]::new));
    }

    private static PyObject instanceCheck(Execution x, PyObject self, PyObject instance) {
        PyType cls = Values.as(PyType.class, self);
        PyType type = instance.type();
        AbcData data = AbcData.of(cls);
        PyObject claimed = type.lookup(Names.CLASS) == PyType.OBJECT.lookup(Names.CLASS)
                        && type.binary(Slot.GETATTRIBUTE) == Attributes.GENERIC
                ? type
                : Attributes.getNow(x, instance, Names.CLASS);
        if (data.cache.contains(claimed)) {
            return PyBool.TRUE;
        }
        if (claimed == type) {
            if (data.negativeVersion == AbcData.Registrations.of(x).count() && data.negative.contains(claimed)) {
                return PyBool.FALSE;
            }
            return MethodCall.call(x, cls, SUBCLASSCHECK, type);
        }
        if (claimed != null && Truth.test(x, MethodCall.now(x, cls, "__subclasscheck__", claimed))) {
            return PyBool.TRUE;
        }
        return MethodCall.call(x, cls, SUBCLASSCHECK, type);
    }

    /** @return whether the type is defined here */
    public static boolean define(String name, TypeBuilder<?> b) {
        return name.equals("_abc._abc_data");
    }
}
