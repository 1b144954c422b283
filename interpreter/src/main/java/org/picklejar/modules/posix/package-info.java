/** {@code posix}: the operating system. */
package org.picklejar.modules.posix;
