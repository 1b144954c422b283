/** The command line: scripts and the console. */
package org.picklejar.cli;
