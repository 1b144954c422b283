/** The module {@code pyexpat}, over {@code text.xml}. */
package org.picklejar.modules.expat;
