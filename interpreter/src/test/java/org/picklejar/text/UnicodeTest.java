package org.picklejar.text;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.picklejar.text.unicode.CaseMapping;
import org.picklejar.text.unicode.CharacterNames;
import org.picklejar.text.unicode.UnicodeProperties;

class UnicodeTest {
    static String run(String name, String[] a) {
        String s = a[0];
        switch (name) {
            case "lower":
                return CaseMapping.lower(s);
            case "upper":
                return CaseMapping.upper(s);
            case "title":
                return CaseMapping.title(s);
            case "capitalize":
                return CaseMapping.capitalize(s);
            case "swapcase":
                return CaseMapping.swapcase(s);
            case "casefold":
                return CaseMapping.casefold(s);
            case "name":
                return String.valueOf(CharacterNames.name(s.codePointAt(0)));
            case "lookup":
                int found = CharacterNames.lookup(s);
                return found < 0 ? "-1" : Integer.toHexString(found);
            case "properties":
                return properties(s.codePointAt(0));
            default:
                throw new AssertionError(name);
        }
    }

    private static String properties(int c) {
        String flags = "";
        boolean[] bits = {
            UnicodeProperties.isPrintable(c),
            UnicodeProperties.isIdentifierStart(c),
            UnicodeProperties.isIdentifierPart(c),
            UnicodeProperties.isAlpha(c),
            UnicodeProperties.isAlnum(c),
            UnicodeProperties.isDecimal(c),
            UnicodeProperties.isDigit(c),
            UnicodeProperties.isNumeric(c),
            UnicodeProperties.isSpace(c),
            UnicodeProperties.isLower(c),
            UnicodeProperties.isUpper(c),
            UnicodeProperties.isTitle(c),
            UnicodeProperties.isMirrored(c),
            UnicodeProperties.isLineBreak(c)
        };
        for (boolean bit : bits) {
            flags += bit ? "1" : "0";
        }
        double numeric = UnicodeProperties.numericValue(c);
        return flags + " " + UnicodeProperties.decimalValue(c) + " " + UnicodeProperties.digitValue(c) + " "
                + (Double.isNaN(numeric) ? "-" : FloatText.repr(numeric)) + " " + UnicodeProperties.category(c) + " "
                + UnicodeProperties.eastAsianWidth(c) + " " + UnicodeProperties.bidirectional(c) + " "
                + UnicodeProperties.combining(c) + " " + Integer.toHexString(CaseMapping.toLower(c));
    }

    @Test
    void agreesWithCPython() throws IOException {
        TextCases.check("unicode.tsv", UnicodeTest::run);
    }
}
