/** Cells: what execute_request does, and the host functions that belong to it. */
package org.picklejar.kernel.execution;
