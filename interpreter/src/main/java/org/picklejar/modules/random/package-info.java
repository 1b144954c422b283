/** The module {@code _random}: the generator under random. */
package org.picklejar.modules.random;
