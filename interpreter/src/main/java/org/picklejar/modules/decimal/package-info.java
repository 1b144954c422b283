/** {@code _decimal}. */
package org.picklejar.modules.decimal;
