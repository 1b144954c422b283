package org.picklejar.core;

/** What a builtin function does: a signature and a Java function. */
public abstract class NativeCode {
    /** Plain functions get no Execution, so they cannot call Python. */
    @FunctionalInterface
    public interface P0 {
        PyObject call();
    }

    @FunctionalInterface
    public interface P1<T> {
        PyObject call(T a);
    }

    @FunctionalInterface
    public interface P2<T> {
        PyObject call(T a, PyObject b);
    }

    @FunctionalInterface
    public interface P3<T> {
        PyObject call(T a, PyObject b, PyObject c);
    }

    @FunctionalInterface
    public interface P4<T> {
        PyObject call(T a, PyObject b, PyObject c, PyObject d);
    }

    @FunctionalInterface
    public interface PN<T> {
        PyObject call(T a, PyObject[] args);
    }

    /** Tail functions end in at most one call into Python. */
    @FunctionalInterface
    public interface X0 {
        PyObject call(Execution x);
    }

    @FunctionalInterface
    public interface X1<T> {
        PyObject call(Execution x, T a);
    }

    @FunctionalInterface
    public interface X2<T> {
        PyObject call(Execution x, T a, PyObject b);
    }

    @FunctionalInterface
    public interface X3<T> {
        PyObject call(Execution x, T a, PyObject b, PyObject c);
    }

    @FunctionalInterface
    public interface X4<T> {
        PyObject call(Execution x, T a, PyObject b, PyObject c, PyObject d);
    }

    @FunctionalInterface
    public interface XN<T> {
        PyObject call(Execution x, T a, PyObject[] args);
    }

    /** The body of an {@code __init__}; the array has self first. */
    @FunctionalInterface
    public interface Body {
        PyObject call(Execution x, PyObject[] args);
    }

    /** Makes the frame of a builtin that works in steps. {@code args} by parameter, self included. */
    @FunctionalInterface
    public interface FrameMaker {
        NativeFrame make(PyObject[] args);
    }

    private static final String DASH = " -- ";

    public final String name;
    /** Module or class it belongs to, for messages and pickling; may be null. */
    public final String owner;
    /** Set when the function is a builtin {@code __new__}. */
    Slot.Call newSlot;

    /** The builtin function, method descriptor or slot wrapper that it was made for, by which a call in progress is pickled. */
    PyObject function;

    private final boolean hasSelf;
    /** Whether it never asks Python for anything. */
    private final boolean isPlain;
    /** The signature, and the documentation behind it. Taken apart when asked for: a start makes a thousand of these. */
    private final String declaration;

    private Signature signature;

    protected NativeCode(String declaration, String owner, boolean hasSelf) {
        this(declaration, owner, hasSelf, false);
    }

    protected NativeCode(String declaration, String owner, boolean hasSelf, boolean isPlain) {
        this.declaration = declaration;
        this.name = declaration.substring(0, declaration.indexOf('('));
        this.owner = owner;
        this.hasSelf = hasSelf;
        this.isPlain = isPlain;
    }

    /** @param args by parameter, self first if it has one */
    protected abstract PyObject apply(Execution x, PyObject[] args);

    /** Such as {@code sort(self, /, *, key=None)}; without conversions. */
    public String signatureText() {
        return Signature.withoutConversions(declaredSignature());
    }

    /** With the conversions of arguments (see {@link Conversion}). */
    private String declaredSignature() {
        int dash = declaration.indexOf(DASH);
        return dash < 0 ? declaration : declaration.substring(0, dash);
    }

    /** Or null. */
    public String doc() {
        int dash = declaration.indexOf(DASH);
        return dash < 0 ? null : declaration.substring(dash + DASH.length());
    }

    Signature signature() {
        if (signature == null) {
            signature = new Signature(declaredSignature(), shownName(), hasSelf);
        }
        return signature;
    }

    /** What messages about arguments call it. */
    protected String shownName() {
        return hasSelf && owner != null ? owner + "." + name : name;
    }

    /** Binds the arguments, converts those for which the signature says so, and calls. */
    public final PyObject call(Execution x, PyObject[] args, PyTuple names) {
        Signature s = signature();
        PyObject[] bound = s.bind(args, names);
        return s.toConvert(bound, 0) < 0 ? begin(x, bound, Replay.NONE) : convertAndApply(x, bound.clone(), 0);
    }

    /** Converts the arguments from the given one on, and calls. */
    final PyObject convertAndApply(Execution x, PyObject[] args, int from) {
        Signature s = signature();
        Frame caller = x.top;
        for (int i = s.toConvert(args, from); i >= 0; i = s.toConvert(args, i + 1)) {
            PyObject v = x.machine.converter.convert(x, s.conversion(i), args[i]);
            if (v == Pending.PENDING) {
                return x.interpose(caller, new ArgumentsFrame(this, args, i));
            }
            args[i] = v;
        }
        return begin(x, args, Replay.NONE);
    }

    /**
     * Calls it.
     *
     * @param args by parameter
     * @param replay what it has been given, when it begins again
     */
    final PyObject begin(Execution x, PyObject[] args, Replay replay) {
        if (isPlain) {
            return apply(x, args);
        }
        Replay outer = x.replay;
        Frame caller = x.top;
        x.replay = function == null ? null : replay;
        try {
            return apply(x, args);
        } catch (Replay.Left left) {
            return left.resumeIn(x, caller, new ReplayFrame(function, args, left.replay()));
        } finally {
            x.replay = outer;
        }
    }

    /** What it does as one of the interfaces above; null when it is another kind of thing. */
    protected Object body() {
        return null;
    }

    /** The class of the first argument that {@link #body} takes; null when it takes any. */
    protected Class<?> selfClass() {
        return null;
    }

    /** The first argument as an object of that class. TypeError when it cannot be one. */
    protected PyObject selfOf(PyObject o) {
        return o;
    }

    boolean isPlain() {
        return isPlain;
    }

    /** See {@link DirectCall#of}. */
    public final Object direct(int given) {
        Object body = body();
        return body == null ? null : DirectCall.of(this, body, given);
    }

    /** The code of what {@link #function} says. */
    static NativeCode of(PyObject function) {
        if (function instanceof PyMethodDescriptor d) {
            return d.code;
        }
        return function instanceof PySlotWrapper w ? (NativeCode) w.function : ((PyBuiltinFunction) function).code;
    }
}
