package org.picklejar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.picklejar.runtime.Interpreter;
import org.picklejar.runtime.Runtime;

/** An interrupt ends builtins that would go on for ever, or for hours, without running Python code. */
class InterruptBuiltinsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sum(range(10**12))",
                "max(range(10**12))",
                "sum(itertools.count())",
                "'x' in itertools.count()",
                "any(itertools.repeat(0))",
                "collections.deque(itertools.count(), maxlen=0)",
                "collections.deque(itertools.repeat(1), maxlen=0)",
                "''.join(itertools.repeat(''))",
                "re.match('(a+)+$', 'a' * 60 + 'b')",
                "pow(3, 3 * 10**7)",
                "math.factorial(10**6)",
                "zlib.compress(bytes(2 * 10**8))",
                "zlib.compressobj().compress(bytes(2 * 10**8))",
                "sorted(range(10**4), key=lambda i: [i for j in range(10**9)])"
            })
    void keyboardInterruptIsRaisedInside(String expression) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        try (Runtime r = Runtime.builder()
                .path("")
                .output((s, t, o) -> begun.countDown())
                .build()) {
            Thread interrupter = new Thread(() -> {
                try {
                    begun.await();
                    Thread.sleep(50); // lets the builtin get going; the outcome does not depend on it
                    r.interrupt();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            interrupter.start();
            Interpreter.Outcome outcome = r.execute(new Interpreter.Cell(
                    "import itertools, collections, re, math, zlib\nprint('begun')\n_ = " + expression + "\n",
                    "<cell>",
                    null,
                    false,
                    false));
            interrupter.join();
            assertEquals(
                    "KeyboardInterrupt",
                    assertInstanceOf(Interpreter.Outcome.Error.class, outcome)
                            .error()
                            .name());
            assertInstanceOf(
                    Interpreter.Outcome.Ok.class,
                    r.execute(new Interpreter.Cell("1 + 1", "<cell>", null, false, false)));
        }
    }
}
