package org.picklejar.kernel.notebooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.picklejar.kernel.client.RunCommand;

/** Runs the notebooks of the project, each in a kernel process of its own. */
@Tag("slow")
class NotebooksTest {
    private static final Path SOURCE = Path.of("../notebooks");

    @TempDir
    private Path folder;

    @BeforeEach
    void copyNotebooks() throws IOException {
        try (Stream<Path> files = Files.list(SOURCE)) {
            for (Path p : files.filter(f -> f.toString().endsWith(".ipynb")).toList()) {
                Files.copy(p, folder.resolve(p.getFileName()));
            }
        }
    }

    private String run(String name) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> kernel = List.of(
                java,
                "-Xss8m",
                "-cp",
                System.getProperty("java.class.path"),
                "org.picklejar.kernel.launch.Commands",
                "kernel");
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        int status = RunCommand.run(
                new String[] {folder.resolve(name).toString()},
                kernel,
                new PrintStream(messages, true, StandardCharsets.UTF_8));
        assertEquals(0, status, messages.toString(StandardCharsets.UTF_8));
        return Files.readString(folder.resolve(name));
    }

    @Test
    void taskletsAndChannels() throws IOException {
        String text = run("01-tasklets-and-channels.ipynb");
        assertTrue(text.contains("send from sending_tasklet\\n"), text);
        assertTrue(text.indexOf("\"20\\n\"") < text.indexOf("\"30\\n\"") && text.contains("\"50\\n\""), text);
    }

    @Test
    void aTaskletPickledInOneKernelGoesOnInAnother() throws IOException {
        String saved = run("02-pickle-a-running-tasklet.ipynb");
        assertTrue(saved.contains("square 9 total 14") && !saved.contains("square 16"), saved);
        String resumed = run("03-resume-it-here.ipynb");
        assertTrue(resumed.contains("square 16 total 30") && !resumed.contains("square 9 "), resumed);
        assertTrue(resumed.contains("the result is 204"), resumed);
    }

    @Test
    void theSimulationGoesOnWhereItStopped() throws IOException {
        String text = run("04-a-simulation-that-survives-restart.ipynb");
        assertTrue(text.contains("180 entries up to week 60"), text);
    }

    @Test
    void taskletsWaitForTheOutside() throws IOException {
        String text = run("05-waiting-for-the-outside.ipynb");
        int last = 0;
        for (String line : List.of(
                "not has slept",
                "short has slept",
                "long has slept",
                "receive timed out - balance 0",
                "price: 42",
                "news: rain",
                "news: sun",
                "the reader waits: True",
                "read b'some bytes'",
                "['fed', [1, 4, 9]]",
                "a tasklet got: the result")) {
            int place = text.indexOf(line + "\\n", last);
            assertTrue(place >= 0, line + " is missing in " + text);
            last = place;
        }
    }

    @Test
    void taskletsSaysBeforehandWhatTheSaveRefuses() throws IOException {
        JsonObject notebook = JsonParser.parseString(
                        "{'nbformat': 4, 'nbformat_minor': 5, 'metadata': {}, 'cells': []}".replace('\'', '"'))
                .getAsJsonObject();
        String program = """
                import stackless
                c, d = stackless.channel(), stackless.channel()
                log = {'files': [open('/dev/null')]}
                def job():
                    c.receive()
                    log['files'][0].read()
                def other():
                    d.receive()
                for f in job, other:
                    stackless.tasklet(f)()
                stackless.run()
                """;
        String save = "try:\n    %pickle_tasklets x.state\nexcept Exception as e:\n    print(e)";
        for (String source : List.of(program, "%tasklets", save)) {
            JsonObject cell = new JsonObject();
            cell.addProperty("cell_type", "code");
            cell.addProperty("id", "c" + source.length());
            cell.addProperty("source", source);
            cell.add("metadata", new JsonObject());
            cell.add("outputs", new JsonArray());
            notebook.getAsJsonArray("cells").add(cell);
        }
        Files.writeString(folder.resolve("refused.ipynb"), notebook.toString());
        String text = run("refused.ipynb");
        String problem =
                "global 'log' (log['files'][0]): cannot pickle 'TextIOWrapper' instances (needed by job() in tasklet 1)";
        assertTrue(text.contains("other line 8: d.receive()  1      yes"), text);
        assertTrue(text.contains(problem), text);
        assertTrue(text.contains("nothing was saved: " + problem), text);
    }
}
