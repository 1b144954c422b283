package org.picklejar.core;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A Python class. Builtin types are constants of the JVM: they never change, and their method tables are built on first use by
 * {@link TypeDefiner}. Classes of programs belong to one runtime.
 */
public final class PyType extends PyInstance {
    private static final int MOST_LOOKUPS = 1000;
    private static final int RECENT = 32;
    /** Before the first classes, which have it. */
    private static final Found[] NOTHING_FOUND = new Found[1];

    public static final PyType OBJECT = new PyType("object", PyObject.class, null);
    public static final PyType TYPE = new PyType("type", PyType.class, OBJECT);

    static {
        OBJECT.shape = TYPE.rootShape;
        TYPE.shape = TYPE.rootShape;
    }

    /** In a lookup cache: the name is not defined. */
    private static final PyObject ABSENT = Pending.PENDING;

    /** An attribute that was looked up. Threads may see an array of these change, but each of these is whole. */
    private record Found(PyStr name, PyObject value) {}

    final Shape rootShape = new Shape(this);
    /** So many shapes follow the first one. */
    int shapes;

    /** The Java class of its instances, or for immutable values of their payload. */
    public final Class<?> javaClass;

    public final PyType base;
    private final boolean builtin;
    private boolean subclassable = true;
    /** Whether instances can have arbitrary attributes. */
    public boolean hasDict;
    /** Whether instances can be referred to weakly, as far as their class alone tells. */
    public boolean hasWeakref = true;
    /** Slots that instances have, own and inherited: set when __slots__ was used. */
    public boolean isAbstract;
    /** What patterns take instances for. */
    private PatternKind patternKind = PatternKind.NONE;

    boolean isRepeated;

    private String name;
    private PyObject qualname;
    private String module = "builtins";
    private PyTuple bases;
    private PyType[] mro;
    // The members of the class; the field of PyInstance, a dict made when asked for, stays null here.
    @SuppressWarnings("HidingField")
    private PyDict dict;
    /** Changes whenever the class or a base changes; inline caches compare it. */
    public int version;

    private List<WeakReference<PyType>> subclasses;
    private final Map<PyStr, PyObject> lookups = new ConcurrentHashMap<>();
    /** The latest of these, by the hashes of their names. */
    private Found[] recent = NOTHING_FOUND;

    private volatile boolean defined;
    private Slot.Unary[] unary;
    private Slot.Binary[] binary;
    private Slot.Ternary[] ternary;
    private Slot.Call[] calls;

    private PyType(String name, Class<?> javaClass, PyType base) {
        if (TYPE != null) {
            shape = TYPE.rootShape;
        }
        this.name = name;
        this.javaClass = javaClass;
        this.base = base;
        this.builtin = true;
        if (base != null) {
            patternKind = base.patternKind;
        }
    }

    private PyType(PyType metatype, String name, PyTuple bases, PyType base, PyDict dict) {
        super(metatype);
        this.name = name;
        this.javaClass = base.javaClass;
        this.base = base;
        this.bases = bases;
        this.dict = dict;
        this.builtin = false;
        this.subclasses = new ArrayList<>(0);
    }

    // ---- builtin types

    /** A builtin type whose table {@link TypeDefiner} fills when it is first needed. */
    public static PyType builtin(String name, Class<?> javaClass, PyType base) {
        return new PyType(name, javaClass, base);
    }

    public PyType notSubclassable() {
        subclassable = false;
        return this;
    }

    public PyType withDict() {
        hasDict = true;
        return this;
    }

    public PyType inModule(String moduleName) {
        module = moduleName;
        return this;
    }

    /** Its instances are repeated by {@code *} (CPython: {@code sq_repeat}); its {@code __mul__} and the like take nothing but indices. */
    public PyType repeated() {
        isRepeated = true;
        return this;
    }

    public PyType matchedAs(PatternKind kind) {
        patternKind = kind;
        return this;
    }

    public boolean isBuiltin() {
        return builtin;
    }

    public boolean isSubclassable() {
        return subclassable;
    }

    // One lock for all types: to define one is to define its bases, and others that its methods name.
    @SuppressWarnings("LockOnNonEnclosingClassLiteral")
    private void define() {
        synchronized (TypeDefiner.class) {
            if (defined) {
                return;
            }
            if (base != null) {
                base.ensureDefined();
                unary = base.unary.clone();
                binary = base.binary.clone();
                ternary = base.ternary.clone();
                calls = base.calls.clone();
                hasDict |= base.hasDict;
            } else {
                unary = new Slot.Unary[Slot.count(Slot.Kind.UNARY)];
                binary = new Slot.Binary[Slot.count(Slot.Kind.BINARY)];
                ternary = new Slot.Ternary[Slot.count(Slot.Kind.TERNARY)];
                calls = new Slot.Call[Slot.count(Slot.Kind.CALL)];
            }
            bases = base == null ? PyTuple.EMPTY : PyTuple.of(base);
            List<PyType> order = new ArrayList<>();
            for (PyType t = this; t != null; t = t.base) {
                order.add(t);
            }
            mro = order.toArray(PyType[]::new);
            dict = new PyDict();
            new TypeBuilder<>(this).define();
            defined = true;
        }
    }

    private void ensureDefined() {
        if (!defined) {
            define();
        }
    }

    /** For {@link TypeBuilder}: sets a slot of a builtin type. */
    void setSlotFunction(Slot slot, Object function) {
        switch (slot.kind) {
            case UNARY -> unary[slot.index] = (Slot.Unary) function;
            case BINARY -> binary[slot.index] = (Slot.Binary) function;
            case TERNARY -> ternary[slot.index] = (Slot.Ternary) function;
            case CALL -> calls[slot.index] = (Slot.Call) function;
        }
    }

    // ---- classes of programs

    /**
     * A new class. The caller has computed {@code mro} (without the class itself) and checked the layout.
     *
     * @param dict the namespace; taken over
     */
    public static PyType create(
            PyType metatype, String name, PyTuple bases, PyType base, PyType[] mroTail, PyDict dict) {
        base.ensureDefined();
        PyType t = new PyType(metatype, name, bases, base, dict);
        t.mro = new PyType[mroTail.length + 1];
        t.mro[0] = t;
        System.arraycopy(mroTail, 0, t.mro, 1, mroTail.length);
        for (PyObject b : bases.items) {
            ((PyType) b).addSubclass(t);
        }
        for (int i = 0; i < mroTail.length && t.patternKind == PatternKind.NONE; i++) {
            t.patternKind = mroTail[i].patternKind;
        }
        t.hasDict = base.hasDict;
        t.unary = base.unary.clone();
        t.binary = base.binary.clone();
        t.ternary = base.ternary.clone();
        t.calls = base.calls.clone();
        t.defined = true;
        boolean single = bases.size() == 1;
        for (Slot slot : Slot.values()) {
            if (!single || dict.get(slot.name) != null) {
                t.fixSlot(slot);
            }
        }
        return t;
    }

    public PatternKind patternKind() {
        return patternKind;
    }

    /** Changes what patterns take the instances of a class of a program, and those of its subclasses, for. Builtin types stay as they are. */
    public void setPatternKind(PatternKind kind) {
        if (!builtin && patternKind != kind) {
            patternKind = kind;
            subclasses().forEach(t -> t.setPatternKind(kind));
        }
    }

    private void addSubclass(PyType t) {
        if (subclasses != null) {
            subclasses.removeIf(r -> r.get() == null);
            subclasses.add(new WeakReference<>(t));
        }
    }

    /** Live direct subclasses that are kept here: builtin types keep none (see {@link Machine#subclassesOf}). */
    public List<PyType> subclasses() {
        List<PyType> out = new ArrayList<>();
        if (subclasses != null) {
            for (WeakReference<PyType> r : subclasses) {
                PyType t = r.get();
                if (t != null) {
                    out.add(t);
                }
            }
        }
        return out;
    }

    private void fixSlot(Slot slot) {
        PyObject attribute = lookup(slot.name);
        Object function;
        if (attribute == null || attribute == PySingleton.NONE && slot.isRefusedByNone()) {
            function = null;
        } else if (attribute instanceof PySlotWrapper w && w.slot == slot) {
            // Not the wrapper's own: that of a slot which asks Python for something has what lets it begin again.
            function = w.owner.slotFunction(slot);
        } else if (slot == Slot.NEW && attribute instanceof PyBuiltinFunction f && f.code.newSlot != null) {
            function = f.code.newSlot;
        } else {
            function = PythonSlot.of(slot);
        }
        setSlotFunction(slot, function);
    }

    private Object slotFunction(Slot slot) {
        return switch (slot.kind) {
            case UNARY -> unary(slot);
            case BINARY -> binary(slot);
            case TERNARY -> ternary(slot);
            case CALL -> call(slot);
        };
    }

    /** Sets or (value null) deletes a class attribute.
     * @return whether it was there before */
    public boolean setAttribute(PyStr key, PyObject value) {
        boolean had;
        if (value == null) {
            had = dict.remove(key) != null;
        } else {
            had = dict.get(key) != null;
            dict.put(key, value);
        }
        modified();
        Slot slot = Slot.of(key.toString());
        if (slot != null) {
            refix(slot);
        }
        return had;
    }

    private void refix(Slot slot) {
        fixSlot(slot);
        for (PyType t : subclasses()) {
            t.refix(slot);
        }
    }

    /** Tells this class and all below it that an attribute changed. */
    public void modified() {
        version++;
        lookups.clear();
        recent = NOTHING_FOUND;
        for (PyType t : subclasses()) {
            t.modified();
        }
    }

    /** Assigns {@code __bases__}, with the order that results. */
    public void setBases(PyTuple newBases, PyType[] newMro) {
        for (PyObject b : bases.items) {
            if (((PyType) b).subclasses != null) {
                ((PyType) b).subclasses.removeIf(r -> r.get() == this);
            }
        }
        bases = newBases;
        setMro(newMro);
        for (PyObject b : newBases.items) {
            ((PyType) b).addSubclass(this);
        }
        refixAll();
    }

    /** Finds the functions of the slots anew, here and below. */
    public void refixAll() {
        for (Slot slot : Slot.values()) {
            refix(slot);
        }
    }

    public void setMro(PyType[] newMro) {
        mro = newMro;
        modified();
    }

    // ---- lookup

    /** An attribute of the class, found along the MRO, as it stands there (unbound). Null when there is none. */
    public PyObject lookup(PyStr key) {
        Found[] known = recent;
        int place = key.hashCode() & known.length - 1;
        Found found = known[place];
        if (found == null || found.name != key) {
            if (known.length == 1) {
                known = new Found[RECENT];
                recent = known;
                place = key.hashCode() & RECENT - 1;
            }
            PyObject v = lookUp(key);
            found = new Found(key, v);
            known[place] = found;
        }
        return found.value;
    }

    private PyObject lookUp(PyStr key) {
        PyObject v = lookups.get(key);
        if (v != null) {
            return v == ABSENT ? null : v;
        }
        ensureDefined();
        for (PyType t : mro) {
            t.ensureDefined();
            v = t.dict.get(key);
            if (v != null) {
                break;
            }
        }
        if (lookups.size() >= MOST_LOOKUPS) {
            lookups.clear();
        }
        lookups.put(key, v == null ? ABSENT : v);
        return v;
    }

    public PyObject lookup(String key) {
        return lookup(PyStr.of(key));
    }

    public Slot.Unary unary(Slot slot) {
        ensureDefined();
        return unary[slot.index];
    }

    public Slot.Binary binary(Slot slot) {
        ensureDefined();
        return binary[slot.index];
    }

    public Slot.Ternary ternary(Slot slot) {
        ensureDefined();
        return ternary[slot.index];
    }

    public Slot.Call call(Slot slot) {
        ensureDefined();
        return calls[slot.index];
    }

    public boolean isSubtypeOf(PyType other) {
        if (this == other) {
            return true;
        }
        if (builtin && base == null) {
            return false;
        }
        PyType[] order = mro();
        for (PyType t : order) {
            if (t == other) {
                return true;
            }
        }
        return false;
    }

    public PyType[] mro() {
        ensureDefined();
        return mro;
    }

    /** The first builtin type among this and its bases along the layout. */
    public PyType solidBase() {
        PyType t = this;
        while (!t.builtin) {
            t = t.base;
        }
        return t;
    }

    /**
     * Refuses to make an instance of a class by the {@code __new__} of this one when that is not what makes instances of its builtin base (CPython:
     * tp_new_wrapper).
     *
     * @return the class
     */
    PyType checkMakes(PyObject cls) {
        if (cls == this) {
            return this;
        }
        if (!(cls instanceof PyType t)) {
            throw Errors.typeError(
                    "%s.__new__(X): X is not a type object (%s)",
                    nameWithModule(), cls.type().nameWithModule());
        }
        if (!t.isSubtypeOf(this)) {
            String own = nameWithModule();
            throw Errors.typeError(
                    "%s.__new__(%s): %s is not a subtype of %s", own, t.nameWithModule(), t.nameWithModule(), own);
        }
        PyType made = t;
        while (made.call(Slot.NEW) instanceof PythonSlot) {
            made = made.base;
        }
        if (made.call(Slot.NEW) != call(Slot.NEW)) {
            throw Errors.typeError(
                    "%s.__new__(%s) is not safe, use %s.__new__()",
                    nameWithModule(), t.nameWithModule(), made.nameWithModule());
        }
        return t;
    }

    /** The namespace. For classes of programs change it through {@link #setAttribute} only. */
    public PyDict namespace() {
        ensureDefined();
        return dict;
    }

    PyDict rawNamespace() {
        return dict;
    }

    public PyTuple bases() {
        ensureDefined();
        return bases;
    }

    /** {@code __name__}. */
    public String name() {
        return name;
    }

    public void setName(String n) {
        name = n;
    }

    public PyObject qualname() {
        return qualname == null ? PyStr.of(name) : qualname;
    }

    public void setQualname(PyObject q) {
        qualname = q;
    }

    /** {@code __module__} as a string; of a class of a program what its namespace says. */
    public String module() {
        if (builtin) {
            return module;
        }
        PyObject m = dict.get(Names.MODULE);
        return m instanceof PyStr s ? s.toString() : "builtins";
    }

    /** As messages about attributes and operands have it: the name of a builtin type with its module (CPython: tp_name). */
    public String nameWithModule() {
        return builtin ? fullName() : name;
    }

    /** Module and qualified name, as messages have it. */
    public String fullName() {
        String m = module();
        return m.equals("builtins") ? qualname().toString() : m + "." + qualname();
    }

    @Override
    public String toString() {
        return "<class '" + fullName() + "'>" + (builtin ? "" : Arrays.toString(bases.items));
    }
}
