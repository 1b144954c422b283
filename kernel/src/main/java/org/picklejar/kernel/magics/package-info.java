/** Cell text to Python: magics, shell commands and help questions become calls of {@code get_ipython()}; lines keep their numbers. */
package org.picklejar.kernel.magics;
