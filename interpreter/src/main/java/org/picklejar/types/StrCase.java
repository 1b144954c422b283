package org.picklejar.types;

import java.util.function.UnaryOperator;
import org.picklejar.core.PyStr;
import org.picklejar.core.TypeBuilder;
import org.picklejar.text.unicode.CaseMapping;

/** The methods of str that change case. */
final class StrCase {
    private StrCase() {}

    static void define(TypeBuilder<PyStr> b) {
        b.method("lower(self, /)", s -> map(s, CaseMapping::lower))
                .method("upper(self, /)", s -> map(s, CaseMapping::upper))
                .method("title(self, /)", s -> map(s, CaseMapping::title))
                .method("capitalize(self, /)", s -> map(s, CaseMapping::capitalize))
                .method("swapcase(self, /)", s -> map(s, CaseMapping::swapcase))
                .method("casefold(self, /)", s -> map(s, CaseMapping::casefold));
    }

    private static PyStr map(PyStr s, UnaryOperator<String> f) {
        String before = s.toString();
        String after = f.apply(before);
        return after.equals(before) ? s : PyStr.of(after);
    }
}
