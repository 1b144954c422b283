/** Completion, inspection and is_complete. The work is done in Python; positions are counted in code points on both sides. */
package org.picklejar.kernel.completion;
