/**
 * The matching engine of Python's {@code re}: it runs the code arrays that {@code Lib/re/_compiler.py} of Python 3.13 makes.
 * {@link org.picklejar.text.regex.RegexProgram} checks and translates a code array, {@link org.picklejar.text.regex.Matcher}
 * runs it with its choice points in an array of its own, so that neither the pattern nor the subject deepens the Java stack.
 */
package org.picklejar.text.regex;
