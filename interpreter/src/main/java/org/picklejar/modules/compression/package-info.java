/** The modules {@code _bz2} and {@code _lzma}, and what they have in common with {@code zlib}. */
package org.picklejar.modules.compression;
