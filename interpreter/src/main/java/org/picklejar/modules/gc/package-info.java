/** {@code gc}. */
package org.picklejar.modules.gc;
