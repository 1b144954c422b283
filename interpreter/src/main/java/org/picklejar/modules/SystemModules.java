package org.picklejar.modules;

import java.util.Arrays;
import org.picklejar.core.Execution;
import org.picklejar.core.PyModule;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.abc.AbcModule;
import org.picklejar.modules.contextvars.ContextvarsModule;
import org.picklejar.modules.dis.DisassemblerModule;
import org.picklejar.modules.errno.ErrnoModule;
import org.picklejar.modules.gc.GcModule;
import org.picklejar.modules.io.IoModule;
import org.picklejar.modules.posix.PosixModule;
import org.picklejar.modules.posix.PosixTypes;
import org.picklejar.modules.signals.SignalModule;
import org.picklejar.modules.threads.ThreadModule;
import org.picklejar.modules.time.TimeModule;
import org.picklejar.modules.weakref.WeakrefModule;

/** The library modules about the system and the interpreter itself: files, time, threads, weak references, warnings, ... */
final class SystemModules {
    private static final String[] NAMES = {
        "_abc",
        "_ast_bridge",
        "_contextvars",
        "_disassembler",
        "_io",
        "_signal",
        "_thread",
        "_warnings",
        "_weakref",
        "errno",
        "_gc",
        "posix",
        "time",
    };

    private SystemModules() {}

    /** These names and others, sorted. */
    static String[] with(String... others) {
        String[] all = Arrays.copyOf(others, others.length + NAMES.length);
        System.arraycopy(NAMES, 0, all, others.length, NAMES.length);
        Arrays.sort(all);
        return all;
    }

    /** A new module, or null when it is none of these. */
    static PyModule create(Execution x, String name) {
        return switch (name) {
            case "_abc" -> AbcModule.create(x);
            case "_contextvars" -> ContextvarsModule.create(x);
            case "_disassembler" -> DisassemblerModule.create();
            case "_io" -> IoModule.create(x);
            case "_signal" -> SignalModule.create(x);
            case "_thread" -> ThreadModule.create(x);
            // Module warnings finds no accelerator in it and uses its own code, in which a program can be suspended.
            case "_warnings" ->
                new ModuleBuilder("_warnings")
                        .doc("warnings is written in Python.")
                        .build();
            case "_weakref" -> WeakrefModule.create(x);
            case "errno" -> ErrnoModule.create(x);
            case "_gc" -> GcModule.create(x);
            case "posix" -> PosixModule.create(x);
            case "time" -> TimeModule.create(x);
            default -> null;
        };
    }

    /** @return whether the type is defined here */
    static boolean define(String module, String name, TypeBuilder<?> b) {
        return StructSequence.define(name, b)
                || switch (module) {
                    case "_abc" -> AbcModule.define(name, b);
                    case "_contextvars", "_contextvars.Token" -> ContextvarsModule.define(name, b);
                    case "_io" -> IoModule.define(name, b);
                    case "_thread" -> ThreadModule.define(name, b);
                    case "posix" -> PosixTypes.define(name, b);
                    case "weakref" -> WeakrefModule.define(name, b);
                    default -> false;
                };
    }
}
