/** The formats of XZ Utils, decoded: containers, filters, LZMA and LZMA2. */
package org.picklejar.text.lzma;
