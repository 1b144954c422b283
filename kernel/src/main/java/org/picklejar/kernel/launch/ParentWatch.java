package org.picklejar.kernel.launch;

import java.util.Optional;

/**
 * Ends a kernel whose server has gone. JPY_PARENT_PID names the server, but may come from another pid namespace, and a wrapper script may
 * stand between: it is trusted only when it is one of our ancestors. Our direct parent counts always, unless it is pid 1.
 */
final class ParentWatch {
    private ParentWatch() {}

    /** @param announced value of JPY_PARENT_PID; null or "1" (a container's init) switches the watch off */
    static void start(String announced, Runnable whenGone) {
        if (announced == null || announced.isEmpty() || announced.equals("1") || announced.equals("0")) {
            return;
        }
        Optional<ProcessHandle> parent = ProcessHandle.current().parent();
        parent.filter(direct -> direct.pid() != 1)
                .ifPresent(direct -> direct.onExit().thenRun(whenGone));
        for (Optional<ProcessHandle> p = parent.flatMap(ProcessHandle::parent);
                p.isPresent();
                p = p.get().parent()) {
            if (Long.toString(p.get().pid()).equals(announced)) {
                p.get().onExit().thenRun(whenGone);
                return;
            }
        }
    }
}
