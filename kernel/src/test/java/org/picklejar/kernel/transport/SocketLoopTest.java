package org.picklejar.kernel.transport;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The thread of the sockets. */
class SocketLoopTest {
    private static final SocketLoop.Receiver NOBODY = new SocketLoop.Receiver() {
        @Override
        public void received(Channel channel, List<byte[]> frames) {}

        @Override
        public List<List<byte[]>> subscribed(byte[] topic) {
            return List.of();
        }
    };

    /** A kernel that goes on without it would answer nothing; who handles its end can say so and leave. */
    @Test
    void itsFailureIsNoSecret() throws Exception {
        try (SocketLoop loop = new SocketLoop(ConnectionFile.fresh("key"), NOBODY)) {
            CompletableFuture<Throwable> failure = new CompletableFuture<>();
            loop.start();
            Thread thread = Thread.getAllStackTraces().keySet().stream()
                    .filter(t -> t.getName().equals("picklejar-sockets"))
                    .findFirst()
                    .orElseThrow();
            thread.setUncaughtExceptionHandler((t, e) -> failure.complete(e));
            thread.interrupt();
            assertNotNull(failure.get(10, TimeUnit.SECONDS));
        }
    }
}
