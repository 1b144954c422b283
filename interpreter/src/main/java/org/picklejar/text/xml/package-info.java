/** A parser of XML that is fed pieces and gives events, with the events, positions and errors of Expat. */
package org.picklejar.text.xml;
