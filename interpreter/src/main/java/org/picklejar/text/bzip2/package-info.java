/** The format of bzip2: blocks that are sorted by Burrows and Wheeler's transformation and written with Huffman codes. */
package org.picklejar.text.bzip2;
