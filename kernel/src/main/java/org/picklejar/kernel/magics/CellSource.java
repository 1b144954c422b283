package org.picklejar.kernel.magics;

/**
 * A cell as the interpreter wants it.
 *
 * @param legacy whether the cell began with {@code %%legacy}
 * @param display whether the value of the last expression is shown: not with a semicolon behind it
 */
public record CellSource(String code, boolean legacy, boolean display) {}
