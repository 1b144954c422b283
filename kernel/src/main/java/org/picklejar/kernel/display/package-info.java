/** What programs publish: display data, results, clear_output, comm messages. The formatting itself is Python. */
package org.picklejar.kernel.display;
