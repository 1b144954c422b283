package org.picklejar.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.picklejar.code.CodeObject;
import org.picklejar.code.Op;
import org.picklejar.code.Opcode;
import org.picklejar.imports.Library;
import org.picklejar.imports.PrebuiltCode;

/** The files of the core that are written in Python share one namespace; each uses only names of those that ran before. */
class BootstrapTest {
    /** What they may import while they run: modules written in Java. */
    private static final Set<String> NATIVE = Set.of("sys", "builtins", "_io");

    private static CodeObject code(String name) {
        return PrebuiltCode.of(Library.BOOTSTRAP, name + ".py");
    }

    private static Set<String> used(CodeObject code) {
        Set<String> names = new TreeSet<>(code.globalNames());
        for (Object c : code.constants) {
            if (c instanceof CodeObject inner) {
                names.addAll(used(inner));
            }
        }
        return names;
    }

    /** The names that instructions of a kind have as their operand. */
    private static Set<String> named(CodeObject module, int opcode, int operand) {
        Set<String> names = new TreeSet<>();
        for (int pc = 0; pc < module.code.length; pc += Opcode.WIDTH) {
            if (module.code[pc] == opcode) {
                names.add(module.names[module.code[pc + operand]]);
            }
        }
        return names;
    }

    @Test
    void filesUseOnlyNamesOfThoseBefore() {
        Map<String, Integer> definedBy = new HashMap<>();
        for (int i = 0; i < Startup.BOOTSTRAP.size(); i++) {
            for (String name : named(code(Startup.BOOTSTRAP.get(i)), Op.STORE_NAME, 2)) {
                definedBy.putIfAbsent(name, i);
            }
        }
        assertTrue(definedBy.size() > 60, "names were found: " + definedBy.keySet());
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < Startup.BOOTSTRAP.size(); i++) {
            for (String name : used(code(Startup.BOOTSTRAP.get(i)))) {
                if (definedBy.getOrDefault(name, 0) > i) {
                    wrong.add(Startup.BOOTSTRAP.get(i) + " uses " + name + " of "
                            + Startup.BOOTSTRAP.get(definedBy.get(name)));
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void filesImportOnlyNativeModulesWhileTheyRun() {
        Set<String> imported = new TreeSet<>();
        for (String file : Startup.BOOTSTRAP) {
            imported.addAll(named(code(file), Op.IMPORT_NAME, 3));
        }
        assertEquals(new TreeSet<>(NATIVE), imported);
    }

    @Test
    void everyFileIsInTheOrder() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources", Library.BOOTSTRAP))) {
            assertEquals(
                    new TreeSet<>(Startup.BOOTSTRAP),
                    new TreeSet<>(files.map(f -> f.getFileName().toString().replace(".py", ""))
                            .toList()));
        }
    }
}
