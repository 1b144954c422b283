/** The five ZeroMQ sockets of a kernel, all owned by one thread, and the connection file that names them. */
package org.picklejar.kernel.transport;
