package org.picklejar.kernel.browser;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Finds the programs that the browser test needs, or installs them: npm and pip into a folder of the build, the others from Debian. */
final class Tools {
    private static final int PATIENCE_SECONDS = 120;

    private final Path directory;

    /** @param directory where packages are installed; kept from one run to the next */
    Tools(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
    }

    /** Where {@link #install} has put the scripts. */
    Path directory() {
        return directory;
    }

    /** Node.js, beside which there is npm; null without. */
    Path node() throws IOException, InterruptedException {
        if (onPath("npm") == null && !debian("nodejs", "npm")) {
            return null;
        }
        return onPath("npm") == null ? null : onPath("node");
    }

    Path chromium() throws IOException, InterruptedException {
        for (String name : List.of("chromium", "chromium-browser", "google-chrome")) {
            if (onPath(name) != null) {
                return onPath(name);
            }
        }
        return debian("chromium") ? onPath("chromium") : null;
    }

    /** The one on PATH, the launcher's own, or one that is installed now. */
    Path jupyterLab() throws IOException, InterruptedException {
        Path launchers = Path.of("..", "target", "jupyter", "bin", "jupyter-lab")
                .toAbsolutePath()
                .normalize();
        Path own = directory.resolve("jupyter").resolve("bin").resolve("jupyter-lab");
        for (Path candidate : new Path[] {onPath("jupyter-lab"), launchers, own}) {
            if (candidate != null && Files.isExecutable(candidate) && run(candidate.toString(), "--version")) {
                return candidate;
            }
        }
        Path environment = directory.resolve("jupyter");
        boolean installed = onPath("python3") != null
                && run("python3", "-m", "venv", "--clear", environment.toString())
                && run(
                        environment.resolve("bin").resolve("pip").toString(),
                        "install",
                        "-q",
                        "--timeout",
                        "15",
                        "--retries",
                        "1",
                        "jupyterlab");
        return installed ? own : null;
    }

    /** Copies the scripts and installs what their package.json names. */
    boolean install(Path scripts) throws IOException, InterruptedException {
        try (Stream<Path> files = Files.list(scripts)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, directory.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return run("npm", "install", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error");
    }

    private boolean debian(String... packages) throws IOException, InterruptedException {
        if (onPath("apt-get") == null || !System.getProperty("user.name").equals("root")) {
            return false;
        }
        String names = String.join(" ", packages);
        return run(
                "sh",
                "-c",
                "apt-get install -y -q " + names + " || (apt-get update -q && apt-get install -y -q " + names + ")");
    }

    private boolean run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(
                directory.resolve("install.log").toFile()));
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            return false;
        }
        return process.exitValue() == 0;
    }

    private static Path onPath(String name) {
        for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
            Path candidate = Path.of(folder, name);
            if (Files.isExecutable(candidate)) {
                return candidate;
            }
        }
        return null;
    }
}
