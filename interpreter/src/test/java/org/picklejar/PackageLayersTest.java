package org.picklejar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each package imports only packages that stand before it in this list. */
class PackageLayersTest {
    private static final List<String> ORDER = List.of(
            "source",
            "text",
            "system",
            "syntax",
            "symbols",
            "code",
            "compile",
            "core",
            "ops",
            "interp",
            "jit",
            "types",
            "tasklets",
            "modules",
            "builtins",
            "pickle",
            "imports",
            "runtime",
            "cli",
            "build");
    private static final Path ROOT = Path.of("src/main/java/org/picklejar");
    private static final Pattern USE = Pattern.compile("org\\.picklejar\\.([a-z]+)\\.[\\w.]*[A-Z]");

    @Test
    void packagesUseOnlyThoseBelow() throws IOException {
        List<String> wrong = new ArrayList<>();
        int files = 0;
        try (Stream<Path> all = Files.walk(ROOT)) {
            for (Path p : all.filter(f -> f.toString().endsWith(".java")).toList()) {
                files++;
                String own = ROOT.relativize(p).getName(0).toString();
                int level = ORDER.indexOf(own);
                assertTrue(level >= 0, "unknown package " + own);
                Matcher m = USE.matcher(Files.readString(p).replaceAll("(?s)/\\*.*?\\*/|//[^\n]*|\"[^\"\n]*\"", ""));
                while (m.find()) {
                    if (ORDER.indexOf(m.group(1)) > level) {
                        wrong.add(p + " uses " + m.group(1));
                    }
                }
            }
        }
        assertTrue(files > 200, "the sources were not found");
        assertEquals(List.of(), wrong);
    }
}
