package org.picklejar.scripts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.picklejar.runtime.GuestException;
import org.picklejar.runtime.Interpreter;
import org.picklejar.runtime.Runtime;
import org.picklejar.runtime.SafePoints;
import org.picklejar.tasklets.RunLeaver;

/**
 * The script runs in a tasklet that is saved at safe points, and goes on in a fresh runtime. Of a compiled one every second runtime
 * interprets, so that states go from compiled code to what has compiled nothing, and back.
 */
final class PicklingRun extends ScriptRun {
    /** So many saves at first, one at each safe point; then each distance is so many times the one before ({@code -Dscripts.growth}; 1.3 is dense). */
    private static final int AT_EVERY_POINT = 10;

    private static final double GROWTH = Double.parseDouble(System.getProperty("scripts.growth", "1.5"));

    private int begun = -1;
    private int done;
    private int saves;

    PicklingRun(Script script) {
        super(script);
    }

    @Override
    boolean isCompiled() {
        return super.isCompiled() && saves % 2 == 0;
    }

    private Runtime make() {
        Map<String, Interpreter.HostFunction> host = Map.of(
                "begin",
                (call, a) -> begin((int) (long) a[0]),
                "end",
                (call, a) -> end((int) (long) a[0], (String) a[1]));
        return builder().module("_script_host", host).build();
    }

    private Object begin(int statement) {
        begun = statement;
        printed.setLength(0);
        return null;
    }

    private Object end(int statement, String error) {
        check(script.statements().get(statement), error, null);
        done = statement + 1;
        return null;
    }

    @Override
    List<String> run() {
        List<Object> statements = new ArrayList<>();
        for (Script.Statement s : script.statements()) {
            statements.add(List.of(statements.size(), s.code()));
        }
        Runtime r = make();
        String where = "the start";
        try {
            r.call("_script_runner", "start", script.path().toString(), statements);
            for (; ; ) {
                RunLeaver hook = SafePoints.install(r, x -> new RunLeaver(x, distance(), this::mayBeSaved));
                r.call("_script_runner", "go");
                hook.stop();
                if (!hook.left()) {
                    break;
                }
                where = hook.place();
                saves++;
                String state = (String) r.call("_picklejar_state", "dumps", null, false);
                r.close();
                r = make();
                r.call("_picklejar_state", "loads", state);
            }
        } catch (GuestException e) {
            wrong.add("statement " + begun + ", save " + saves + " at " + where + ": " + e.getMessage() + "\n"
                    + String.join("\n", e.traceback()));
            return wrong;
        } finally {
            r.close();
        }
        if (done < script.statements().size()) {
            wrong.add("stuck in the statement of line "
                    + script.statements().get(done).line() + ", after save " + saves + " at " + where);
        } else if (saves == 0 && mostlySaved()) {
            wrong.add("it was never saved");
        }
        return wrong;
    }

    /** Whether there is more to save than what may run between two safe points. */
    private boolean mostlySaved() {
        long saved =
                script.statements().stream().filter(s -> s.notSaved() == null).count();
        return 2 * saved > script.statements().size();
    }

    private boolean mayBeSaved() {
        return begun < 0 || script.statements().get(begun).notSaved() == null;
    }

    /** How many safe points to pass before the next save: none at first, then more and more. */
    private int distance() {
        return saves < AT_EVERY_POINT ? 0 : (int) Math.pow(GROWTH, saves - AT_EVERY_POINT);
    }
}
