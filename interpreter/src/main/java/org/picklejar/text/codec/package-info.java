/** The text encodings that CPython implements in C. Texts are Java strings; a lone surrogate stands for itself. */
package org.picklejar.text.codec;
