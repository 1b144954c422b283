/** The facade of the language: the only door for the kernel and the command line. */
package org.picklejar.runtime;
