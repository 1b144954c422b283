/** Unicode 15.1 properties and case mappings, from the tables of the resource directory of the same name. */
package org.picklejar.text.unicode;
