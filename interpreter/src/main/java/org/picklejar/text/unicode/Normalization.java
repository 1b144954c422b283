package org.picklejar.text.unicode;

import java.util.Arrays;

/** The normalization forms (Unicode Standard Annex 15). */
public enum Normalization {
    NFD(false, false),
    NFC(false, true),
    NFKD(true, false),
    NFKC(true, true);

    /** What characters before this one consist of is themselves, in each form. */
    private static final int FIRST_WITH_PARTS = 0xA0;
    /** Likewise in form C, where nothing before this one is put together with what is in front of it. */
    private static final int FIRST_COMBINING = 0x300;

    private final boolean compatibility;
    private final boolean composes;

    Normalization(boolean compatibility, boolean composes) {
        this.compatibility = compatibility;
        this.composes = composes;
    }

    /** The text in this form; the same object when it is in it already. */
    public String of(String text) {
        return of(text, null);
    }

    /** @param old what was different when the data were older; null for today's */
    String of(String text, OldUnicode old) {
        if (isPlain(text)) {
            return text;
        }
        Points points = new Points(text.length());
        text.codePoints().forEach(c -> decompose(c, old, points));
        points.order();
        if (composes) {
            points.compose(old);
        }
        String result = new String(points.codes, 0, points.count);
        return result.equals(text) ? text : result;
    }

    private boolean isPlain(String text) {
        int limit = composes && !compatibility ? FIRST_COMBINING : FIRST_WITH_PARTS;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= limit) {
                return false;
            }
        }
        return true;
    }

    private void decompose(int c, OldUnicode old, Points out) {
        if (c < FIRST_WITH_PARTS || old != null && !old.isAssigned(c)) {
            out.add(c);
            return;
        }
        int corrected = old == null ? -1 : old.mapping(c);
        int[] parts = corrected >= 0 ? new int[] {corrected} : Decompositions.parts(c, compatibility);
        if (parts == null) {
            out.add(c);
            return;
        }
        for (int p : parts) {
            decompose(p, old, out);
        }
    }

    /** Code points in a row. */
    private static final class Points {
        private int[] codes;
        private int count;

        Points(int expected) {
            codes = new int[expected + 8];
        }

        void add(int c) {
            if (count == codes.length) {
                codes = Arrays.copyOf(codes, 2 * count);
            }
            codes[count++] = c;
        }

        /** Puts runs of combining characters into the order of their classes; those of one class keep theirs. */
        void order() {
            for (int i = 0; i < count; ) {
                if (combining(codes[i]) == 0) {
                    i++;
                    continue;
                }
                int end = i;
                while (end < count && combining(codes[end]) != 0) {
                    end++;
                }
                sort(i, end);
                i = end;
            }
        }

        private void sort(int from, int to) {
            if (to - from > 1) {
                int[] sorted = Arrays.stream(codes, from, to)
                        .boxed()
                        .sorted((a, b) -> Integer.compare(combining(a), combining(b)))
                        .mapToInt(Integer::intValue)
                        .toArray();
                System.arraycopy(sorted, 0, codes, from, sorted.length);
            }
        }

        /** Puts each character together with the last one that begins, unless one of its class or a beginning stands in between. */
        void compose(OldUnicode old) {
            int starter = -1;
            int last = -1;
            int out = 0;
            for (int i = 0; i < count; i++) {
                int c = codes[i];
                int k = combining(c);
                if (starter >= 0 && (last < k || last == -1)) {
                    int together = Decompositions.compose(codes[starter], c);
                    if (together >= 0 && (old == null || old.isAssigned(together))) {
                        codes[starter] = together;
                        continue;
                    }
                }
                if (k == 0) {
                    starter = out;
                    last = -1;
                } else {
                    last = k;
                }
                codes[out++] = c;
            }
            count = out;
        }
    }

    private static int combining(int c) {
        return c < FIRST_COMBINING ? 0 : UnicodeProperties.combining(c);
    }
}
