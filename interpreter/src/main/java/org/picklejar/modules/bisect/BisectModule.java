package org.picklejar.modules.bisect;

import org.picklejar.core.PyModule;
import org.picklejar.modules.ModuleBuilder;

/** The module {@code _bisect}. CPython: Modules/_bisectmodule.c. */
public final class BisectModule {
    private static final String PARAMETERS = "(a, x, lo: index = 0, hi: size = None, *, key=None) -- ";
    private static final String OPTIONS =
            "Optional args lo (default 0) and hi (default len(a)) bound the\nslice of a to be searched.\n\n"
                    + "A custom key function can be supplied to customize the sort order.";

    private BisectModule() {}

    public static PyModule create() {
        return new ModuleBuilder("_bisect")
                .doc(
                        "Bisection algorithms.\n\n"
                                + "This module provides support for maintaining a list in sorted order without\n"
                                + "having to sort the list after each insertion. For long lists of items with\n"
                                + "expensive comparison operations, this can be an improvement over the more\ncommon approach.\n")
                .tailN(
                        "bisect_right" + PARAMETERS + bisectDoc("<=", ">", "after the rightmost"),
                        (x, a) -> BisectFrame.bisect(x, a, true))
                .tailN(
                        "bisect_left" + PARAMETERS + bisectDoc("<", ">=", "before the leftmost"),
                        (x, a) -> BisectFrame.bisect(x, a, false))
                .tailN(
                        "insort_right" + PARAMETERS + insortDoc("right of the rightmost"),
                        (x, a) -> BisectFrame.insort(x, a, true))
                .tailN(
                        "insort_left" + PARAMETERS + insortDoc("left of the leftmost"),
                        (x, a) -> BisectFrame.insort(x, a, false))
                .build();
    }

    private static String bisectDoc(String before, String behind, String where) {
        return String.format(
                "Return the index where to insert item x in list a, assuming a is sorted.\n\n"
                        + "The return value i is such that all e in a[:i] have e %s x, and all e in\n"
                        + "a[i:] have e %s x.  So if x already appears in the list, a.insert(i, x) will\n"
                        + "insert just %s x already there.\n\n%s",
                before, behind, where, OPTIONS);
    }

    private static String insortDoc(String where) {
        return String.format(
                "Insert item x in list a, and keep it sorted assuming a is sorted.\n\n"
                        + "If x is already in a, insert it to the %s x.\n\n%s",
                where, OPTIONS);
    }
}
