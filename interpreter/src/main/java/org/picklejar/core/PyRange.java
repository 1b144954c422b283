package org.picklejar.core;

import java.math.BigInteger;

/** Python's range. */
public final class PyRange extends PyObject {
    public static final PyType TYPE = PyType.builtin("range", PyRange.class, PyType.OBJECT)
            .notSubclassable()
            .matchedAs(PatternKind.SEQUENCE);
    public final PyInteger start;
    public final PyInteger stop;
    public final PyInteger step;
    public final BigInteger length;

    /** @param step not zero */
    public PyRange(PyInteger start, PyInteger stop, PyInteger step) {
        this.start = start;
        this.stop = stop;
        this.step = step;
        if (start.isLong() && stop.isLong() && step.isLong() && fits(start.longValue()) && fits(stop.longValue())) {
            long a = start.longValue();
            long b = stop.longValue();
            long s = step.longValue();
            long n = s > 0
                    ? (a < b ? (b - a - 1) / s + 1 : 0)
                    : a > b ? (s == Long.MIN_VALUE ? 1 : (a - b - 1) / -s + 1) : 0;
            length = BigInteger.valueOf(n);
        } else {
            BigInteger span = step.signum() > 0
                    ? stop.big().subtract(start.big())
                    : start.big().subtract(stop.big());
            length = span.signum() <= 0
                    ? BigInteger.ZERO
                    : span.subtract(BigInteger.ONE).divide(step.big().abs()).add(BigInteger.ONE);
        }
    }

    private static boolean fits(long v) {
        return v > Long.MIN_VALUE / 2 && v < Long.MAX_VALUE / 2;
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    /** The element at an index within the length. */
    public PyInteger get(BigInteger i) {
        return PyInteger.of(start.big().add(step.big().multiply(i)));
    }
}
