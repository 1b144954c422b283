/** Library modules that are written in Java, one package each. */
package org.picklejar.modules;
