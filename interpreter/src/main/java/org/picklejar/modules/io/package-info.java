/** {@code _io}: streams and files. */
package org.picklejar.modules.io;
