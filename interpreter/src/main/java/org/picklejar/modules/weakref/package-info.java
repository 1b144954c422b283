/** {@code _weakref}: weak references. */
package org.picklejar.modules.weakref;
