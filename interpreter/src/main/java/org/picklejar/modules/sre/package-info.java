/** The module {@code _sre}: patterns and matches of re. */
package org.picklejar.modules.sre;
