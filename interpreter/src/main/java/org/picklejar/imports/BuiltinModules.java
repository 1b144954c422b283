package org.picklejar.imports;

import java.util.List;
import org.picklejar.core.PyFunction;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.interp.PythonBuiltin;

/** Library modules that are written in C in CPython, and in Python here. */
public final class BuiltinModules {
    /** For {@code sys.builtin_module_names}. */
    public static final List<String> NAMES = List.of(
            "_ast",
            "_asyncio",
            "_codecs_cn",
            "_codecs_iso2022",
            "_codecs_jp",
            "_codecs_kr",
            "_codecs_tw",
            "_decimal",
            "_imp",
            "_locale",
            "_lsprof",
            "_multibytecodec",
            "_multiprocessing",
            "_opcode",
            "_posixshmem",
            "_posixsubprocess",
            "_socket",
            "_socket_names",
            "_sqlite3",
            "_sqlite_arguments",
            "_sqlite_blobs",
            "_sqlite_cursors",
            "_sqlite_functions",
            "_sqlite_names",
            "_sqlite_values",
            "_ssl",
            "_ssl_certificates",
            "_ssl_ciphers",
            "_ssl_names",
            "_ssl_sockets",
            "_ssl_values",
            "_stateful_codecs",
            "_symtable",
            "_tokenize",
            "_typing",
            "atexit",
            "faulthandler",
            "fcntl",
            "gc",
            "grp",
            "marshal",
            "pwd",
            "resource",
            "select",
            "termios");

    private BuiltinModules() {}

    static String path(String name) {
        return name + ".py";
    }

    /** The module's code has run: its functions become builtins. */
    static void loaded(PyModule module) {
        for (PyObject name : module.namespace().keyArray()) {
            if (module.namespace().get((PyStr) name) instanceof PyFunction f && f.globals == module.namespace()) {
                module.namespace().put((PyStr) name, PythonBuiltin.of(f, name.toString(), module));
            }
        }
    }
}
