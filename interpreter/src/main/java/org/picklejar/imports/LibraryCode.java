package org.picklejar.imports;

import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.picklejar.code.CodeObject;
import org.picklejar.core.PyCode;

/**
 * Code of sources on the class path that this process has read and linked. A second runtime (of a state that is tried, of a test) would
 * else spend a sixth of its time on doing it again.
 */
final class LibraryCode {
    private static final Map<String, SoftReference<PyCode>> READ = new ConcurrentHashMap<>();

    private LibraryCode() {}

    /**
     * Code for one runtime.
     *
     * @param resource the name of the source
     * @param read gives its code when no runtime has needed it yet
     */
    static PyCode get(String resource, Supplier<CodeObject> read) {
        SoftReference<PyCode> known = READ.get(resource);
        PyCode code = known == null ? null : known.get();
        if (code == null) {
            code = new PyCode(read.get());
            READ.put(resource, new SoftReference<>(code));
        }
        return code.copy();
    }
}
