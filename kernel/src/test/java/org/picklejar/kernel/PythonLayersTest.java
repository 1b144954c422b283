package org.picklejar.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Each of our Python files imports only those of ours that stand before it in this list; imports in functions count too. Libraries
 * are free, and so are the names of modules in tables (the magics that are loaded on first use).
 */
class PythonLayersTest {
    private static final List<String> ORDER = List.of(
            // modules that CPython has in C
            "_imp",
            "_ast",
            "_asyncio",
            "_stateful_codecs",
            "_multibytecodec",
            "_codecs_cn",
            "_codecs_iso2022",
            "_codecs_jp",
            "_codecs_kr",
            "_codecs_tw",
            "_decimal",
            "_locale",
            "_lsprof",
            "_multiprocessing",
            "_opcode",
            "_posixshmem",
            "_posixsubprocess",
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
            "_socket_names",
            "_socket",
            "_sqlite_names",
            "_sqlite_arguments",
            "_sqlite_values",
            "_sqlite_functions",
            "_sqlite_blobs",
            "_sqlite_cursors",
            "_sqlite3",
            "_ssl_names",
            "_ssl_certificates",
            "_ssl_values",
            "_ssl_ciphers",
            "_ssl_sockets",
            "_symtable",
            "_ssl",
            "termios",
            // the library's that we have of our own
            "_sysconfigdata__linux_x86_64-linux-gnu",
            "importlib",
            "opcode",
            "dis",
            "_picklejar_shared_values",
            // appended to modules of the library
            "library_additions._collections_abc",
            "library_additions.asyncio.streams",
            "library_additions.hashlib",
            "library_additions.multiprocessing.context",
            "library_additions.multiprocessing.resource_tracker",
            "library_additions.pickle",
            "library_additions.site",
            "library_additions.warnings",
            // the core; in a namespace of its own, see BootstrapTest
            "bootstrap.marking",
            "bootstrap.specs",
            "bootstrap.finders",
            "bootstrap.struct_sequences",
            "bootstrap.simple_namespace",
            "bootstrap.sys_values",
            "bootstrap.sys_hooks",
            "bootstrap.builtin_functions",
            "bootstrap.interactive",
            "bootstrap.type_arguments",
            "bootstrap.type_expressions",
            "bootstrap.type_parameters",
            "bootstrap.patterns",
            "bootstrap.exception_groups",
            "bootstrap.reductions",
            "bootstrap.json_errors",
            "bootstrap.odd_uses",
            "bootstrap.last_steps",
            "bootstrap.top_level_await",
            "bootstrap.awaiting_channels",
            // tasklets and their states
            "_picklejar_complete",
            "stackless.io",
            "stackless",
            "_picklejar_places",
            "_picklejar_modules",
            "_picklejar_loops",
            "_picklejar_contexts",
            "_picklejar_sqlite",
            "_picklejar_values_of_builtins",
            "_picklejar_reductions",
            "_picklejar_values",
            "_picklejar_loading",
            "_picklejar_state",
            // the kernel
            "picklejar_kernel.display",
            "picklejar_kernel.objects",
            "picklejar_kernel.lookup",
            "picklejar_kernel.magics",
            "picklejar_kernel.shell",
            "picklejar_kernel.displayhook",
            "picklejar_kernel.expressions",
            "picklejar_kernel.inspection",
            "picklejar_kernel.completion",
            "picklejar_kernel.comms",
            "picklejar_kernel.magics_code",
            "picklejar_kernel.magics_display",
            "picklejar_kernel.magics_system",
            "picklejar_kernel.state",
            "picklejar_kernel",
            // what libraries import, over it
            "IPython",
            "IPython.display",
            "IPython.core",
            "IPython.core.display",
            "IPython.core.display_functions",
            "IPython.core.getipython",
            "IPython.core.interactiveshell",
            "IPython.core.magic",
            "comm",
            "comm.base_comm");

    /** The folders that the files are in, with what stands before their names. */
    private static final Map<String, String> ROOTS = Map.of(
            "../interpreter/src/main/resources/org/picklejar/bootstrap", "bootstrap.",
            "../interpreter/src/main/resources/org/picklejar/builtin_modules", "",
            "../interpreter/src/main/resources/org/picklejar/library_additions", "library_additions.",
            "../interpreter/src/main/resources/org/picklejar/python", "",
            "src/main/resources/org/picklejar/kernel/python", "");

    private static final Pattern TEXT = Pattern.compile("(?s)\"\"\".*?\"\"\"|'''.*?'''");
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^[ \t]*(?:from[ \t]+([\\w.]+)[ \t]+import[ \t]+(\\([^)]*\\)|.*)|import[ \t]+(.*))$");

    /** Module names and their texts. */
    private static Map<String, String> files() throws IOException {
        Map<String, String> found = new LinkedHashMap<>();
        for (Map.Entry<String, String> root : ROOTS.entrySet()) {
            Path folder = Path.of(root.getKey());
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path p : all.filter(f -> f.toString().endsWith(".py")).toList()) {
                    String name = folder.relativize(p)
                            .toString()
                            .replaceFirst("(/__init__)?\\.py$", "")
                            .replace('/', '.');
                    found.put(root.getValue() + name, Files.readString(p));
                }
            }
        }
        return found;
    }

    /** The modules of ours that a text imports, relative names resolved in the package that {@code own} is. */
    private static Set<String> imports(String own, String text) {
        TreeSet<String> found = new TreeSet<>();
        Matcher m = IMPORT.matcher(TEXT.matcher(text).replaceAll("''"));
        while (m.find()) {
            if (m.group(1) == null) {
                for (String item : m.group(3).replaceAll("#.*", "").split(",")) {
                    found.add(item.strip().split("\\s+")[0]);
                }
                continue;
            }
            String from = m.group(1).startsWith(".") ? own + m.group(1).replaceFirst("\\.$", "") : m.group(1);
            for (String item :
                    m.group(2).replaceAll("#.*", "").replaceAll("[()]", "").split(",")) {
                if (!item.isBlank()) {
                    String name = from + "." + item.strip().split("\\s+")[0];
                    found.add(ORDER.contains(name) ? name : from);
                }
            }
        }
        found.retainAll(ORDER);
        return found;
    }

    @Test
    void filesImportOnlyThoseBefore() throws IOException {
        Map<String, String> files = files();
        assertEquals(new TreeSet<>(ORDER), new TreeSet<>(files.keySet()));
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            for (String used : imports(file.getKey(), file.getValue())) {
                if (ORDER.indexOf(used) > ORDER.indexOf(file.getKey())) {
                    wrong.add(file.getKey() + " imports " + used);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void importsOfAllFormsAreFound() {
        String text = """
            '''import atexit'''
            import os, stackless as s  # import dis
            from picklejar_kernel.display import display
            def f():
                from picklejar_kernel import (
                    magics as m,
                    shell,
                )
                from IPython.display import *
                from . import base_comm
            """;
        assertEquals(
                new TreeSet<>(List.of(
                        "stackless",
                        "picklejar_kernel.display",
                        "picklejar_kernel.magics",
                        "picklejar_kernel.shell",
                        "IPython.display",
                        "comm.base_comm")),
                imports("comm", text));
    }
}
