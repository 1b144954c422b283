package org.picklejar.syntax;

import java.util.List;
import org.picklejar.source.ProgramWarning;

/**
 * @param legacy accept the Python 2 forms in addition (print statement, {@code except E, e}, backquotes, ...)
 * @param warnings gets what is valid and odd; null when nobody asks
 */
public record ParseOptions(boolean legacy, List<ProgramWarning> warnings) {
    public static final ParseOptions DEFAULT = new ParseOptions(false);

    public ParseOptions(boolean legacy) {
        this(legacy, null);
    }
}
