package org.picklejar.kernel.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Runs the tests of the Python packages on a real Python: {@code $PICKLEJAR_CPYTHON}, or python3 of at least 3.10 on the path. */
class PythonSideTest {
    @Test
    void testsOfThePythonPackagesPass() throws IOException, InterruptedException {
        String python = System.getenv().getOrDefault("PICKLEJAR_CPYTHON", "python3");
        assumeTrue(isRecent(python), "no Python 3.10 or later");
        ProcessBuilder tests =
                new ProcessBuilder(python, "-B", "-m", "unittest", "test_kernel").redirectErrorStream(true);
        tests.directory(new File("src/test/python"));
        tests.environment()
                .put(
                        "PYTHONPATH",
                        Path.of("src/main/resources", Kernel.RESOURCES).toAbsolutePath() + File.pathSeparator + ".");
        Process process = tests.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
    }

    private static boolean isRecent(String python) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(python, "-c", "import sys; sys.exit(sys.version_info < (3, 10))").start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
