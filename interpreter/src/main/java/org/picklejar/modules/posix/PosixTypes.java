package org.picklejar.modules.posix;

import org.picklejar.core.TypeBuilder;

/** Finds the tables of the types of {@code posix}. */
public final class PosixTypes {
    private PosixTypes() {}

    /** @return whether the type is defined here */
    public static boolean define(String name, TypeBuilder<?> b) {
        switch (name) {
            case "posix.ScandirIterator" -> DirectoryEntries.defineScan(b.of(DirectoryEntries.Scan.class));
            case "posix.DirEntry" -> DirectoryEntries.defineEntry(b.of(DirectoryEntries.Entry.class));
            default -> {
                return false;
            }
        }
        return true;
    }
}
