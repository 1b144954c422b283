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
        if (n < 0) {
            throw Errors.typeError("descriptor '%s' of '%s' object needs an argument", slot.text, owner.name());
        }
        if (!args[0].type().isSubtypeOf(owner)) {
            throw Errors.typeError(
                    "descriptor '%s' requires a '%s' object but received a '%s'",
                    slot.text, owner.name(), args[0].type().name());
        }
        if (slot.kind == Slot.Kind.CALL) {
            return ((Slot.Call) function).call(x, args[0], Arrays.copyOfRange(args, 1, args.length), names);
        }
        if (names != null) {
            throw Errors.typeError("wrapper %s() takes no keyword arguments", slot.text);
        }
        switch (slot.kind) {
            case UNARY:
                expect(0, 0, n);
                PyObject r = ((Slot.Unary) function).apply(x, args[0]);
                if (r == null && slot == Slot.NEXT) {
                    throw Errors.stopIteration(null);
                }
                return r;
            case BINARY:
                expect(1, 1, n);
                return ((Slot.Binary) function).apply(x, args[0], args[1]);
            default:
                boolean optional = slot == Slot.POW || slot == Slot.GET;
                expect(optional ? 1 : 2, 2, n);
                return ((Slot.Ternary) function).apply(x, args[0], args[1], n == 2 ? args[2] : PySingleton.NONE);
        }
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
