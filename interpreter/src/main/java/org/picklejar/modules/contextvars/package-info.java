/** {@code _contextvars}. */
package org.picklejar.modules.contextvars;
