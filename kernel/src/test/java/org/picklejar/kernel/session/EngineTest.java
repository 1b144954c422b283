package org.picklejar.kernel.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.picklejar.kernel.testing.FakeInterpreter;
import org.picklejar.runtime.GuestException;
import org.picklejar.runtime.Interpreter;
import org.picklejar.runtime.Interpreter.Outcome;

/** An interrupt is for the request that was taken, whenever it comes. */
class EngineTest {
    private final CountDownLatch warm = new CountDownLatch(1);
    private final Engine engine = new Engine(this::make);

    private Interpreter make() {
        try {
            warm.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return new FakeInterpreter(null);
    }

    private static Outcome execute(Interpreter interpreter, String code) {
        return interpreter.execute(new Interpreter.Cell(code, "<cell>", null, false, false));
    }

    @Test
    void interruptBeforeTheInterpreterIsMadeEndsTheWaiting() {
        engine.start();
        Interpreter.Work work = engine.begin();
        engine.interrupt();
        assertEquals(
                "KeyboardInterrupt",
                assertThrows(GuestException.class, engine::await).name());
        warm.countDown();
        assertInstanceOf(Outcome.Ok.class, execute(engine.await(), ""));
        work.close();
    }

    @Test
    void interruptAfterTheInterpreterIsMadeIsForTheCall() {
        engine.start();
        Interpreter.Work work = engine.begin();
        warm.countDown();
        Interpreter interpreter = engine.await();
        engine.interrupt();
        assertInstanceOf(Outcome.Error.class, execute(interpreter, "sleep"));
        work.close();
    }

    @Test
    void interruptWithoutARequestDoesNothing() {
        engine.interrupt();
        engine.start();
        warm.countDown();
        Interpreter interpreter = engine.await();
        engine.interrupt();
        Interpreter.Work work = engine.begin();
        assertInstanceOf(Outcome.Ok.class, execute(interpreter, ""));
        work.close();
    }
}
