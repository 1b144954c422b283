/** What was typed, across sessions: an append-only file of JSON lines in the user's data directory. */
package org.picklejar.kernel.history;
