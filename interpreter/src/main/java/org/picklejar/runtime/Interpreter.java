package org.picklejar.runtime;

import java.util.concurrent.BlockingQueue;

/**
 * A Python that runs cells. Every method but {@link #begin}, {@link #interrupt} and {@link #completeness} is called on one thread at a time.
 *
 * <p><em>Host values</em> cross this border: null, Boolean, Long (Integer accepted), BigInteger, Double, String, byte[],
 * {@code List<Object>}, {@code Map<String, Object>} in order; a tuple arrives as a list.
 */
public interface Interpreter extends AutoCloseable {
    /** Runs a cell in {@code __main__}. Never throws for what the program does. */
    Outcome execute(Cell cell);

    /**
     * Imports a module and calls one of its functions.
     *
     * @return the result as a host value; {@code str()} of it when it has no host form
     * @throws GuestException when the program raises
     */
    Object call(String module, String function, Object... args);

    /**
     * From now on an interrupt is for what is run until the end of this work, even when it comes before any of it runs. Any thread.
     */
    Work begin();

    /**
     * Raises KeyboardInterrupt in what runs now, also in a blocked input or sleep, or in what runs next of the work that has begun.
     * Nothing happens when there is no work. Any thread.
     */
    void interrupt();

    /** Whether a cell text is complete, and the indentation for its next line otherwise. Runs no code; any thread. */
    Completeness completeness(String code);

    @Override
    void close();

    /** Calls that belong together; {@link #close} ends it. */
    interface Work extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * @param code source text, already free of magics
     * @param fileName name for tracebacks, such as {@code <cell 3>}
     * @param origin what tells the output of this cell from others; tasklets made by the cell keep it. Given to {@link OutputSink}
     * @param display whether the value of a last expression goes to {@code sys.displayhook}
     * @param legacy whether Python 2 forms are accepted
     */
    record Cell(String code, String fileName, Object origin, boolean display, boolean legacy) {}

    /** How a cell ended. */
    sealed interface Outcome {
        record Ok() implements Outcome {}

        record Error(GuestException error) implements Outcome {}

        /** The program called {@code sys.exit}; its status. */
        record Exit(int status) implements Outcome {}
    }

    /** @param status "complete", "incomplete" or "invalid"; indent only with "incomplete" */
    record Completeness(String status, String indent) {}

    /** Where {@code sys.stdout} and {@code sys.stderr} go. Called on the running thread; must not block for long. */
    @FunctionalInterface
    interface OutputSink {
        /**
         * @param stream "stdout" or "stderr"
         * @param origin the {@link Cell#origin} of the cell that created the running tasklet; null outside cells
         */
        void write(String stream, String text, Object origin);

        /** Sends on what the sink holds back; by default it holds nothing back. */
        default void flush() {}
    }

    /** Where {@code input()} and {@code getpass} read. */
    @FunctionalInterface
    interface InputSource {
        /**
         * One line without its end, or null at end of file.
         *
         * @param wait blocks until a value arrives or the program is interrupted
         * @throws UnsupportedOperationException when no input can be had; its message reaches the program
         */
        String readLine(String prompt, boolean password, HostCall wait);
    }

    /** A function of the host that programs can call. May throw {@link GuestException} or IllegalArgumentException (a ValueError). */
    @FunctionalInterface
    interface HostFunction {
        Object call(HostCall call, Object[] args);
    }

    /** What a host function may ask of the caller. */
    interface HostCall {
        /** The origin of the running tasklet. */
        Object origin();

        /**
         * Takes from the queue, letting other Python threads run meanwhile.
         *
         * @throws GuestException KeyboardInterrupt when interrupted
         */
        <T> T take(BlockingQueue<T> queue);
    }
}
