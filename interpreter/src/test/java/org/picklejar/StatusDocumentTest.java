package org.picklejar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.picklejar.runtime.Interpreter.Cell;
import org.picklejar.runtime.Interpreter.Outcome;
import org.picklejar.runtime.Runtime;

/** What {@code docs/status.md} says can be checked is true. */
class StatusDocumentTest {
    private static final Path DOCUMENT = Path.of("../docs/status.md");
    private static final Pattern LIST = Pattern.compile("- Modules that cannot be imported: (.*?)\n- ", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");
    /** Prints the public modules of the library that cannot be imported. The two left out open a browser and print a poem. */
    private static final String IMPORT_ALL = """
            import importlib, sys
            for name in sorted(sys.stdlib_module_names - {'antigravity', 'this'}):
                if not name.startswith('_'):
                    try:
                        importlib.import_module(name)
                    except ImportError:
                        print(name)
            """;

    @Test
    void theModulesThatItCallsAbsentAreTheOnesThatCannotBeImported() throws IOException {
        Matcher item = LIST.matcher(Files.readString(DOCUMENT));
        assertEquals(true, item.find(), "there is no list of absent modules");
        String list = item.group(1).substring(0, item.group(1).indexOf("`StatusDocumentTest`"));
        Set<String> listed = new TreeSet<>();
        NAME.matcher(list).results().forEach(m -> listed.add(m.group(1)));
        StringBuilder out = new StringBuilder();
        try (Runtime r = Runtime.builder()
                .output((stream, text, origin) -> out.append(stream.equals("stdout") ? text : ""))
                .build()) {
            assertEquals(new Outcome.Ok(), r.execute(new Cell(IMPORT_ALL, "<all modules>", null, false, false)));
        }
        Set<String> missing = new TreeSet<>(Arrays.asList(out.toString().strip().split("\n")));
        assertEquals(missing, listed);
    }
}
