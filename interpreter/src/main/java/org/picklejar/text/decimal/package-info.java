/** Decimal floating-point arithmetic (IBM's General Decimal Arithmetic Specification), with the results and conditions of libmpdec. */
package org.picklejar.text.decimal;
