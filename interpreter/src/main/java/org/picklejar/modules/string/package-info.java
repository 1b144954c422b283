/** The module {@code _string}: the syntax of format strings. */
package org.picklejar.modules.string;
