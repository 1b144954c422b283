/** Imports: where modules come from, and how they are loaded. */
package org.picklejar.imports;
