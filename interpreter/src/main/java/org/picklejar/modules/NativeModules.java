package org.picklejar.modules;

import org.picklejar.core.Execution;
import org.picklejar.core.PyModule;
import org.picklejar.modules.array.ArrayModule;
import org.picklejar.modules.asyncio.AsyncioModule;
import org.picklejar.modules.binascii.BinasciiModule;
import org.picklejar.modules.bisect.BisectModule;
import org.picklejar.modules.codecs.CodecsModule;
import org.picklejar.modules.collections.CollectionsModule;
import org.picklejar.modules.compression.Bz2Module;
import org.picklejar.modules.compression.LzmaModule;
import org.picklejar.modules.csv.CsvModule;
import org.picklejar.modules.datetime.DatetimeModule;
import org.picklejar.modules.decimal.DecimalModule;
import org.picklejar.modules.digests.DigestModules;
import org.picklejar.modules.digests.KeyDerivationModule;
import org.picklejar.modules.expat.ExpatModule;
import org.picklejar.modules.functools.FunctoolsModule;
import org.picklejar.modules.heapq.HeapqModule;
import org.picklejar.modules.itertools.ItertoolsModule;
import org.picklejar.modules.json.JsonModule;
import org.picklejar.modules.math.CmathModule;
import org.picklejar.modules.math.MathModule;
import org.picklejar.modules.mmap.MmapModule;
import org.picklejar.modules.operator.OperatorModule;
import org.picklejar.modules.queue.QueueModule;
import org.picklejar.modules.random.RandomModule;
import org.picklejar.modules.socket.SocketModule;
import org.picklejar.modules.sre.SreModule;
import org.picklejar.modules.ssl.TlsModule;
import org.picklejar.modules.string.StringModule;
import org.picklejar.modules.struct.StructModule;
import org.picklejar.modules.unicodedata.UnicodedataModule;
import org.picklejar.modules.zlib.ZlibModule;

/** Finds the library modules that are written in Java. */
public final class NativeModules {
    private NativeModules() {}

    /** All names, for {@code sys.builtin_module_names}. */
    public static final String[] NAMES = SystemModules.with(
            "_asyncio_types",
            "_bisect",
            "_blake2",
            "_bz2",
            "_codecs",
            "_collections",
            "_csv",
            "_datetime",
            "_decimal_types",
            "_functools",
            "_heapq",
            "_key_derivation",
            "_json",
            "_lzma",
            "_md5",
            "_operator",
            "_queue",
            "_random",
            "_sha1",
            "_sha2",
            "_sha3",
            "_socket_calls",
            "_sre",
            "_ssl_calls",
            "_string",
            "_struct",
            "array",
            "binascii",
            "cmath",
            "itertools",
            "math",
            "mmap",
            "pyexpat",
            "unicodedata",
            "zlib");

    /** A new module, or null when there is none of this name in Java. */
    public static PyModule create(Execution x, String name) {
        return switch (name) {
            case "_asyncio_types" -> AsyncioModule.create(x);
            case "_bisect" -> BisectModule.create();
            case "_bz2" -> Bz2Module.create();
            case "_codecs" -> CodecsModule.create(x);
            case "_collections" -> CollectionsModule.create();
            case "_datetime" -> DatetimeModule.create();
            case "_decimal_types" -> DecimalModule.create(x);
            case "_functools" -> FunctoolsModule.create();
            case "_heapq" -> HeapqModule.create();
            case "_json" -> JsonModule.create();
            case "_lzma" -> LzmaModule.create();
            case "_md5", "_sha1", "_sha2", "_sha3", "_blake2" -> DigestModules.create(x, name);
            case "_key_derivation" -> KeyDerivationModule.create();
            case "_operator" -> OperatorModule.create();
            case "_queue" -> QueueModule.create();
            case "_random" -> RandomModule.create(x);
            case "_socket_calls" -> SocketModule.create();
            case "_sre" -> SreModule.create(x);
            case "_ssl_calls" -> TlsModule.create();
            case "_string" -> StringModule.create(x);
            case "_struct" -> StructModule.create(x);
            case "mmap" -> MmapModule.create();
            case "array" -> ArrayModule.create(x);
            case "binascii" -> BinasciiModule.create(x);
            case "itertools" -> ItertoolsModule.create();
            case "cmath" -> CmathModule.create(x);
            case "math" -> MathModule.create(x);
            case "pyexpat" -> ExpatModule.create(x);
            case "_csv" -> CsvModule.create(x);
            case "unicodedata" -> UnicodedataModule.create(x);
            case "zlib" -> ZlibModule.create(x);
            default -> SystemModules.create(x, name);
        };
    }
}
