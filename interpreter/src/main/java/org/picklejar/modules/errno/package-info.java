/** {@code errno}: error numbers. */
package org.picklejar.modules.errno;
