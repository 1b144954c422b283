/** Module _operator. */
package org.picklejar.modules.operator;
