package org.picklejar.kernel.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** ANSI colours for the tracebacks that front ends show. */
final class Tracebacks {
    private static final String RED = "\u001b[0;31m";
    private static final String BOLD_RED = "\u001b[1;31m";
    private static final String GREEN = "\u001b[0;32m";
    private static final String BOLD_GREEN = "\u001b[1;32m";
    private static final String CYAN = "\u001b[0;36m";
    private static final String RESET = "\u001b[0m";

    private static final Pattern FILE = Pattern.compile("(\\s*File )(\".*\")(, line )(\\d+)(?:(, in )(.*))?");
    private static final Pattern MARK = Pattern.compile("\\s*[\\^~]+\\s*");
    private static final Pattern ERROR = Pattern.compile("([A-Za-z_][\\w.]*)(:.*)?", Pattern.DOTALL);

    private Tracebacks() {}

    /** @param name class name of the exception; the line that begins with it is the message */
    static List<String> colour(List<String> lines, String name) {
        List<String> coloured = new ArrayList<>(lines.size());
        for (String line : lines) {
            coloured.add(colour(line, name));
        }
        return coloured;
    }

    private static String colour(String line, String name) {
        Matcher file = FILE.matcher(line);
        if (file.matches()) {
            String function = file.group(6) == null ? "" : file.group(5) + CYAN + file.group(6) + RESET;
            return file.group(1)
                    + GREEN
                    + file.group(2)
                    + RESET
                    + file.group(3)
                    + BOLD_GREEN
                    + file.group(4)
                    + RESET
                    + function;
        }
        if (line.startsWith("Traceback (") || MARK.matcher(line).matches()) {
            return RED + line + RESET;
        }
        Matcher error = ERROR.matcher(line);
        if (error.matches() && (error.group(1).equals(name) || error.group(1).endsWith("." + name))) {
            return BOLD_RED + error.group(1) + RESET + (error.group(2) == null ? "" : error.group(2));
        }
        return line;
    }
}
