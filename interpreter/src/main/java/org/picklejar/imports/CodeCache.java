package org.picklejar.imports;

import java.nio.charset.StandardCharsets;
import org.picklejar.code.CacheFolder;
import org.picklejar.code.CodeFormat;
import org.picklejar.code.CodeObject;
import org.picklejar.code.LibraryFiles;

/** Compiled modules of earlier runs, by what they were made of: the source, its file name, the code's format. */
final class CodeCache {
    private final CacheFolder folder = CacheFolder.named("code-" + Integer.toHexString(CodeObject.MAGIC));

    private static String file(String name, byte[] source) {
        return CacheFolder.nameFor(LibraryFiles.portable(name).getBytes(StandardCharsets.UTF_8), new byte[1], source)
                + ".code";
    }

    /** The code of a module, or null when it must be compiled. */
    CodeObject get(String fileName, byte[] source) {
        byte[] found = folder.get(file(fileName, source));
        return found == null ? null : CodeFormat.read(found);
    }

    void put(String fileName, byte[] source, CodeObject code) {
        folder.put(file(fileName, source), CodeFormat.write(code));
    }
}
