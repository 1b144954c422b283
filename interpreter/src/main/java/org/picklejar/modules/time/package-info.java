/** {@code time}: clocks and calendars. */
package org.picklejar.modules.time;
