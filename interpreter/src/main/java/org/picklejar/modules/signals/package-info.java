/** {@code _signal}. */
package org.picklejar.modules.signals;
