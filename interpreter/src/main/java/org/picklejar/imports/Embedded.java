package org.picklejar.imports;

import java.nio.charset.StandardCharsets;

/** What every start reads of the class path, as constants of a class: these come from the class-data archive, without opening a jar. */
public final class Embedded {
    private Embedded() {}

    /** @return null when it is not embedded */
    static byte[] bytes(String resource) {
        String[] parts = parts(resource);
        return parts == null ? null : String.join("", parts).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The bytes of a resource as characters. The build gives this method its body ({@link org.picklejar.build.PackagedClasses}). */
    static String[] parts(String resource) {
        return null;
    }
}
