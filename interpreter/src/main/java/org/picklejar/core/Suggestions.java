package org.picklejar.core;

import java.util.Collection;

/** "Did you mean": the known name closest to a mistyped one (CPython: traceback._compute_suggestion_error). */
public final class Suggestions {
    private static final int MOVE = 2;
    private static final int CASE = 1;
    private static final int MOST_NAMES = 750;
    private static final int LONGEST = 40;

    private Suggestions() {}

    /** The closest name, or null when none is close enough. */
    public static String closest(String wrong, Collection<String> names) {
        if (names.size() > MOST_NAMES || wrong.length() > LONGEST) {
            return null;
        }
        String best = null;
        int bestDistance = Integer.MAX_VALUE;
        for (String name : names) {
            if (name.equals(wrong)) {
                continue;
            }
            int most = (name.length() + wrong.length() + 3) * MOVE / 6;
            most = Math.min(most, bestDistance - 1);
            int d = distance(wrong, name, most);
            if (d <= most && d < bestDistance) {
                best = name;
                bestDistance = d;
            }
        }
        return best;
    }

    private static int substitution(char a, char b) {
        if (a == b) {
            return 0;
        }
        return Character.toLowerCase(a) == Character.toLowerCase(b) ? CASE : MOVE;
    }

    private static int distance(String a, String b, int most) {
        if (Math.abs(a.length() - b.length()) * MOVE > most) {
            return most + 1;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j * MOVE;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i * MOVE;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                row[j] = Math.min(
                        diagonal + substitution(a.charAt(i - 1), b.charAt(j - 1)), Math.min(above, row[j - 1]) + MOVE);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
