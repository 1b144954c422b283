/** The bridge between {@code _ast} (in Python) and our trees. */
package org.picklejar.builtins.ast;
