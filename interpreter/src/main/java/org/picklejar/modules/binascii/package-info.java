/** The module {@code binascii}: bytes as ASCII text. */
package org.picklejar.modules.binascii;
