package org.picklejar.kernel.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.picklejar.kernel.launch.Commands;
import org.picklejar.kernel.launch.KernelSpec;

/** The notebooks in JupyterLab in a browser. What it does there is written in {@code src/test/browser/lab.mjs}. */
@Tag("slow")
class BrowserTest {
    private static final Path BROWSER = Path.of("src", "test", "browser");
    private static final Path NOTEBOOKS = Path.of("..", "notebooks");
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path SCREENSHOTS = TARGET.resolve("screenshots");
    private static final int LAB_SECONDS = 60;
    private static final int BROWSER_SECONDS = 240;

    @TempDir
    Path directory;

    private Process lab;

    @AfterEach
    void endLab() throws InterruptedException {
        if (lab != null) {
            lab.descendants().forEach(ProcessHandle::destroy);
            lab.destroy();
            if (!lab.waitFor(10, TimeUnit.SECONDS)) {
                lab.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    void notebooksRunAndResumeInJupyterLab() throws IOException, InterruptedException {
        Tools tools = new Tools(TARGET.resolve("browser"));
        Path node = tools.node();
        assumeTrue(node != null, "skipped: no node and npm, and they cannot be installed");
        Path chromium = tools.chromium();
        assumeTrue(chromium != null, "skipped: no chromium, and it cannot be installed");
        Path jupyter = tools.jupyterLab();
        assumeTrue(jupyter != null, "skipped: no JupyterLab, and it cannot be installed");
        assumeTrue(tools.install(BROWSER), "skipped: npm cannot install playwright-core");

        copy(NOTEBOOKS, directory.resolve("work"));
        Files.copy(BROWSER.resolve("basics.ipynb"), directory.resolve("work").resolve("basics.ipynb"));
        Files.createDirectories(SCREENSHOTS);
        String server = startLab(jupyter);

        Path output = SCREENSHOTS.resolve("browser.log");
        Process browser = new ProcessBuilder(
                        node.toString(),
                        "lab.mjs",
                        server,
                        SCREENSHOTS.toString(),
                        directory.resolve("profile").toString(),
                        chromium.toString())
                .directory(tools.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = browser.waitFor(BROWSER_SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            browser.descendants().forEach(ProcessHandle::destroyForcibly);
            browser.destroyForcibly().waitFor();
        }
        String said = Files.readString(output);
        assertTrue(ended, "the browser does not end: " + said);
        assertEquals(0, browser.exitValue(), said);
    }

    /** @return the server's address */
    private String startLab(Path jupyter) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> launcher =
                List.of(java, "-Xss8m", "-cp", System.getProperty("java.class.path"), Commands.class.getName());
        new KernelSpec(new PrintStream(OutputStream.nullOutputStream()))
                .run(new String[] {"install", "--prefix", directory.toString()}, launcher);

        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        List<String> command = new ArrayList<>(List.of(
                jupyter.toString(),
                "--no-browser",
                "--allow-root",
                "--port",
                Integer.toString(port),
                "--ServerApp.port_retries=0",
                "--IdentityProvider.token=",
                "--ServerApp.root_dir=" + directory.resolve("work")));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(SCREENSHOTS.resolve("lab.log").toFile());
        builder.environment()
                .put("PICKLEJAR_HOME", directory.resolve("picklejar").toString());
        builder.environment()
                .put(
                        "JUPYTER_PATH",
                        directory.resolve("share").resolve("jupyter").toString());
        for (String kind : List.of("CONFIG", "DATA", "RUNTIME")) {
            builder.environment()
                    .put(
                            "JUPYTER_" + kind + "_DIR",
                            directory.resolve("jupyter-" + kind).toString());
        }
        lab = builder.start();
        String server = "http://127.0.0.1:" + port;
        for (int tries = 0; !answers(server + "/api"); tries++) {
            assertTrue(
                    lab.isAlive() && tries < LAB_SECONDS * 5,
                    () -> "JupyterLab does not start, see " + SCREENSHOTS.resolve("lab.log"));
            Thread.sleep(200);
        }
        return server;
    }

    private static boolean answers(String address) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(address).toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(1000);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".ipynb")).toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
