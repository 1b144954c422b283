package org.picklejar;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.picklejar.runtime.Interpreter;
import org.picklejar.runtime.Runtime;

/** Programs that save a state, and what goes on with it where nothing of them is known. */
abstract class SavedProgram {
    @TempDir
    protected Path folder;

    protected final String run(String code) {
        StringBuilder out = new StringBuilder();
        try (Runtime r = Runtime.builder()
                .keepClassesIn(CompiledUnits.FOLDER)
                .path("")
                .output((s, t, o) -> out.append(t))
                .build()) {
            String file = "'" + folder.resolve("saved.state") + "'";
            String text = "import _picklejar_state as s\n" + code.replace("FILE", file);
            Interpreter.Outcome outcome =
                    r.execute(new Interpreter.Cell(text, "<cell 1>", "cell of this run", false, false));
            if (outcome instanceof Interpreter.Outcome.Error e) {
                out.append(String.join("\n", e.error().traceback()));
            }
        }
        return out.toString();
    }

    protected final String resume(String after) {
        return run("r = s.load(s.read(FILE))\nimport stackless\nstackless.run()\n" + after);
    }
}
