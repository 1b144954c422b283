/** The module {@code _heapq}: heaps in lists. */
package org.picklejar.modules.heapq;
