/** Jupyter messages as bytes: frames, signatures, JSON. Knows no sockets. */
package org.picklejar.kernel.wire;
