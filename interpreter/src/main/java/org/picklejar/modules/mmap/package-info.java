/** Module {@code mmap}. */
package org.picklejar.modules.mmap;
