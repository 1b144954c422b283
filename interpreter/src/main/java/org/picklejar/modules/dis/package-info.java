/** What the module {@code dis} asks about code. */
package org.picklejar.modules.dis;
