/** TLS over {@code javax.net.ssl}: what module {@code _ssl} stands on. */
package org.picklejar.modules.ssl;
