package org.picklejar.text;

import java.io.IOException;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class FormatterTest {
    static String run(String name, String[] a) {
        switch (name) {
            case "int":
                return Formatter.format(new BigInteger(a[0]), a[1], "int");
            case "float":
                return Formatter.format(FloatTextTest.number(a[0]), a[1], "float");
            case "complex":
                return Formatter.format(FloatTextTest.number(a[0]), FloatTextTest.number(a[1]), a[2], "complex");
            case "str":
                return Formatter.format(a[0], a[1], "str");
            case "bool":
                return Formatter.format(a[0].equals("1"), a[1]);
            case "map":
                return mapped(a[0]);
            default:
                return percent(name, a);
        }
    }

    /** Formats with the number after the stars: {@code format % (*stars, value)}. */
    private static String percent(String name, String[] a) {
        PercentFormat.Conversion c =
                (PercentFormat.Conversion) PercentFormat.parse(a[0]).get(0);
        String[] stars = a[1].split(" ");
        int star = 0;
        int width = c.width();
        int precision = c.precision();
        if (width == PercentFormat.STAR) {
            width = Integer.parseInt(stars[star++]);
            if (width < 0) {
                c = new PercentFormat.Conversion(
                        c.key(),
                        true,
                        c.plus(),
                        c.space(),
                        c.alternate(),
                        c.zero(),
                        -width,
                        c.precision(),
                        c.type(),
                        c.index());
                width = -width;
            }
        }
        if (precision == PercentFormat.STAR) {
            precision = Math.max(0, Integer.parseInt(stars[star]));
        }
        switch (name) {
            case "pint":
                return PercentFormat.formatInt(c, width, precision, new BigInteger(a[2]), 4300);
            case "pfloat":
                return PercentFormat.formatFloat(c, width, precision, FloatTextTest.number(a[2]));
            default:
                return PercentFormat.formatText(c, width, c.type() == 'c' ? PercentFormat.NONE : precision, a[2]);
        }
    }

    /** Formats with a mapping that gives 7 for each key. */
    private static String mapped(String format) {
        StringBuilder out = new StringBuilder();
        for (PercentFormat.Piece piece : PercentFormat.parse(format)) {
            if (piece instanceof PercentFormat.Literal literal) {
                out.append(literal.text());
            } else if (piece instanceof PercentFormat.Failure failure) {
                throw new IllegalArgumentException(failure.message());
            } else {
                PercentFormat.Conversion c = (PercentFormat.Conversion) piece;
                if (!c.isKnown() || c.type() == 'b') {
                    throw new IllegalArgumentException(c.unsupported());
                } else if (c.type() == 's' || c.type() == 'a') {
                    out.append(PercentFormat.formatText(c, c.width(), c.precision(), c.key() == null ? "{}" : "7"));
                } else {
                    out.append(PercentFormat.formatInt(c, c.width(), c.precision(), BigInteger.valueOf(7), 4300));
                }
            }
        }
        return out.toString();
    }

    @Test
    void agreesWithCPython() throws IOException {
        TextCases.check("format.tsv", FormatterTest::run);
    }
}
