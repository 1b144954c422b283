package org.picklejar.runtime;

import java.util.ArrayList;
import java.util.List;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTraceback;
import org.picklejar.core.PyType;
import org.picklejar.core.Suggestions;
import org.picklejar.interp.FrameType;
import org.picklejar.interp.PythonFrame;
import org.picklejar.modules.NativeModules;

/** "Did you mean" for names, attributes and imports (CPython: traceback.py). */
final class Hints {
    private Hints() {}

    static String of(Execution x, PyBaseException e) {
        PyObject name = e.member("name") instanceof PyStr ? e.member("name") : null;
        if (e.type().isSubtypeOf(ExceptionTypes.NAME_ERROR) && name != null) {
            return forName(e, name.toString());
        }
        if (e.type().isSubtypeOf(ExceptionTypes.ATTRIBUTE_ERROR) && name != null && e.member("obj") != null) {
            String s = Suggestions.closest(name.toString(), attributes(e.member("obj")));
            return s == null ? "" : ". Did you mean: '" + s + "'?";
        }
        if (e.type().isSubtypeOf(ExceptionTypes.IMPORT_ERROR)
                && e.member("name_from") instanceof PyStr wanted
                && name != null
                && x.machine.modules.get(name.toString()) instanceof PyInstance module) {
            String s = Suggestions.closest(wanted.toString(), attributes(module));
            return s == null ? "" : ". Did you mean: '" + s + "'?";
        }
        return "";
    }

    private static String forName(PyBaseException e, String name) {
        PyTraceback t = e.traceback;
        while (t != null && t.next != null) {
            t = t.next;
        }
        List<String> names = new ArrayList<>();
        if (t != null && t.frame instanceof PythonFrame f) {
            if (FrameType.locals(f) instanceof PyDict d) {
                add(d, names);
            }
            add(f.globals, names);
            add(f.builtins, names);
        }
        String s = Suggestions.closest(name, names);
        boolean isModule = List.of(NativeModules.NAMES).contains(name)
                || List.of(
                                "os",
                                "re",
                                "json",
                                "random",
                                "collections",
                                "functools",
                                "datetime",
                                "pickle",
                                "copy",
                                "string",
                                "types",
                                "typing",
                                "pathlib",
                                "stackless",
                                "asyncio",
                                "threading")
                        .contains(name);
        String forgot = isModule ? "Did you forget to import '" + name + "'?" : null;
        if (s != null) {
            return ". Did you mean: '" + s + "'?"
                    + (forgot == null ? "" : " Or did you forget to import '" + name + "'?");
        }
        return forgot == null ? "" : ". " + forgot;
    }

    private static List<String> attributes(PyObject o) {
        List<String> names = new ArrayList<>();
        if (o instanceof PyInstance i) {
            add(i.dictCopy(), names);
        }
        for (PyType t : (o instanceof PyType c ? c : o.type()).mro()) {
            add(t.namespace(), names);
        }
        return names;
    }

    private static void add(PyDict d, List<String> out) {
        for (PyObject k : d.keyArray()) {
            if (k instanceof PyStr) {
                out.add(k.toString());
            }
        }
    }
}
