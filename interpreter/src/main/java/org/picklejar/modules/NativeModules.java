package org.picklejar.modules;

import org.picklejar.core.Execution;
import org.picklejar.core.PyModule;
import org.picklejar.modules.binascii.BinasciiModule;
import org.picklejar.modules.csv.CsvModule;
import org.picklejar.modules.unicodedata.UnicodedataModule;
import org.picklejar.modules.zlib.ZlibModule;
import org.picklejar.modules.codecs.CodecsModule;
import org.picklejar.modules.collections.CollectionsModule;
import org.picklejar.modules.digests.DigestModules;
import org.picklejar.modules.errno.ErrnoModule;
import org.picklejar.modules.functools.FunctoolsModule;
import org.picklejar.modules.itertools.ItertoolsModule;
import org.picklejar.modules.math.MathModule;
import org.picklejar.modules.operator.OperatorModule;
import org.picklejar.modules.posix.PosixModule;
import org.picklejar.modules.random.RandomModule;
import org.picklejar.modules.sre.SreModule;
import org.picklejar.modules.string.StringModule;
import org.picklejar.modules.struct.StructModule;
import org.picklejar.modules.threads.ThreadModule;
import org.picklejar.modules.time.TimeModule;
import org.picklejar.modules.weakref.WeakrefModule;

/** Finds the library modules that are written in Java. */
public final class NativeModules {
    private NativeModules() {}

    /** All names, for {@code sys.builtin_module_names}. */
    public static final String[] NAMES = {
        "_codecs",
        "_sre",
        "_csv",
        "unicodedata",
        "zlib",
        "math",
        "binascii",
        "_struct",
        "_string",
        "_sha3",
        "_sha2",
        "_sha1",
        "_random",
        "_md5",
        "_blake2",
        "_collections",
        "_functools",
        "_operator",
        "itertools",
        "_thread",
        "_weakref",
        "errno",
        "posix",
        "time",
    };

    /** A new module, or null when there is none of this name in Java. */
    public static PyModule create(Execution x, String name) {
        return switch (name) {
            case "_codecs" -> CodecsModule.create(x);
            case "_sre" -> SreModule.create(x);
            case "_collections" -> CollectionsModule.create();
            case "_functools" -> FunctoolsModule.create();
            case "_operator" -> OperatorModule.create();
            case "itertools" -> ItertoolsModule.create();
            case "_thread" -> ThreadModule.create(x);
            case "_weakref" -> WeakrefModule.create(x);
            case "errno" -> ErrnoModule.create(x);
            case "posix" -> PosixModule.create(x);
            case "time" -> TimeModule.create(x);
            case "_md5", "_sha1", "_sha2", "_sha3", "_blake2" -> DigestModules.create(x, name);
            case "_random" -> RandomModule.create(x);
            case "_string" -> StringModule.create(x);
            case "_struct" -> StructModule.create(x);
            case "binascii" -> BinasciiModule.create(x);
            case "math" -> MathModule.create(x);
            case "_csv" -> CsvModule.create(x);
            case "unicodedata" -> UnicodedataModule.create(x);
            case "zlib" -> ZlibModule.create(x);
            default -> null;
        };
    }
}
