/** {@code _abc}: abstract base classes. */
package org.picklejar.modules.abc;
