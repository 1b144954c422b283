package org.picklejar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/** The CPython whose library we have: the same artifact holds the executable, for Linux on x86-64. */
final class CPython {
    private static final String ROOT = "org/bytedeco/cpython/linux-x86_64/";
    private static final Path HOME = Path.of("target/runnable-cpython").toAbsolutePath();
    private static final Path EXECUTABLE = HOME.resolve("bin/python3.13");
    private static final Pattern UNUSED = Pattern.compile(
            "include/.*|share/.*|lib/python3.13/(test|idlelib|tkinter|turtledemo|site-packages|ensurepip)/.*");

    private CPython() {}

    /** Unpacks it; the test that calls this is skipped where it does not run. */
    static void require() throws IOException, InterruptedException {
        URL found = CPython.class.getClassLoader().getResource(ROOT + "bin/python3.13");
        assumeTrue(found != null, "the artifact of CPython has no executable");
        if (!Files.exists(EXECUTABLE)) {
            try (JarFile jar = ((JarURLConnection) found.openConnection()).getJarFile()) {
                for (JarEntry e : Collections.list(jar.entries())) {
                    unpack(jar, e);
                }
            }
        }
        boolean runs;
        try {
            runs = start(List.of("-c", "pass")).waitFor() == 0;
        } catch (IOException e) {
            runs = false;
        }
        assumeTrue(runs, "CPython's executable for Linux on x86-64 does not run on this machine");
    }

    private static void unpack(JarFile jar, JarEntry e) throws IOException {
        if (!e.getName().startsWith(ROOT) || e.isDirectory()) {
            return;
        }
        String name = e.getName().substring(ROOT.length());
        if (UNUSED.matcher(name).matches()) {
            return;
        }
        Path to = HOME.resolve(name);
        Files.createDirectories(to.getParent());
        Path part = Files.createTempFile(to.getParent(), "part", "");
        try (InputStream in = jar.getInputStream(e)) {
            Files.write(part, in.readAllBytes());
        }
        part.toFile().setReadable(true, false);
        part.toFile().setExecutable(true, false);
        Files.move(part, to, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Process start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(EXECUTABLE.toString()));
        command.addAll(arguments);
        ProcessBuilder b = new ProcessBuilder(command).redirectErrorStream(true);
        b.environment().put("PYTHONHOME", HOME.toString());
        b.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        b.environment().put("LD_LIBRARY_PATH", HOME.resolve("lib") + ":" + HOME);
        Process p = b.start();
        p.getOutputStream().close();
        return p;
    }

    /** Runs it to its end, which must be a good one.
     * @return what it printed */
    static String run(String... arguments) throws IOException, InterruptedException {
        Process p = start(List.of(arguments));
        String printed = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, p.waitFor(), printed);
        return printed;
    }
}
