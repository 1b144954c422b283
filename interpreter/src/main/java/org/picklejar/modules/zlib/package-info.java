/** The module {@code zlib}, by the JDK's Deflater and Inflater. */
package org.picklejar.modules.zlib;
