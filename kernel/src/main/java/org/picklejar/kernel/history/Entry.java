package org.picklejar.kernel.history;

/**
 * A cell that ran.
 *
 * @param line the execution count
 * @param output text of the result, or null
 */
public record Entry(int session, int line, String input, String output) {}
