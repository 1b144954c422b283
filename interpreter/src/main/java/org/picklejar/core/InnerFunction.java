package org.picklejar.core;

/**
 * A builtin that only our own Python code is meant to call, mostly with what another one gave: parts of an object in a saved state.
 * That these are of the right kinds is not asked one by one; what is not, from a damaged pickle or a curious program, is a TypeError.
 */
public final class InnerFunction extends NativeCode {
    /** What it does. */
    public interface Body {
        PyObject call(Execution x, PyObject[] args);
    }

    private final Body body;

    /** @param body gets the arguments as the signature has arranged them */
    public InnerFunction(String signature, Body body) {
        super(signature, null, false);
        this.body = body;
    }

    /** Adds one to a namespace under its name. */
    public static void add(PyDict ns, String signature, Body body) {
        InnerFunction f = new InnerFunction(signature, body);
        ns.put(f.name, new PyBuiltinFunction(f, null, false));
    }

    @Override
    protected PyObject apply(Execution x, PyObject[] a) {
        try {
            return body.call(x, a);
        } catch (ClassCastException
                | IndexOutOfBoundsException
                | NullPointerException
                | NegativeArraySizeException
                | IllegalArgumentException
                | ArithmeticException e) {
            throw Errors.typeError("%s() got other things than it is made for", name);
        }
    }
}
