package org.picklejar.imports;

import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.picklejar.code.CodeObject;

/**
 * Code of sources on the class path that this process has read, for its next runtime (of a state that is tried, of a test). Each links it
 * anew: states tell strings of modules by their identity, so no two modules may share them.
 */
final class LibraryCode {
    private static final Map<String, SoftReference<CodeObject>> READ = new ConcurrentHashMap<>();

    private LibraryCode() {}

    /**
     * The code of a source.
     *
     * @param resource the name of the source
     * @param read gives its code when no runtime has needed it yet
     */
    static CodeObject get(String resource, Supplier<CodeObject> read) {
        SoftReference<CodeObject> known = READ.get(resource);
        CodeObject code = known == null ? null : known.get();
        if (code == null) {
            code = read.get();
            READ.put(resource, new SoftReference<>(code));
        }
        return code;
    }
}
