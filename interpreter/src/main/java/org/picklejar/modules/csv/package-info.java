/** The module {@code _csv}: rows of delimited text. */
package org.picklejar.modules.csv;
