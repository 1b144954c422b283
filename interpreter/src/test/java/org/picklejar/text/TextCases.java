package org.picklejar.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Tables of cases recorded from CPython 3.13: lines of an operation, its arguments and the result, divided by tabs.
 * Characters outside printable ASCII, and the backslash, are written as backslash-u escapes of UTF-16 units. A result that
 * starts with "!" is the message of an IllegalArgumentException, one that starts with "^" that of an ArithmeticException.
 */
public final class TextCases {
    /** Runs one operation of the class under test. */
    public interface Operation {
        String run(String name, String[] arguments);
    }

    private TextCases() {}

    /** Checks every case of a resource beside this class. */
    public static void check(String resource, Operation operation) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(TextCases.class.getResourceAsStream(resource), StandardCharsets.US_ASCII))) {
            int[] count = new int[1];
            assertEquals(List.of(), mismatches(reader, operation, count));
            assertTrue(count[0] > 0, "no cases in " + resource);
        }
    }

    /** The cases whose result differs, at most 50; {@code count[0]} becomes the number of cases run. */
    public static List<String> mismatches(BufferedReader reader, Operation operation, int[] count) throws IOException {
        List<String> wrong = new ArrayList<>();
        String line;
        while ((line = reader.readLine()) != null) {
            String[] fields = line.split("\t", -1);
            String[] arguments = new String[fields.length - 2];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = unescape(fields[i + 1]);
            }
            count[0]++;
            String actual = escape(result(operation, fields[0], arguments));
            if (!actual.equals(fields[fields.length - 1]) && wrong.size() < 50) {
                wrong.add(line + " but was: " + actual);
            }
        }
        return wrong;
    }

    private static String result(Operation operation, String name, String[] arguments) {
        try {
            return operation.run(name, arguments);
        } catch (IllegalArgumentException e) {
            return "!" + e.getMessage();
        } catch (ArithmeticException e) {
            return "^" + e.getMessage();
        } catch (RuntimeException e) {
            return e + " at " + Arrays.stream(e.getStackTrace()).limit(3).toList();
        }
    }

    public static String escape(String s) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c >= 0x20 && c < 0x7F && c != '\\') {
                out.append(c);
            } else {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        return out.toString();
    }

    public static String unescape(String s) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < s.length(); i++) {
            if (s.charAt(i) == '\\') {
                out.append((char) Integer.parseInt(s, i + 2, i + 6, 16));
                i += 5;
            } else {
                out.append(s.charAt(i));
            }
        }
        return out.toString();
    }
}
