package org.picklejar.text.codec;

/**
 * What a decoder made of its input.
 *
 * @param consumed bytes used; fewer than given only when the input may go on and ends inside a character
 */
public record Decoded(String text, int consumed) {}
