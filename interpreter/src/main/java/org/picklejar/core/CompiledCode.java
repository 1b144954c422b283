package org.picklejar.core;

/**
 * Code that the JVM runs: a code object from one of its instructions on. What calls it stands on the Java stack, and is told by
 * {@link Pending} when frames were pushed; all that was entered so has then written its registers into its frame, and goes on in the interpreter.
 *
 * <p>A call gives what the function returns, or PENDING. After PENDING {@link Execution#raised} is an exception that left the function,
 * which its caller takes.
 */
public abstract class CompiledCode {
    /** Calls the function whose code this is. */
    public abstract PyObject call(Execution x, PyFunction fn);

    public abstract PyObject call(Execution x, PyFunction fn, PyObject a);

    public abstract PyObject call(Execution x, PyFunction fn, PyObject a, PyObject b);

    public abstract PyObject call(Execution x, PyFunction fn, PyObject a, PyObject b, PyObject c);

    public abstract PyObject call(Execution x, PyFunction fn, PyObject[] args);

    /**
     * Goes on with the frame on top, whose registers it takes over; they are null as long as it has them.
     *
     * @return what a function returns or a generator yields, when the frame has been left; null when a generator has ended, whose result is
     *     {@link Execution#endValue} then; PENDING as for a call
     */
    public abstract PyObject resume(Execution x, Frame f);
}
