/** Running Python code: frames, the interpreter loop, the trampoline, calls of functions, generators. */
package org.picklejar.interp;
