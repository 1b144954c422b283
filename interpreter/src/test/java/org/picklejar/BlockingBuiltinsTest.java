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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.picklejar.core.BlockingBuiltins;

/**
 * Counts what waits for Python in Java, by the bytecode: the doors (methods that call await themselves), and the calls that lead
 * to them through helpers, however long the way. Each number stands in a table: more fail the test, and less are to be
 * written down too. {@code -Dgolden.write=true} writes the tables of the calls.
 */
class BlockingBuiltinsTest {
    private static final String AWAIT = "core.Execution.await";
    private static final String CALL_AND_WAIT = "core.Execution.callAndWait";
    private static final Path CALLS = Path.of("src/test/resources/blocking-calls.tsv");
    private static final Path STATUS = Path.of("../docs/status.md");
    private static final String FROM = "<!-- blocking calls: written by BlockingBuiltinsTest -->\n";
    private static final String TO = "<!-- end of blocking calls -->\n";

    private static CallGraph graph;
    /** The methods that call await. */
    private static final Set<String> DOORS = new TreeSet<>();
    /** By class: how many calls of await stand in it. */
    private static final Map<String, Integer> AWAITS = new TreeMap<>();

    /** How many calls lead through a door. */
    private static final Map<String, Integer> BY_DOOR = new TreeMap<>();

    /** The table of the calls by helper. */
    private static String calls;

    private static int total;

    @BeforeAll
    static void count() throws IOException {
        graph = CallGraph.of(Path.of("target/classes"));
        for (String m : graph.methods()) {
            for (String c : graph.callsIn(m)) {
                if (isAwait(c) && counts(m)) {
                    DOORS.add(m);
                    AWAITS.merge(CallGraph.className(m), 1, Integer::sum);
                }
            }
        }
        Map<String, Set<String>> waiting = graph.leadingTo(DOORS);
        Map<String, Integer> byHelper = new TreeMap<>();
        Map<String, Set<String>> doorsOf = new TreeMap<>();
        for (String m : graph.methods()) {
            for (String c : graph.callsIn(m)) {
                if (waiting.containsKey(c) && counts(m)) {
                    total++;
                    byHelper.merge(CallGraph.name(c), 1, Integer::sum);
                    Set<String> doors = new TreeSet<>();
                    waiting.get(c).forEach(d -> doors.add(CallGraph.className(d)));
                    doorsOf.computeIfAbsent(CallGraph.name(c), k -> new TreeSet<>())
                            .addAll(doors);
                    doors.forEach(d -> BY_DOOR.merge(d, 1, Integer::sum));
                }
            }
        }
        StringBuilder out = new StringBuilder(
                "# The calls that may wait for Python in Java: helper, how many calls of it, the doors it leads to.\n");
        byHelper.forEach((helper, n) -> out.append(helper)
                .append('\t')
                .append(n)
                .append('\t')
                .append(String.join(" ", doorsOf.get(helper)))
                .append('\n'));
        calls = out.toString();
    }

    private static boolean isAwait(String method) {
        return CallGraph.name(method).equals(AWAIT) || CallGraph.name(method).equals(CALL_AND_WAIT);
    }

    /** The facade waits for programs as a whole. */
    private static boolean counts(String method) {
        return !method.startsWith("runtime.") && !CallGraph.name(method).equals(CALL_AND_WAIT);
    }

    @Test
    void theListOfDoorsIsWhatTheClassesHold() {
        Map<String, Integer> listed = new TreeMap<>();
        BlockingBuiltins.all().forEach((name, entry) -> listed.put(name, entry.uses()));
        assertEquals(listed, AWAITS);
    }

    @Test
    void theTableOfCallsIsWhatTheClassesHold() throws IOException {
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(CALLS, calls);
        }
        assertEquals(Files.readString(CALLS), calls);
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
        StringBuilder out = new StringBuilder(String.format(
                        Locale.ROOT,
                        "In %d methods (the doors) Java code waits; %d calls lead there, directly or through helpers; a call that leads to several counts for each:\n\n",
                        DOORS.size(),
                        total))
                .append("| calls | door | what runs there |\n| ---: | --- | --- |\n");
        BY_DOOR.entrySet().stream()
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
