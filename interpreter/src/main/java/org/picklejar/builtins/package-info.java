/** The builtin functions. */
package org.picklejar.builtins;
