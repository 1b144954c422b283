/** Starting kernels and installing them into Jupyter. */
package org.picklejar.kernel.launch;
