/** Comms: messages between objects of the program and objects of the front end. The registry of targets is Python. */
package org.picklejar.kernel.comms;
