/** Functions of the system's C library that Java has nothing for, over JNA. Knows no Python objects; nothing of JNA is loaded before the first call. */
package org.picklejar.system;
