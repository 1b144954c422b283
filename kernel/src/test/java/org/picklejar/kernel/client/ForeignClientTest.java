package org.picklejar.kernel.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Jupyter's own client in Python drives the kernel. Skipped where it is not installed. */
class ForeignClientTest {
    private static final String PYTHON = "python3";

    @Test
    void jupyterClientRunsInterruptsCompletesAndResumes() throws IOException, InterruptedException {
        assumeTrue(hasClient(), "no Python with jupyter_client here: pip install jupyter_client");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = start(List.of(
                PYTHON,
                Path.of("src/test/python/foreign_client.py").toString(),
                java,
                "-Xss8m",
                "-cp",
                System.getProperty("java.class.path"),
                "org.picklejar.kernel.launch.Commands",
                "kernel"));
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
    }

    private static boolean hasClient() throws InterruptedException {
        try {
            Process process = start(List.of(PYTHON, "-c", "import jupyter_client"));
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
