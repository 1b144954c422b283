/** Module _collections. */
package org.picklejar.modules.collections;
