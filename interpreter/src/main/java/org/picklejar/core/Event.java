package org.picklejar.core;

/** What can be observed of running code, in the order of {@code sys.monitoring.events}. */
public enum Event {
    PY_START,
    PY_RESUME,
    PY_RETURN,
    PY_YIELD,
    CALL,
    LINE,
    INSTRUCTION,
    JUMP,
    BRANCH,
    STOP_ITERATION,
    RAISE,
    EXCEPTION_HANDLED,
    PY_UNWIND,
    PY_THROW,
    RERAISE,
    C_RETURN,
    C_RAISE;

    /** Its bit in a set of events. */
    public int bit() {
        return 1 << ordinal();
    }
}
