/** The module {@code _struct}: C structures as bytes. */
package org.picklejar.modules.struct;
