/** Source text: spans and diagnostics. Imports no other package of the project. */
package org.picklejar.source;
