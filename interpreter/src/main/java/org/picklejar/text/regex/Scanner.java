package org.picklejar.text.regex;

/**
 * Finds one match after another, as Python's Scanner, finditer, findall, sub and split do: each search starts where the last
 * match ended, and behind an empty match the next one there must not be empty.
 */
public final class Scanner {
    private final Matcher matcher;
    private int next;
    private boolean mustAdvance;
    private boolean exhausted;

    /**
     * @param pos where to start, and {@code endPos} where the subject ends; both are cut to its bounds
     * @param interrupt see {@link Matcher}
     */
    public Scanner(RegexProgram program, Subject subject, int pos, int endPos, Runnable interrupt) {
        int end = Math.max(0, Math.min(endPos, subject.length()));
        matcher = new Matcher(program, subject, end, interrupt);
        next = Math.max(0, Math.min(pos, subject.length()));
        exhausted = next > end;
    }

    /** Goes on where another scanner stood: see {@link #next}, {@link #mustAdvance} and {@link #isExhausted}. */
    public void resume(int position, boolean behindEmpty, boolean atEnd) {
        next = position;
        mustAdvance = behindEmpty;
        exhausted |= atEnd;
    }

    /** Whether nothing was found the last time. */
    public boolean isExhausted() {
        return exhausted;
    }

    /** Where the next match may start. */
    public int next() {
        return next;
    }

    /** Whether the last match was empty. */
    public boolean mustAdvance() {
        return mustAdvance;
    }

    /** Finds the next match; false, and so from then on, when there is none. */
    public boolean search() {
        return step(!exhausted && matcher.search(next, mustAdvance));
    }

    /** Matches where the last match ended; false, and so from then on, when there is none. */
    public boolean match() {
        return step(!exhausted && matcher.match(next, mustAdvance));
    }

    private boolean step(boolean found) {
        if (found) {
            next = matcher.end(0);
            mustAdvance = matcher.start(0) == next;
        } else {
            exhausted = true;
        }
        return found;
    }

    /** The matcher, which holds the last match found. */
    public Matcher matcher() {
        return matcher;
    }
}
