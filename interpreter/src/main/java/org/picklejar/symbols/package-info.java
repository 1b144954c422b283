/** Scopes: every name resolved to local, cell, free or global before code is made. */
package org.picklejar.symbols;
