/**
 * The abstract operations: arithmetic, comparison, truth, attributes, iteration, items, conversion. Each tries exact builtin
 * classes first, then the slots of the types. What may call Python takes an Execution and may return PENDING.
 */
package org.picklejar.ops;
