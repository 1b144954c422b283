package org.picklejar.kernel.launch;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.picklejar.cli.Main;
import org.picklejar.kernel.client.KernelClient;
import org.picklejar.kernel.client.KernelDied;
import org.picklejar.kernel.transport.ConnectionFile;

/** Does what kernels, scripts and the compiler do, so that the JVM can put the classes that they need into its archive. */
public final class Warmup {
    private static final String CODE = """
        import os, re, json, random, collections, functools
        class A:
            def __init__(self): self.x = [i * i for i in range(10)]
            def __repr__(self): return f'{self.x!r:>10}'
        print(A(), {1: 2}, 'a'.upper(), 1.5, 2 ** 100, sorted([3, 1, 2]))
        try:
            1 / 0
        except ZeroDivisionError as e:
            print(e)
        # Enough turns for the compiler.
        def numbers(n):
            total, real, items = 0, 0.5, [0] * 10
            for i in range(n):
                total += i * 3 % 7 if i & 1 else -i
                real = real * 0.5 + 1.0
                items[i % 10] = total
                if items[3] > real and not i < 0:
                    total -= items[3] // 2
            return total, real
        def calls(n):
            a, found = A(), {}
            def inner(v, *more, key=None):
                return len(more) + v
            for name in map(str, range(n)):
                a.y = inner(1, 2, 3) + inner(4, key=a.x)
                found[name] = a.x[0], f'{name}'
                try:
                    found.get(name)[5]
                except IndexError:
                    pass
                while a.y < 9:
                    a.y += 1
            return sum(v for v in range(n) if v), [k for k in found if k.startswith('1')]
        numbers(1200), calls(700)
        """;

    private static final String CELL = "print(1)\n1 + 1";

    private Warmup() {}

    public static void main(String[] args) throws IOException, KernelDied, InterruptedException {
        KernelMain.run(new String[0], new RuntimeFactory());
        ParentWatch.start("2", () -> {});
        askKernel();
        Main.main(new String[] {"-c", CODE});
    }

    private static void askKernel() throws IOException, KernelDied {
        Path directory = Files.createTempDirectory("picklejar");
        ConnectionFile ports = ConnectionFile.fresh(UUID.randomUUID().toString());
        try (Kernel kernel = new Kernel(ports, new RuntimeFactory(), directory.resolve("history.jsonl"))) {
            kernel.start();
            try (KernelClient client = new KernelClient(kernel.connection(), new CompletableFuture<>())) {
                client.request("kernel_info_request", new JsonObject());
                JsonObject cell = new JsonObject();
                cell.addProperty("code", CELL);
                client.request("execute_request", cell);
                client.shutDown();
            }
        } finally {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(directory);
        }
    }
}
