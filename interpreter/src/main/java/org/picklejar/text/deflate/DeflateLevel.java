package org.picklejar.text.deflate;

/** How much work a level of compression does to find matches. Compare configuration_table in deflate.c of zlib. */
enum DeflateLevel {
    STORED(0, 0, 0, 0, false),
    FASTEST(4, 4, 8, 4, false),
    FASTER(4, 5, 16, 8, false),
    FAST(4, 6, 32, 32, false),
    LAZY(4, 4, 16, 16, true),
    BALANCED(8, 16, 32, 32, true),
    DEFAULT(8, 16, 128, 128, true),
    GOOD(8, 32, 128, 256, true),
    BETTER(32, 128, 258, 1024, true),
    BEST(32, 258, 258, 4096, true);

    /** From this length of the match known on only a quarter of the places is tried. */
    final int good;
    /** From this length of the match known on no better one is looked for; when not lazy, no place within a longer match is remembered. */
    final int lazy;
    /** A match of this length is good enough. */
    final int nice;
    /** How many places are tried. */
    final int chain;
    /** Whether a match waits to see whether the one at the next byte is longer. */
    final boolean waits;

    DeflateLevel(int good, int lazy, int nice, int chain, boolean waits) {
        this.good = good;
        this.lazy = lazy;
        this.nice = nice;
        this.chain = chain;
        this.waits = waits;
    }
}
