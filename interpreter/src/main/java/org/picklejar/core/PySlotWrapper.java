package org.picklejar.core;

import java.util.Arrays;

/** A special method of a builtin type as a program sees it ({@code int.__add__}). */
public final class PySlotWrapper extends PyObject {
    public static final PyType TYPE = PyType.builtin("wrapper_descriptor", PySlotWrapper.class, PyType.OBJECT)
            .notSubclassable();
    public final Slot slot;
    public final PyType owner;
    /** The slot's function, of the kind that the slot says. */
    public final Object function;

    public PySlotWrapper(Slot slot, PyType owner, Object function) {
        this.slot = slot;
        this.owner = owner;
        this.function = function;
        if (function instanceof NativeCode code && code.function == null) {
            code.function = this;
        }
    }

    /** @param args with self first */
    public PyObject invoke(Execution x, PyObject[] args, PyTuple names) {
        int n = args.length - 1;
        if (n < (names == null ? 0 : names.size())) {
            throw Errors.typeError("descriptor '%s' of '%s' object needs an argument", slot.text, owner.name());
        }
        if (!args[0].type().isSubtypeOf(owner)) {
            throw Errors.typeError(
                    "descriptor '%s' requires a '%s' object but received a '%s'",
                    slot.text, owner.name(), args[0].type().name());
        }
        if (slot.kind == Slot.Kind.CALL) {
            PyObject[] rest = Arrays.copyOfRange(args, 1, args.length);
            return function instanceof NativeCode
                    ? ((Slot.Call) function).call(x, args[0], rest, names)
                    : begin(x, new PyObject[] {args[0], PyTuple.of(rest), names}, Replay.NONE);
        }
        if (names != null) {
            throw Errors.typeError("wrapper %s() takes no keyword arguments", slot.text);
        }
        switch (slot.kind) {
            case UNARY:
                expect(0, 0, n);
                PyObject r = begin(x, args, Replay.NONE);
                if (r == null && slot == Slot.NEXT) {
                    throw Errors.stopIteration(null);
                }
                return r;
            case BINARY:
                expect(1, 1, n);
                PyObject result = begin(x, args, Replay.NONE);
                if (result == PySingleton.NOT_IMPLEMENTED && repeats()) {
                    throw Errors.typeError(
                            "'%s' object cannot be interpreted as an integer",
                            args[1].type().name());
                }
                return result;
            default:
                boolean optional = slot == Slot.POW || slot == Slot.GET;
                expect(optional ? 1 : 2, 2, n);
                if (slot == Slot.GET && args[1] == PySingleton.NONE && (n == 1 || args[2] == PySingleton.NONE)) {
                    throw Errors.typeError("__get__(None, None) is invalid");
                }
                return begin(x, n == 2 ? args : new PyObject[] {args[0], args[1], PySingleton.NONE}, Replay.NONE);
        }
    }

    /** Whether it multiplies a sequence. */
    public boolean repeats() {
        return owner.isRepeated && (slot == Slot.MUL || slot == Slot.RMUL || slot == Slot.IMUL);
    }

    /**
     * Applies the function, which may ask Python for something in the middle.
     *
     * @param args as many as the slot's kind says; of a call self, the tuple of arguments and the names of the last (or null)
     * @param replay what it has been given, when it begins again
     * @return the result; null at the end of an iteration
     */
    PyObject begin(Execution x, PyObject[] args, Replay replay) {
        Replay outer = x.replay;
        Frame caller = x.top;
        x.replay = replay;
        try {
            return switch (slot.kind) {
                case UNARY -> ((Slot.Unary) function).apply(x, args[0]);
                case BINARY -> ((Slot.Binary) function).apply(x, args[0], args[1]);
                case TERNARY -> ((Slot.Ternary) function).apply(x, args[0], args[1], args[2]);
                case CALL -> ((Slot.Call) function).call(x, args[0], ((PyTuple) args[1]).items, (PyTuple) args[2]);
            };
        } catch (Replay.Left left) {
            return left.resumeIn(x, caller, new ReplayFrame(this, args, left.replay()));
        } finally {
            x.replay = outer;
        }
    }

    /** The slot's function for a type: what {@link #begin} does, without an array. */
    Object beginner() {
        return switch (slot.kind) {
            case UNARY ->
                (Slot.Unary) (x, a) -> {
                    if (x == null) {
                        // Who calls wants to know whether Python is needed.
                        return ((Slot.Unary) function).apply(null, a);
                    }
                    Replay outer = x.replay;
                    Frame caller = x.top;
                    x.replay = Replay.NONE;
                    try {
                        return ((Slot.Unary) function).apply(x, a);
                    } catch (Replay.Left left) {
                        return left.resumeIn(x, caller, new ReplayFrame(this, new PyObject[] {a}, left.replay()));
                    } finally {
                        x.replay = outer;
                    }
                };
            case BINARY ->
                (Slot.Binary) (x, a, b) -> {
                    Replay outer = x.replay;
                    Frame caller = x.top;
                    x.replay = Replay.NONE;
                    try {
                        return ((Slot.Binary) function).apply(x, a, b);
                    } catch (Replay.Left left) {
                        return left.resumeIn(x, caller, new ReplayFrame(this, new PyObject[] {a, b}, left.replay()));
                    } finally {
                        x.replay = outer;
                    }
                };
            case CALL ->
                (Slot.Call)
                        (x, self, args, names) -> begin(x, new PyObject[] {self, PyTuple.of(args), names}, Replay.NONE);
            case TERNARY ->
                (Slot.Ternary) (x, a, b, c) -> {
                    Replay outer = x.replay;
                    Frame caller = x.top;
                    x.replay = Replay.NONE;
                    try {
                        return ((Slot.Ternary) function).apply(x, a, b, c);
                    } catch (Replay.Left left) {
                        return left.resumeIn(x, caller, new ReplayFrame(this, new PyObject[] {a, b, c}, left.replay()));
                    } finally {
                        x.replay = outer;
                    }
                };
        };
    }

    private static void expect(int least, int most, int n) {
        if (n < least || n > most) {
            throw Errors.typeError(
                    "expected %s%d argument%s, got %d",
                    least == most ? "" : "at " + (n < least ? "least " : "most "),
                    n < least ? least : most,
                    (n < least ? least : most) == 1 ? "" : "s",
                    n);
        }
    }

    @Override
    public PyType type() {
        return TYPE;
    }
}
