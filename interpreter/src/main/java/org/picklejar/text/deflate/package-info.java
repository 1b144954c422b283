/**
 * Compression and decompression by DEFLATE (RFC 1950 to 1952), byte for byte as zlib 1.3.1 does it. The streams stop at any byte, and their state
 * is data. Compare deflate.c, trees.c and inflate.c of zlib.
 */
package org.picklejar.text.deflate;
