/** The module {@code _codecs}: the door of programs to the codecs. */
package org.picklejar.modules.codecs;
