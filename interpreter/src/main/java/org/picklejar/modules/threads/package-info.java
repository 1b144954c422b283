/** {@code _thread}: threads and locks. */
package org.picklejar.modules.threads;
