/** Module _functools. */
package org.picklejar.modules.functools;
