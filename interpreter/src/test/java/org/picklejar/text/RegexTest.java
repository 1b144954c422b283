package org.picklejar.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.picklejar.text.regex.Matcher;
import org.picklejar.text.regex.RegexProgram;
import org.picklejar.text.regex.Scanner;
import org.picklejar.text.regex.Subject;

class RegexTest {
    /** Arguments: s or b, the pattern (for the reader), GROUPS:CODE in hex, the subject, and for "run" pos and endpos. */
    static String run(String name, String[] a) {
        RegexProgram program = program(a[2]);
        Subject subject = a[0].equals("s") ? Subject.of(a[3]) : Subject.of(a[3].getBytes(StandardCharsets.ISO_8859_1));
        if (name.equals("run")) {
            int pos = Integer.parseInt(a[4]);
            Matcher matcher = new Matcher(program, subject, Integer.parseInt(a[5]), null);
            return shown(matcher, matcher.match(pos), program.groups()) + "; "
                    + shown(matcher, matcher.fullMatch(pos), program.groups()) + "; "
                    + shown(matcher, matcher.search(pos), program.groups());
        }
        Scanner scanner = new Scanner(program, subject, 0, subject.length(), null);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < 31 && (name.equals("scan") ? scanner.search() : scanner.match()); i++) {
            out.append(i == 0 ? "" : " ")
                    .append(scanner.matcher().start(0))
                    .append(',')
                    .append(scanner.matcher().end(0));
        }
        return out.toString();
    }

    private static RegexProgram program(String text) {
        int colon = text.indexOf(':');
        String[] words = text.substring(colon + 1).split(",");
        int[] code = new int[words.length];
        for (int i = 0; i < code.length; i++) {
            code[i] = Integer.parseUnsignedInt(words[i], 16);
        }
        return RegexProgram.compile(code, Integer.parseInt(text.substring(0, colon)));
    }

    private static String shown(Matcher matcher, boolean matched, int groups) {
        if (!matched) {
            return "-";
        }
        StringBuilder out = new StringBuilder();
        for (int group = 0; group <= groups; group++) {
            out.append(matcher.start(group))
                    .append(',')
                    .append(matcher.end(group))
                    .append(' ');
        }
        return out.append(matcher.lastIndex() < 0 ? "None" : "" + matcher.lastIndex())
                .toString();
    }

    @Test
    void repeatsOfAMillionCharactersNeedNoJavaStack() {
        // (a|b)*, before its branch became a set
        RegexProgram program =
                program("1:e,4,0,0,ffffffff,17,13,0,ffffffff,11,0,7,5,10,61,f,7,5,10,62,f,2,0,11,1,12,1");
        Matcher matcher = new Matcher(program, Subject.of("ab".repeat(500_000)), 1_000_000, null);
        assertTrue(matcher.match(0));
        assertEquals(1_000_000, matcher.end(0));
        assertEquals(999_999, matcher.start(1));
    }

    @Test
    void theHookInterruptsARunawayMatch() {
        // (a*)*b
        RegexProgram program =
                program("1:e,4,0,1,ffffffff,17,e,0,ffffffff,11,0,18,6,0,ffffffff,10,61,1,11,1,12,10,62,1");
        Matcher matcher = new Matcher(program, Subject.of("a".repeat(40)), 40, () -> {
            throw new IllegalStateException("interrupted");
        });
        assertThrows(IllegalStateException.class, () -> matcher.match(0));
    }

    @Test
    void codeThatIsNoPatternIsRefused() {
        for (String code : new String[] {
            "0:1,2", "0:63,1", "0:11,0,1", "0:d,9,10,61,0,1", "0:18,6,2,1,10,61,1,1", "0:7,5,10,61,f,9,0,1", "0:10"
        }) {
            assertThrows(IllegalArgumentException.class, () -> program(code), code);
        }
    }

    @Test
    void agreesWithCPython() throws IOException {
        TextCases.check("regex.tsv", RegexTest::run);
    }
}
