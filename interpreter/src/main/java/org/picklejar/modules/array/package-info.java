/** The module {@code array}: compact sequences of numbers. */
package org.picklejar.modules.array;
