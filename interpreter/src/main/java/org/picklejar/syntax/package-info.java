/** Tokens, lexer, parser and the tree they make: the grammar of Python 3.13, and the Python 2 forms of legacy mode. */
package org.picklejar.syntax;
