/** The functions of Python's math module that java.lang.Math lacks or defines differently. */
package org.picklejar.text.math;
