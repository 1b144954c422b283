package org.picklejar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.picklejar.runtime.GuestException;
import org.picklejar.runtime.Interpreter;
import org.picklejar.runtime.Interpreter.Outcome;
import org.picklejar.runtime.Runtime;

/** An interrupt is for the work that has begun, and for nothing else. */
class InterruptTest {
    private final Runtime r = Runtime.builder().path("").build();

    @AfterEach
    void close() {
        r.close();
    }

    private Outcome execute() {
        return r.execute(new Interpreter.Cell("x = 1\n", "<cell>", null, false, false));
    }

    private void assertInterrupted() {
        GuestException error = assertInstanceOf(Outcome.Error.class, execute()).error();
        assertEquals("KeyboardInterrupt", error.name());
    }

    @Test
    void onePieceOfWorkIsInterruptedBeforeItRuns() {
        Interpreter.Work work = r.begin();
        r.interrupt();
        assertInterrupted();
        assertInstanceOf(Outcome.Ok.class, execute());
        work.close();
        assertInstanceOf(Outcome.Ok.class, execute());
    }

    @Test
    void interruptBetweenTwoCallsOfOnePieceOfWorkIsForTheSecond() {
        Interpreter.Work work = r.begin();
        assertInstanceOf(Outcome.Ok.class, execute());
        r.interrupt();
        assertInterrupted();
        work.close();
    }

    @Test
    void interruptWithoutWorkDoesNothing() {
        r.interrupt();
        assertInstanceOf(Outcome.Ok.class, execute());
        r.interrupt();
        Interpreter.Work work = r.begin();
        assertInstanceOf(Outcome.Ok.class, execute());
        work.close();
    }

    @Test
    void interruptIsForgottenWithTheWorkThatDidNotSeeIt() {
        Interpreter.Work work = r.begin();
        r.interrupt();
        work.close();
        assertInstanceOf(Outcome.Ok.class, execute());
    }
}
