/** Instructions and code objects, as the compiler makes them and before any runtime has linked them. */
package org.picklejar.code;
