/** Algorithms on text and numbers that know only Java values. Imports no other package of the project. */
package org.picklejar.text;
