/** The compiler of code objects to JVM classes. */
package org.picklejar.jit;
