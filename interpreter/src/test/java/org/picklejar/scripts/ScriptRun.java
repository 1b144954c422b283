package org.picklejar.scripts;

import java.util.ArrayList;
import java.util.List;
import org.picklejar.CompiledUnits;
import org.picklejar.runtime.Runtime;

/** One run of a script; the modes differ in how the statements are run. */
abstract class ScriptRun {
    final Script script;
    final StringBuilder printed = new StringBuilder();
    final List<String> wrong = new ArrayList<>();
    /** Whether all code is compiled when it first runs, instead of never. */
    private boolean compiled;

    ScriptRun(Script script) {
        this.script = script;
    }

    /** @return what differs from the expectations */
    abstract List<String> run();

    /** Has all code compiled when it first runs. */
    ScriptRun compiled() {
        compiled = true;
        return this;
    }

    boolean isCompiled() {
        return compiled;
    }

    Runtime.Builder builder() {
        Runtime.Builder b = Runtime.builder()
                .path("", "src/test/resources/python")
                .legacy(script.legacy())
                .keepClassesIn(CompiledUnits.FOLDER)
                .output((stream, text, origin) -> printed.append(text));
        return isCompiled() ? b.compileAfter(1, 1) : b.compileAfter(Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** A statement has ended.
     * @param detail more about the error, or null */
    void check(Script.Statement s, String error, String detail) {
        String problem = s.problem(printed.toString(), error);
        if (problem != null) {
            wrong.add(detail == null || s.error() != null ? problem : problem + "\n" + detail);
        }
        printed.setLength(0);
    }
}
