package org.picklejar.interp;

import java.util.Arrays;
import java.util.Map;
import java.util.WeakHashMap;
import org.picklejar.core.Errors;
import org.picklejar.core.Event;
import org.picklejar.core.Execution;
import org.picklejar.core.Machine;
import org.picklejar.core.PyCode;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;

/** The tools of {@code sys.monitoring}, of one runtime: which events they want, and their callbacks. */
public final class Monitoring {
    /** The tools that programs may use. */
    public static final int TOOLS = 6;
    /** The events that can be asked for in one code object, and switched off at one place: all up to this one. */
    private static final Event LAST_LOCAL = Event.STOP_ITERATION;

    private static final int LOCAL = (LAST_LOCAL.bit() << 1) - 1;
    private static final int CALL_RESULTS = Event.C_RETURN.bit() | Event.C_RAISE.bit();
    private static final int ALL = (Event.C_RAISE.bit() << 1) - 1;

    /** What a tool has asked for. */
    private static final class Tool {
        PyObject name;
        int events;
        final Map<PyCode, Integer> local = new WeakHashMap<>();
        /** Places at which it wants no more events: per instruction a set of events. */
        final Map<PyCode, int[]> disabled = new WeakHashMap<>();

        final PyObject[] callbacks = new PyObject[Event.values().length];

        void clear() {
            events = 0;
            local.clear();
            disabled.clear();
            Arrays.fill(callbacks, null);
        }
    }

    private final Tool[] tools = new Tool[TOOLS];
    private boolean active;
    /** {@code sys.monitoring.DISABLE}: returned by a callback that wants no more of an event at that place. */
    public PyObject disable;
    /** {@code sys.monitoring.MISSING}: in place of the first argument of a call that has none. */
    public PyObject missing;

    private Monitoring() {
        for (int i = 0; i < TOOLS; i++) {
            tools[i] = new Tool();
        }
    }

    public static Monitoring of(Machine m) {
        return m.state(Monitoring.class, k -> new Monitoring());
    }

    /** Whether any tool wants any event. */
    boolean isActive() {
        return active;
    }

    private void changed(Execution x) {
        active = false;
        for (Tool t : tools) {
            active |= t.events != 0 || t.local.values().stream().anyMatch(e -> e != 0);
        }
        for (Execution each : x.machine.executions()) {
            Observers.update(each);
            if (active) {
                Observers.observe(each.top, f -> true);
            }
        }
    }

    // ---- what programs ask

    private Tool tool(int id) {
        if (id < 0 || id >= TOOLS) {
            throw Errors.valueError("invalid tool %d (must be between 0 and 5)", id);
        }
        return tools[id];
    }

    private Tool used(int id) {
        Tool t = tool(id);
        if (t.name == null) {
            throw Errors.valueError("tool %d is not in use", id);
        }
        return t;
    }

    public void use(int id, PyObject name) {
        if (tool(id).name != null) {
            throw Errors.valueError("tool %d is already in use", id);
        }
        tools[id].name = name;
    }

    public void clear(Execution x, int id) {
        if (tool(id).name != null) {
            tools[id].clear();
            changed(x);
        }
    }

    public void free(Execution x, int id) {
        clear(x, id);
        tool(id).name = null;
    }

    public PyObject name(int id) {
        PyObject n = tool(id).name;
        return n == null ? PySingleton.NONE : n;
    }

    /** @return the former callback, or None */
    public PyObject register(int id, int event, PyObject callback) {
        if (event <= 0 || Integer.bitCount(event) != 1) {
            throw Errors.valueError("The callback can only be set for one event at a time");
        }
        if (event > ALL) {
            throw Errors.valueError("invalid event %d", event);
        }
        Tool t = tool(id);
        int i = Integer.numberOfTrailingZeros(event);
        PyObject old = t.callbacks[i];
        t.callbacks[i] = callback == PySingleton.NONE ? null : callback;
        return old == null ? PySingleton.NONE : old;
    }

    public int events(int id) {
        return tool(id).events;
    }

    /** @return PENDING: what runs is observed from its next instruction on */
    public PyObject setEvents(Execution x, int id, int events) {
        Tool t = tool(id);
        if (events < 0 || events > ALL) {
            throw Errors.valueError("invalid event set 0x%x", events);
        }
        int wanted = withCallResults(events);
        used(id);
        t.events = wanted;
        changed(x);
        return Observers.changed(x);
    }

    public int localEvents(int id, PyCode code) {
        return tool(id).local.getOrDefault(code, 0);
    }

    /** @return as {@link #setEvents} */
    public PyObject setLocalEvents(Execution x, int id, PyCode code, int events) {
        Tool t = used(id);
        int wanted = withCallResults(events);
        if (wanted < 0 || wanted > LOCAL) {
            throw Errors.valueError("invalid local event set 0x%x", wanted);
        }
        t.local.put(code, wanted);
        changed(x);
        return Observers.changed(x);
    }

    private static int withCallResults(int events) {
        if ((events & CALL_RESULTS) != 0
                && (events & CALL_RESULTS | events & Event.CALL.bit()) != (CALL_RESULTS | Event.CALL.bit())) {
            throw Errors.valueError("cannot set C_RETURN or C_RAISE events independently");
        }
        return events & ~CALL_RESULTS;
    }

    /** Forgets at which places events were switched off. */
    public void restart() {
        for (Tool t : tools) {
            t.disabled.clear();
        }
    }

    /** All events that any tool wants everywhere, by tool: the sets of events. */
    public int[] wanted() {
        int[] out = new int[TOOLS];
        for (int i = 0; i < TOOLS; i++) {
            out[i] = tools[i].events;
        }
        return out;
    }

    // ---- telling

    void tell(Execution x, PyCode code, Event e, int at, PyObject a, PyObject b) {
        // The ends of calls come to those who want the calls.
        int bit = (e.bit() & CALL_RESULTS) != 0 ? Event.CALL.bit() : e.bit();
        for (Tool t : tools) {
            PyObject callback = t.callbacks[e.ordinal()];
            if (callback == null
                    || ((t.events | t.local.getOrDefault(code, 0)) & bit) == 0
                    || isDisabled(t, code, bit, at)) {
                continue;
            }
            PyObject r = Observers.call(x, e, callback, arguments(code, e, at, a, b));
            if (r == disable) {
                disable(t, code, e, bit, at);
            }
        }
    }

    private PyObject[] arguments(PyCode code, Event e, int at, PyObject a, PyObject b) {
        PyInt offset = PyInt.of(at);
        return switch (e) {
            case PY_START, PY_RESUME, INSTRUCTION -> new PyObject[] {code, offset};
            case LINE -> new PyObject[] {code, a};
            case CALL, C_RETURN, C_RAISE -> new PyObject[] {code, offset, a, b == null ? missing : b};
            default -> new PyObject[] {code, offset, a};
        };
    }

    private static boolean isDisabled(Tool t, PyCode code, int bit, int at) {
        int[] places = t.disabled.get(code);
        return places != null && at >= 0 && (places[at >> 2] & bit) != 0;
    }

    private static void disable(Tool t, PyCode code, Event e, int bit, int at) {
        if ((bit & LOCAL) == 0) {
            t.callbacks[e.ordinal()] = null;
            throw Errors.valueError("Cannot disable %s events. Callback removed.", e.name());
        }
        t.disabled.computeIfAbsent(code, k -> new int[k.caches.length])[Math.max(0, at) >> 2] |= bit;
    }
}
