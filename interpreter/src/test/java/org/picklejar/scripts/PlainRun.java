package org.picklejar.scripts;

import java.util.List;
import org.picklejar.runtime.Interpreter;
import org.picklejar.runtime.Runtime;

/** Each statement is a cell. */
class PlainRun extends ScriptRun {
    PlainRun(Script script) {
        super(script);
    }

    @Override
    List<String> run() {
        try (Runtime r = builder().build()) {
            prepare(r);
            for (Script.Statement s : script.statements()) {
                beforeStatement();
                Interpreter.Outcome outcome = r.execute(
                        new Interpreter.Cell(s.code(), script.path().toString(), null, false, script.legacy()));
                if (outcome instanceof Interpreter.Outcome.Error e) {
                    check(s, e.error().getMessage(), String.join("\n", e.error().traceback()));
                } else {
                    check(s, null, null);
                }
            }
        }
        return wrong;
    }

    void prepare(Runtime r) {}

    void beforeStatement() {}
}
