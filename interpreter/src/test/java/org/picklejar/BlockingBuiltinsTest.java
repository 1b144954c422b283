package org.picklejar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.picklejar.core.BlockingBuiltins;

/**
 * Counts where Java code waits for Python on the Java stack, by the bytecode: the doors (methods that call await themselves), and
 * the roots, from which calls lead to a door without a builtin between them that could begin again. Each stands in a table: more
 * fail the test, and less are to be written down too. {@code -Dgolden.write=true} writes the tables of the roots.
 */
class BlockingBuiltinsTest {
    /** What never begins again. */
    private static final Set<String> NESTED = Set.of("core.Execution.awaitNested", "core.Execution.callAndWaitNested");

    private static final Set<String> AWAITS = Set.of(
            "core.Execution.await",
            "core.Execution.callAndWait",
            "core.Execution.awaitNested",
            "core.Execution.callAndWaitNested");
    private static final Path ROOTS = Path.of("src/test/resources/blocking-roots.tsv");
    private static final Path STATUS = Path.of("../docs/status.md");
    private static final String FROM = "<!-- blocking builtins: written by BlockingBuiltinsTest -->\n";
    private static final String TO = "<!-- end of blocking builtins -->\n";
    /** What gets a function that begins again. */
    private static final Pattern BEGINS_AGAIN = Pattern.compile(".* of (core.TypeBuilder|modules.ModuleBuilder)"
            + "\\.(\\w*[tT]ail|tailN|classMethod|staticMethod|constructor|initializer)|NativeCode\\$X.*");

    private static CallGraph graph;
    /** The methods that call await. */
    private static final Set<String> DOORS = new TreeSet<>();
    /** By class: how many calls of await stand in it. */
    private static final Map<String, Integer> CALLS = new TreeMap<>();

    /** By root: to which doors it leads. */
    private static final Map<String, Set<String>> BY_ROOT = new TreeMap<>();

    @BeforeAll
    static void count() throws IOException {
        graph = CallGraph.of(Path.of("target/classes"));
        for (String m : graph.methods()) {
            for (String c : graph.callsIn(m)) {
                if (AWAITS.contains(CallGraph.name(c)) && counts(m)) {
                    DOORS.add(m);
                    CALLS.merge(CallGraph.className(m), 1, Integer::sum);
                }
            }
        }
        Map<String, Set<String>> waiting = graph.leadingTo(DOORS);
        Map<String, Set<String>> callers = graph.callers();
        for (String m : DOORS) {
            if (graph.callsIn(m).stream().anyMatch(c -> NESTED.contains(CallGraph.name(c)))) {
                BY_ROOT.computeIfAbsent(rootName(m), k -> new TreeSet<>()).add(CallGraph.className(m));
            }
        }
        waiting.forEach((m, doors) -> {
            boolean called = callers.getOrDefault(m, Set.of()).stream().anyMatch(waiting::containsKey);
            Set<String> uses = graph.usesOf(m);
            boolean soft = beginsAgain(m)
                    || !uses.isEmpty()
                            && uses.stream()
                                    .allMatch(u -> BEGINS_AGAIN.matcher(u).matches());
            if (counts(m) && !soft && (!called || !uses.isEmpty())) {
                doors.forEach(d -> BY_ROOT.computeIfAbsent(rootName(m), k -> new TreeSet<>())
                        .add(CallGraph.className(d)));
            }
        });
    }

    /** Without the descriptor, and without the number of a lambda. */
    private static String rootName(String method) {
        return CallGraph.name(method).replaceFirst("(lambda\\$.*)\\$\\d+$", "$1");
    }

    /** Whether it is the step of a frame that begins again. */
    private static boolean beginsAgain(String method) {
        String owner = CallGraph.name(method).replaceFirst("\\.[^.]*$", "");
        return graph.methods().contains(owner + ".beginsAgain()Z") && !owner.equals("core.NativeFrame");
    }

    /** The facade waits for programs as a whole. */
    private static boolean counts(String method) {
        return !method.startsWith("runtime.") && !AWAITS.contains(CallGraph.name(method));
    }

    @Test
    void theListOfDoorsIsWhatTheClassesHold() {
        Map<String, Integer> listed = new TreeMap<>();
        BlockingBuiltins.all().forEach((name, entry) -> listed.put(name, entry.uses()));
        assertEquals(listed, CALLS);
    }

    @Test
    void theTableOfRootsIsWhatTheClassesHold() throws IOException {
        StringBuilder roots = new StringBuilder(
                "# Where Java code may wait for Python and cannot begin again: the method it starts from, the doors it leads to.\n");
        BY_ROOT.forEach((root, doors) ->
                roots.append(root).append('\t').append(String.join(" ", doors)).append('\n'));
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(ROOTS, roots);
        }
        assertEquals(Files.readString(ROOTS), roots.toString());
    }

    @Test
    void theStatusTellsTheNumbers() throws IOException {
        String status = Files.readString(STATUS);
        int from = status.indexOf(FROM) + FROM.length();
        int to = status.indexOf(TO);
        assertTrue(from >= FROM.length() && to >= from, "no place for the numbers in " + STATUS);
        if (Boolean.getBoolean("golden.write")) {
            status = status.substring(0, from) + summary() + status.substring(to);
            Files.writeString(STATUS, status);
            to = status.indexOf(TO);
        }
        assertEquals(summary(), status.substring(from, to));
    }

    private static String summary() {
        Map<String, Integer> byDoor = new TreeMap<>();
        BY_ROOT.values().forEach(doors -> doors.forEach(d -> byDoor.merge(d, 1, Integer::sum)));
        StringBuilder out = new StringBuilder(String.format(
                        Locale.ROOT,
                        "%d methods lead there; one that leads to several doors counts for each:\n\n",
                        BY_ROOT.size()))
                .append("| from | door | what runs there |\n| ---: | --- | --- |\n");
        byDoor.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(e -> out.append(String.format(
                        Locale.ROOT,
                        "| %d | `%s` | %s |\n",
                        e.getValue(),
                        e.getKey(),
                        BlockingBuiltins.all().get(e.getKey()).builtin().replace("__", "\\_\\_"))));
        return out.append('\n').toString();
    }

    @Test
    void theCountSeesHelpersOfHelpers() {
        Set<String> known = new HashSet<>();
        graph.leadingTo(DOORS).keySet().forEach(m -> known.add(CallGraph.name(m)));
        // Each is one step further away from await than the one before.
        for (String helper : new String[] {"ops.Conversions.indexValue", "ops.Values.toLong", "ops.SliceBounds.of"}) {
            assertTrue(known.contains(helper), helper);
        }
        assertTrue(!known.contains("ops.Conversions.index"), "what returns PENDING does not wait");
    }
}
