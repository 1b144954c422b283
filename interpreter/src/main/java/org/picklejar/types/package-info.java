/** The builtin types: one file per type, its table of methods at the top. */
package org.picklejar.types;
