package org.picklejar.scripts;

import java.util.List;
import org.picklejar.runtime.Runtime;
import org.picklejar.runtime.SafePoints;
import org.picklejar.tasklets.CompanionSwitch;

/** At every safe point the running tasklet gives way to a companion. */
final class SwitchingRun extends PlainRun {
    private CompanionSwitch hook;

    SwitchingRun(Script script) {
        super(script);
    }

    @Override
    void prepare(Runtime r) {
        r.call("_script_runner", "add_companion");
        hook = SafePoints.install(r, CompanionSwitch::new);
    }

    @Override
    void beforeStatement() {
        hook.watch();
    }

    @Override
    List<String> run() {
        super.run();
        if (hook.switches() == 0) {
            wrong.add("no switch took place");
        }
        return wrong;
    }
}
