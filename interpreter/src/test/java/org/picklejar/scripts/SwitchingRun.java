package org.picklejar.scripts;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.picklejar.runtime.Runtime;
import org.picklejar.runtime.SafePoints;
import org.picklejar.tasklets.CompanionSwitch;

/** At safe points the running tasklet gives way to a companion; what it runs in compiled code is written out for that. */
final class SwitchingRun extends PlainRun {
    private final BooleanSupplier chosen;
    private CompanionSwitch hook;

    /** @param chosen whether this happens at the safe point where the tasklet is */
    SwitchingRun(Script script, BooleanSupplier chosen) {
        super(script);
        this.chosen = chosen;
    }

    @Override
    void prepare(Runtime r) {
        r.call("_script_runner", "add_companion");
        hook = SafePoints.install(r, x -> new CompanionSwitch(x, chosen));
    }

    @Override
    void beforeStatement() {
        hook.watch();
    }

    @Override
    List<String> run() {
        super.run();
        if (hook.occasions() == 0) {
            wrong.add("no safe point was reached");
        }
        return wrong;
    }
}
