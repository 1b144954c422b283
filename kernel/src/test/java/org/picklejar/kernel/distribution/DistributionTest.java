package org.picklejar.kernel.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the jars; runs when they have been built (verify). */
@Tag("distribution")
class DistributionTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> JARS =
            List.of("interpreter/target/picklejar-interpreter.jar", "kernel/target/picklejar-kernel.jar");
    private static final Set<String> NOT_SOURCES = Set.of("target", ".git", "node_modules", "__pycache__", ".idea");

    @Test
    void jarsHoldTheLicencesThatTheNoticeNames() throws IOException {
        for (String jar : JARS) {
            Map<String, byte[]> entries = entries(ROOT.resolve(jar));
            assertEquals(Files.readString(ROOT.resolve("LICENSE")), text(entries, "META-INF/LICENSE"), jar);
            String notice = text(entries, "META-INF/NOTICE");
            assertEquals(Files.readString(ROOT.resolve("NOTICE")), notice, jar);
            int named = 0;
            for (String word : notice.split("[\\s,;]+")) {
                if (word.startsWith("META-INF/licenses/")) {
                    named++;
                    boolean elsewhere = word.contains("CPython") && jar.contains("kernel");
                    assertTrue(elsewhere || !text(entries, word).isBlank(), jar + " has no " + word);
                }
            }
            // CPython's is in the artifact that its library is taken from.
            assertEquals(ROOT.resolve("licenses").toFile().list().length + 1, named);
        }
        Map<String, byte[]> interpreter = entries(ROOT.resolve(JARS.get(0)));
        assertTrue(text(interpreter, "META-INF/licenses/CPython-PSF-2.0.txt")
                .contains("PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2"));
    }

    @Test
    void noticeNamesEveryPartOfTheBillOfMaterials() throws IOException {
        JsonObject bill = JsonParser.parseString(Files.readString(ROOT.resolve("target/picklejar-sbom.json")))
                .getAsJsonObject();
        String notice = Files.readString(ROOT.resolve("NOTICE")).replaceAll("\\s+", " ");
        List<String> missing = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        for (JsonElement e : bill.getAsJsonArray("components")) {
            JsonObject component = e.getAsJsonObject();
            String group = component.get("group").getAsString();
            String name = component.get("name").getAsString();
            String version = component.get("version").getAsString();
            names.add(name);
            boolean isNamed = notice.contains(group + ":" + name) && notice.contains(version);
            if (!group.equals("org.picklejar") && !isNamed) {
                missing.add(group + ":" + name + ":" + version);
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(names.containsAll(List.of("picklejar-interpreter", "picklejar-kernel", "cpython", "jeromq")));
        for (File jar : Path.of("target/lib").toFile().listFiles()) {
            assertTrue(names.contains(jar.getName().replace(".jar", "")), jar + " is not in the bill of materials");
        }
    }

    /** Builds a copy of the sources in another folder, at another time, in another zone and without Error Prone. */
    @Test
    void sameSourcesGiveTheSameBytes(@TempDir Path folder) throws Exception {
        Path copy = folder.resolve("a copy");
        copySources(copy);
        Path log = folder.resolve("build.log");
        ProcessBuilder maven = new ProcessBuilder(
                        System.getProperty("picklejar.maven"),
                        "-q",
                        "-o",
                        "-B",
                        "-Dquick",
                        "-Dmaven.test.skip=true",
                        "-DskipTests",
                        "-Dspotless.check.skip=true",
                        "-Denforcer.skip=true",
                        "-Dcyclonedx.skip=true",
                        "package")
                .directory(copy.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
        maven.environment().put("TZ", "Asia/Kathmandu");
        maven.environment().put("LC_ALL", "C");
        assertEquals(0, maven.start().waitFor(), () -> read(log));
        for (String jar : JARS) {
            Path first = ROOT.resolve(jar);
            Path second = copy.resolve(jar);
            if (Files.mismatch(first, second) >= 0) {
                Map<String, byte[]> a = entries(first);
                Map<String, byte[]> b = entries(second);
                assertEquals(a.keySet(), b.keySet(), jar);
                a.keySet().removeIf(n -> Arrays.equals(a.get(n), b.get(n)));
                fail(jar + " differs in " + (a.isEmpty() ? "order, time or attributes" : a.keySet()));
            }
        }
    }

    private static void copySources(Path copy) throws IOException {
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path d, BasicFileAttributes attributes) throws IOException {
                if (NOT_SOURCES.contains(d.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(copy.resolve(ROOT.relativize(d).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path f, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile() && !f.getFileName().toString().equals(".git")) {
                    Files.copy(f, copy.resolve(ROOT.relativize(f).toString()));
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static Map<String, byte[]> entries(Path jar) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry e : zip.stream().toList()) {
                entries.put(e.getName(), zip.getInputStream(e).readAllBytes());
            }
        }
        return entries;
    }

    private static String text(Map<String, byte[]> entries, String name) {
        return new String(entries.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
