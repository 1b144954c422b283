/** What the build does to compiled classes. */
package org.picklejar.build;
