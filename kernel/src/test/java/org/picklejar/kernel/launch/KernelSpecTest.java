package org.picklejar.kernel.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelSpecTest {
    @TempDir
    Path prefix;

    private final ByteArrayOutputStream text = new ByteArrayOutputStream();

    private int run(String... args) {
        return new KernelSpec(new PrintStream(text, true)).run(args, List.of("/opt/picklejar", "--fast"));
    }

    @Test
    void installWritesASpecThatStartsTheLauncher() throws IOException {
        assertEquals(
                0,
                run(
                        "install",
                        "--prefix",
                        prefix.toString(),
                        "--name",
                        "PJ",
                        "--display-name",
                        "Mine",
                        "--env",
                        "A=b=c"));
        Path folder = prefix.resolve("share/jupyter/kernels/pj");
        JsonObject spec = JsonParser.parseString(Files.readString(folder.resolve("kernel.json")))
                .getAsJsonObject();
        assertEquals(
                "[\"/opt/picklejar\",\"--fast\",\"kernel\",\"-f\",\"{connection_file}\"]",
                spec.get("argv").toString());
        assertEquals("message", spec.get("interrupt_mode").getAsString());
        assertEquals("python", spec.get("language").getAsString());
        assertEquals("5.5", spec.get("kernel_protocol_version").getAsString());
        assertEquals("Mine", spec.get("display_name").getAsString());
        assertEquals("b=c", spec.getAsJsonObject("env").get("A").getAsString());
        for (String logo : List.of("logo-32x32.png", "logo-64x64.png", "logo-svg.svg")) {
            assertTrue(Files.size(folder.resolve(logo)) > 100, logo);
        }
        assertTrue(text.toString(UTF_8).contains(folder.toString()));
        assertEquals(0, run("uninstall", "--prefix", prefix.toString(), "--name", "pj"));
        assertFalse(Files.exists(folder));
    }

    @Test
    void uninstallKeepsFilesOfOthers() throws IOException {
        run("install", "--prefix", prefix.toString());
        Path other = Files.writeString(prefix.resolve("share/jupyter/kernels/picklejar/kernel.js"), "1");
        assertEquals(0, run("uninstall", "--prefix", prefix.toString()));
        assertTrue(Files.exists(other));
        assertFalse(Files.exists(other.resolveSibling("kernel.json")));
    }

    @Test
    void badArgumentsAreExplained() {
        assertEquals(2, run());
        assertEquals(2, run("install", "--name", "a/b"));
        assertEquals(2, run("install", "--prefix"));
        assertEquals(2, run("install", "--what", "x"));
        assertTrue(text.toString(UTF_8).contains("usage: picklejar install|uninstall"));
        assertFalse(Files.exists(prefix.resolve("share")));
    }

    @Test
    void helpIsNoError() {
        assertEquals(0, run("install", "--help"));
        assertEquals(0, run("uninstall", "-h"));
        assertTrue(text.toString(UTF_8).contains("--prefix DIRECTORY"));
    }

    @Test
    void userDirectoryFollowsTheSystem() {
        Path home = Path.of("/home/u");
        assertEquals(Path.of("/home/u/.local/share/jupyter"), KernelSpec.userData(Map.of(), "Linux", home));
        assertEquals(Path.of("/x/jupyter"), KernelSpec.userData(Map.of("XDG_DATA_HOME", "/x"), "Linux", home));
        assertEquals(Path.of("/d"), KernelSpec.userData(Map.of("JUPYTER_DATA_DIR", "/d"), "Linux", home));
        assertEquals(Path.of("/home/u/Library/Jupyter"), KernelSpec.userData(Map.of(), "Mac OS X", home));
    }
}
