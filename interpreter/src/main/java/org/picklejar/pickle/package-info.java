/**
 * Pickling: module {@code _pickle}, the reductions of running things (frames, tasklets, generators, code), and the state of a
 * notebook. Pickler and Unpickler are frames with an explicit stack, so the depth of a graph is bounded by the heap only and the
 * Python code they call may switch tasklets.
 */
package org.picklejar.pickle;
