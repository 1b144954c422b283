/** Sockets over the channels of {@code java.nio}: what module {@code _socket} stands on. */
package org.picklejar.modules.socket;
