/** The hash functions of hashlib that the JDK lacks. */
package org.picklejar.text.hash;
