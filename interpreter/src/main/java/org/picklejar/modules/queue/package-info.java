/** The module {@code _queue}. CPython: Modules/_queuemodule.c. */
package org.picklejar.modules.queue;
