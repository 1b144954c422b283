/** Module itertools. */
package org.picklejar.modules.itertools;
