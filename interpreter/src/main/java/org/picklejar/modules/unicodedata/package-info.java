/** The module {@code unicodedata}. */
package org.picklejar.modules.unicodedata;
