package org.picklejar.runtime;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.modules.Blocking;

/**
 * Loads states into a fresh runtime like this one, before they are called saved. What the program prints there is thrown away, and host
 * functions are refused. No tasklet runs, but modules are imported, and what a state calls to make objects is called.
 */
final class StateTrial {
    private final Function<Map<String, Map<String, Interpreter.HostFunction>>, Runtime> maker;
    private final Map<String, Map<String, Interpreter.HostFunction>> modules;

    /**
     * @param maker makes a runtime without output, with some host modules
     * @param modules of this runtime
     */
    StateTrial(
            Function<Map<String, Map<String, Interpreter.HostFunction>>, Runtime> maker,
            Map<String, Map<String, Interpreter.HostFunction>> modules) {
        this.maker = maker;
        this.modules =
                modules.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> refused(e.getValue())));
    }

    private static Map<String, Interpreter.HostFunction> refused(Map<String, Interpreter.HostFunction> functions) {
        return functions.keySet().stream().collect(Collectors.toMap(name -> name, name -> (call, args) -> {
            throw new IllegalStateException(name + "() cannot be called while a state is tried");
        }));
    }

    /**
     * @param states their texts
     * @param directory the working directory
     * @return for each why it cannot be loaded; "" when it can
     * @throws org.picklejar.core.PyException KeyboardInterrupt
     */
    PyList load(Execution x, PyList states, String directory) {
        List<Object> path = texts((PyList) x.machine.sys.get("path"));
        List<Object> wanted = texts(states);
        try {
            List<String> reasons = Blocking.runElsewhere(x, () -> load(wanted, path, directory));
            return PyList.of(reasons.stream().map(PyStr::of).toArray(PyObject[]::new));
        } catch (IOException e) {
            throw Errors.runtimeError("%s", String.valueOf(e.getMessage()));
        }
    }

    private List<String> load(List<Object> states, List<Object> path, String directory) {
        List<String> reasons = new ArrayList<>();
        for (Object state : states) {
            try (Runtime r = maker.apply(modules)) {
                r.call("os", "chdir", directory);
                reasons.add((String) r.call("_picklejar_state", "why_not_loaded", state, path));
            } catch (GuestException e) {
                reasons.add(e.getMessage());
            }
        }
        return reasons;
    }

    private static List<Object> texts(PyList list) {
        List<Object> texts = new ArrayList<>();
        for (PyObject o : list.toArray()) {
            texts.add(o.toString());
        }
        return texts;
    }
}
