package org.picklejar.modules;

import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.array.ArrayType;
import org.picklejar.modules.array.PyArray;
import org.picklejar.modules.asyncio.AsyncioModule;
import org.picklejar.modules.collections.CollectionsModule;
import org.picklejar.modules.compression.Bz2Module;
import org.picklejar.modules.compression.LzmaModule;
import org.picklejar.modules.csv.CsvDialect;
import org.picklejar.modules.csv.CsvReader;
import org.picklejar.modules.csv.CsvWriter;
import org.picklejar.modules.datetime.DatetimeModule;
import org.picklejar.modules.decimal.DecimalModule;
import org.picklejar.modules.digests.DigestModules;
import org.picklejar.modules.expat.ExpatModule;
import org.picklejar.modules.functools.FunctoolsModule;
import org.picklejar.modules.itertools.ItertoolsModule;
import org.picklejar.modules.json.JsonModule;
import org.picklejar.modules.mmap.MmapType;
import org.picklejar.modules.mmap.PyMmap;
import org.picklejar.modules.operator.OperatorModule;
import org.picklejar.modules.queue.QueueModule;
import org.picklejar.modules.random.PyRandom;
import org.picklejar.modules.sre.MatchIterator;
import org.picklejar.modules.sre.SreMatch;
import org.picklejar.modules.sre.SrePattern;
import org.picklejar.modules.sre.SreScanner;
import org.picklejar.modules.sre.SreTemplate;
import org.picklejar.modules.string.PieceIterator;
import org.picklejar.modules.struct.PyStruct;
import org.picklejar.modules.struct.UnpackIterator;
import org.picklejar.modules.unicodedata.UnicodedataModule;
import org.picklejar.modules.zlib.PyBufferedDecompress;
import org.picklejar.modules.zlib.PyCompress;
import org.picklejar.modules.zlib.PyDecompress;

/** Finds the table of a type of a library module by its qualified name. */
public final class ModuleTypes {
    private ModuleTypes() {}

    /** @return whether the type is defined here */
    public static boolean define(String name, TypeBuilder<?> b) {
        switch (name) {
            case "_random.Random" -> PyRandom.define(b.of(PyRandom.class));
            case "_sre.SRE_Scanner" -> SreScanner.define(b.of(SreScanner.class));
            case "_sre.SRE_Template" -> SreTemplate.define(b.of(SreTemplate.class));
            case "_json.Scanner", "_json.Encoder" -> JsonModule.define(name, b);
            case "_csv.Dialect" -> CsvDialect.define(b.of(CsvDialect.class));
            case "_csv.Reader" -> CsvReader.define(b.of(CsvReader.class));
            case "_csv.Writer" -> CsvWriter.define(b.of(CsvWriter.class));
            case "mmap.mmap" -> MmapType.define(b.of(PyMmap.class));
            case "array.array" -> ArrayType.define(b.of(PyArray.class));
            case "array.arrayiterator" -> ArrayType.ArrayIterator.define(b.of(ArrayType.ArrayIterator.class));
            case "zlib.Compress" -> PyCompress.define(b.of(PyCompress.class));
            case "zlib._ZlibDecompressor" -> PyBufferedDecompress.define(b.of(PyBufferedDecompress.class));
            case "zlib.Decompress" -> PyDecompress.define(b.of(PyDecompress.class));
            case "_string.formatteriterator" -> PieceIterator.define(b.of(PieceIterator.class));
            case "_struct.Struct" -> PyStruct.define(b.of(PyStruct.class));
            case "_struct.unpack_iterator" -> UnpackIterator.define(b.of(UnpackIterator.class));
            case "re.Match" -> SreMatch.define(b.of(SreMatch.class));
            case "re.Pattern" -> SrePattern.define(b.of(SrePattern.class));
            case "re.match_iterator" -> MatchIterator.define(b.of(MatchIterator.class));
            default -> {
                return byModule(name, b);
            }
        }
        return true;
    }

    private static boolean byModule(String name, TypeBuilder<?> b) {
        String module = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        return switch (module) {
            case "_md5", "_sha1", "_sha2", "_sha3", "_blake2" -> DigestModules.define(name, b);
            case "_bz2" -> Bz2Module.define(name, b);
            case "_lzma" -> LzmaModule.define(name, b);
            case "_asyncio" -> AsyncioModule.define(name, b);
            case "_queue" -> QueueModule.define(name, b);
            case "collections", "_collections" -> CollectionsModule.define(name, b);
            case "datetime" -> DatetimeModule.define(name, b);
            case "decimal" -> DecimalModule.define(name, b);
            case "functools" -> FunctoolsModule.define(name, b);
            case "itertools" -> ItertoolsModule.define(name, b);
            case "unicodedata" -> UnicodedataModule.define(name, b);
            case "pyexpat", "xml.parsers.expat" -> ExpatModule.define(name, b);
            case "operator" -> OperatorModule.define(name, b);
            default -> SystemModules.define(module, name, b);
        };
    }
}
