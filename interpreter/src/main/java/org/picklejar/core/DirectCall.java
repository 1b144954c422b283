package org.picklejar.core;

import java.util.function.UnaryOperator;

/**
 * A builtin as compiled code calls it, with a number of arguments that is known: without an array of them, and through objects that the JVM's compiler knows
 * to be constant, so that it sees what is called. It does what {@link NativeCode#call} does.
 */
public final class DirectCall {
    /** A call with the arguments given; the result may be PENDING. */
    @FunctionalInterface
    public interface Zero {
        PyObject call(Execution x);
    }

    @FunctionalInterface
    public interface One {
        PyObject call(Execution x, PyObject a);
    }

    @FunctionalInterface
    public interface Two {
        PyObject call(Execution x, PyObject a, PyObject b);
    }

    @FunctionalInterface
    public interface Three {
        PyObject call(Execution x, PyObject a, PyObject b, PyObject c);
    }

    @FunctionalInterface
    public interface Four {
        PyObject call(Execution x, PyObject a, PyObject b, PyObject c, PyObject d);
    }

    /** What a call with so many arguments is called through. */
    public static final Class<?>[] KINDS = {Zero.class, One.class, Two.class, Three.class, Four.class};

    private final NativeCode code;
    private final UnaryOperator<PyObject> self;

    private DirectCall(NativeCode code) {
        this.code = code;
        Class<?> c = code.selfClass();
        this.self = c == null ? o -> o : o -> c.isInstance(o) ? o : code.selfOf(o);
    }

    /**
     * @param body  what the builtin does, one of the interfaces of {@link NativeCode}
     * @param given the number of positional arguments
     * @return one of {@link #KINDS}, or null when there is none for it
     */
    static Object of(NativeCode code, Object body, int given) {
        PyObject[] defaults = code.signature().defaultsBehind(given);
        if (defaults == null) {
            return null;
        }
        DirectCall d = new DirectCall(code);
        Object whole = code.isPlain() ? d.plain(body) : d.replaying(d.tail(body));
        for (int i = defaults.length - 1; whole != null && i >= 0; i--) {
            whole = with(whole, defaults[i]);
        }
        return whole != null && KINDS[given].isInstance(whole) ? whole : null;
    }

    /** A call without the last argument, which is always the same one. */
    private static Object with(Object call, PyObject last) {
        if (call instanceof One f) {
            return (Zero) x -> f.call(x, last);
        } else if (call instanceof Two f) {
            return (One) (x, a) -> f.call(x, a, last);
        } else if (call instanceof Three f) {
            return (Two) (x, a, b) -> f.call(x, a, b, last);
        } else if (call instanceof Four f) {
            return (Three) (x, a, b, c) -> f.call(x, a, b, c, last);
        }
        return null;
    }

    @SuppressWarnings("unchecked")
    private Object plain(Object body) {
        UnaryOperator<PyObject> s = self;
        if (body instanceof NativeCode.P0 f) {
            return (Zero) x -> f.call();
        } else if (body instanceof NativeCode.P1<?>) {
            NativeCode.P1<PyObject> f = (NativeCode.P1<PyObject>) body;
            return (One) (x, a) -> f.call(s.apply(a));
        } else if (body instanceof NativeCode.P2<?>) {
            NativeCode.P2<PyObject> f = (NativeCode.P2<PyObject>) body;
            return (Two) (x, a, b) -> f.call(s.apply(a), b);
        } else if (body instanceof NativeCode.P3<?>) {
            NativeCode.P3<PyObject> f = (NativeCode.P3<PyObject>) body;
            return (Three) (x, a, b, c) -> f.call(s.apply(a), b, c);
        } else if (body instanceof NativeCode.P4<?>) {
            NativeCode.P4<PyObject> f = (NativeCode.P4<PyObject>) body;
            return (Four) (x, a, b, c, d) -> f.call(s.apply(a), b, c, d);
        }
        return null;
    }

    @SuppressWarnings("unchecked")
    private Object tail(Object body) {
        UnaryOperator<PyObject> s = self;
        if (body instanceof NativeCode.X0 f) {
            return (Zero) f::call;
        } else if (body instanceof NativeCode.X1<?>) {
            NativeCode.X1<PyObject> f = (NativeCode.X1<PyObject>) body;
            return (One) (x, a) -> f.call(x, s.apply(a));
        } else if (body instanceof NativeCode.X2<?>) {
            NativeCode.X2<PyObject> f = (NativeCode.X2<PyObject>) body;
            return (Two) (x, a, b) -> f.call(x, s.apply(a), b);
        } else if (body instanceof NativeCode.X3<?>) {
            NativeCode.X3<PyObject> f = (NativeCode.X3<PyObject>) body;
            return (Three) (x, a, b, c) -> f.call(x, s.apply(a), b, c);
        } else if (body instanceof NativeCode.X4<?>) {
            NativeCode.X4<PyObject> f = (NativeCode.X4<PyObject>) body;
            return (Four) (x, a, b, c, d) -> f.call(x, s.apply(a), b, c, d);
        }
        return null;
    }

    // ---- builtins that may be left, and begin again: see NativeCode.begin

    private Object replaying(Object call) {
        if (call instanceof Zero f) {
            return (Zero) x -> {
                Replay outer = enter(x);
                Frame caller = x.top;
                try {
                    return f.call(x);
                } catch (Replay.Left left) {
                    return again(x, caller, left);
                } finally {
                    x.replay = outer;
                }
            };
        } else if (call instanceof One f) {
            return (One) (x, a) -> {
                Replay outer = enter(x);
                Frame caller = x.top;
                try {
                    return f.call(x, a);
                } catch (Replay.Left left) {
                    return again(x, caller, left, a);
                } finally {
                    x.replay = outer;
                }
            };
        } else if (call instanceof Two f) {
            return (Two) (x, a, b) -> {
                Replay outer = enter(x);
                Frame caller = x.top;
                try {
                    return f.call(x, a, b);
                } catch (Replay.Left left) {
                    return again(x, caller, left, a, b);
                } finally {
                    x.replay = outer;
                }
            };
        } else if (call instanceof Three f) {
            return (Three) (x, a, b, c) -> {
                Replay outer = enter(x);
                Frame caller = x.top;
                try {
                    return f.call(x, a, b, c);
                } catch (Replay.Left left) {
                    return again(x, caller, left, a, b, c);
                } finally {
                    x.replay = outer;
                }
            };
        } else if (call instanceof Four f) {
            return (Four) (x, a, b, c, d) -> {
                Replay outer = enter(x);
                Frame caller = x.top;
                try {
                    return f.call(x, a, b, c, d);
                } catch (Replay.Left left) {
                    return again(x, caller, left, a, b, c, d);
                } finally {
                    x.replay = outer;
                }
            };
        }
        return null;
    }

    private Replay enter(Execution x) {
        Replay outer = x.replay;
        x.replay = code.function == null ? null : Replay.NONE;
        return outer;
    }

    private PyObject again(Execution x, Frame caller, Replay.Left left, PyObject... args) {
        return left.resumeIn(x, caller, new ReplayFrame(code.function, args, left.replay()));
    }
}
