/** The module {@code _bisect}: searches in sorted sequences. */
package org.picklejar.modules.bisect;
