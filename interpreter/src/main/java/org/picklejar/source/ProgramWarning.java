package org.picklejar.source;

/** Something odd in a valid program; it becomes the guest's SyntaxWarning. */
public record ProgramWarning(String message, Span span) {}
