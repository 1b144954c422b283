package org.picklejar.runtime;

import org.picklejar.core.Errors;
import org.picklejar.core.Event;
import org.picklejar.core.Machine;
import org.picklejar.core.PyCode;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyType;
import org.picklejar.interp.Monitoring;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.ops.Values;

/** {@code sys.monitoring} (PEP 669). */
final class MonitoringModule {
    private MonitoringModule() {}

    /** {@code events} is a dict here; the bootstrap makes a {@code types.SimpleNamespace} of it. */
    static PyModule create(Machine machine) {
        PyModule module = new PyModule("sys.monitoring");
        PyDict ns = module.namespace();
        Monitoring m = Monitoring.of(machine);
        m.disable = new PyInstance(PyType.OBJECT);
        m.missing = new PyInstance(PyType.OBJECT);
        ns.put("DISABLE", m.disable);
        ns.put("MISSING", m.missing);
        ns.put("DEBUGGER_ID", PyInt.of(0));
        ns.put("COVERAGE_ID", PyInt.of(1));
        ns.put("PROFILER_ID", PyInt.of(2));
        ns.put("OPTIMIZER_ID", PyInt.of(5));
        PyDict events = new PyDict();
        ns.put("events", events);
        for (Event e : Event.values()) {
            events.put(e.name(), PyInt.of(e.bit()));
        }
        events.put("NO_EVENTS", PyInt.ZERO);
        functions(new ModuleBuilder(module, "sys.monitoring"), m);
        return module;
    }

    private static void functions(ModuleBuilder b, Monitoring m) {
        b.tailN("use_tool_id(tool_id: index, name, /)", (x, a) -> {
            if (!(Values.payload(a[1]) instanceof PyStr)) {
                throw Errors.valueError("tool name must be a str");
            }
            m.use(Values.toInt(a[0]), a[1]);
            return PySingleton.NONE;
        });
        b.tailN("clear_tool_id(tool_id: index, /)", (x, a) -> {
            m.clear(x, Values.toInt(a[0]));
            return PySingleton.NONE;
        });
        b.tailN("free_tool_id(tool_id: index, /)", (x, a) -> {
            m.free(x, Values.toInt(a[0]));
            return PySingleton.NONE;
        });
        b.tailN("get_tool(tool_id: index, /)", (x, a) -> m.name(Values.toInt(a[0])));
        b.tailN(
                "register_callback(tool_id: index, event: index, func, /)",
                (x, a) -> m.register(Values.toInt(a[0]), Values.toInt(a[1]), a[2]));
        b.tailN("get_events(tool_id: index, /)", (x, a) -> PyInt.of(m.events(Values.toInt(a[0]))));
        b.tailN(
                "set_events(tool_id: index, event_set: index, /)",
                (x, a) -> m.setEvents(x, Values.toInt(a[0]), Values.toInt(a[1])));
        b.tailN(
                "get_local_events(tool_id: index, code, /)",
                (x, a) -> PyInt.of(m.localEvents(Values.toInt(a[0]), code(a[1]))));
        b.tailN(
                "set_local_events(tool_id: index, code, event_set: index, /)",
                (x, a) -> m.setLocalEvents(x, Values.toInt(a[0]), code(a[1]), Values.toInt(a[2])));
        b.tailN("restart_events()", (x, a) -> {
            m.restart();
            return PySingleton.NONE;
        });
        b.tailN("_all_events()", (x, a) -> all(m));
    }

    private static PyCode code(PyObject o) {
        if (o instanceof PyCode c) {
            return c;
        }
        throw Errors.typeError("code must be a code object");
    }

    /** For each event that a tool wants everywhere the set of these tools. */
    private static PyDict all(Monitoring m) {
        PyDict out = new PyDict();
        int[] wanted = m.wanted();
        for (Event e : Event.values()) {
            int tools = 0;
            for (int i = 0; i < wanted.length; i++) {
                tools |= (wanted[i] & e.bit()) != 0 ? 1 << i : 0;
            }
            if (tools != 0) {
                out.put(e.name(), PyInt.of(tools));
            }
        }
        return out;
    }
}
