/** From tree to code objects. One {@link Unit} per code object; the other classes emit into it, one per part of the grammar. */
package org.picklejar.compile;
