package org.picklejar.text.unicode;

import java.util.HashMap;
import java.util.Map;

/** Unicode 3.2, which internationalised host names and {@code stringprep} stand on: what has changed since, from tables ({@code =}: nothing). */
public final class OldUnicode implements CharacterData {
    public static final OldUnicode V3_2 = new OldUnicode();
    private static final String SAME = "=";

    private final RunTable categories = RunTable.load("category-3.2");
    private final RunTable bidi = RunTable.load("bidi-3.2");
    private final RunTable widths = RunTable.load("width-3.2");
    private final RunTable mirrored = RunTable.load("mirrored-3.2");
    private final RunTable decimals = RunTable.load("decimal-3.2");
    private final RunTable numeric = RunTable.load("numeric-3.2");
    /** Mappings that were corrected later (NormalizationCorrections.txt). */
    private final Map<Integer, Integer> mappings = new HashMap<>();

    private OldUnicode() {
        for (String line : Tables.lines("decomposition-3.2")) {
            String[] words = line.split(" ");
            mappings.put(Integer.parseInt(words[0], 16), Integer.parseInt(words[1], 16));
        }
    }

    @Override
    public String version() {
        return "3.2.0";
    }

    @Override
    public boolean isAssigned(int c) {
        return !categories.value(c).equals("Cn");
    }

    @Override
    public String category(int c) {
        String s = categories.value(c);
        return s.equals(SAME) ? UnicodeProperties.category(c) : s;
    }

    @Override
    public String bidirectional(int c) {
        String s = bidi.value(c);
        return s.equals(SAME) ? UnicodeProperties.bidirectional(c) : s.equals("-") ? "" : s;
    }

    @Override
    public String eastAsianWidth(int c) {
        String s = widths.value(c);
        return s.equals(SAME) ? UnicodeProperties.eastAsianWidth(c) : s;
    }

    @Override
    public boolean isMirrored(int c) {
        String s = mirrored.value(c);
        return s.equals(SAME) ? UnicodeProperties.isMirrored(c) : s.equals("1");
    }

    @Override
    public double numericValue(int c) {
        String s = numeric.value(c);
        if (s.equals(SAME)) {
            return UnicodeProperties.isNumeric(c) ? UnicodeProperties.numericValue(c) : Double.NaN;
        }
        return s.equals("-") ? Double.NaN : Double.parseDouble(s);
    }

    @Override
    public int decimalValue(int c) {
        String s = decimals.value(c);
        return !s.equals(SAME) ? Integer.parseInt(s) : CharacterData.super.decimalValue(c);
    }

    /** The mapping that was another one; -1 for all others. */
    int mapping(int c) {
        return mappings.getOrDefault(c, -1);
    }

    @Override
    public String normalize(Normalization form, String text) {
        return form.of(text, this);
    }
}
