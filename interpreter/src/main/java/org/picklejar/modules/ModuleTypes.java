package org.picklejar.modules;

import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.collections.CollectionsModule;
import org.picklejar.modules.functools.FunctoolsModule;
import org.picklejar.modules.itertools.ItertoolsModule;
import org.picklejar.modules.operator.OperatorModule;
import org.picklejar.modules.sre.MatchIterator;
import org.picklejar.modules.sre.SreMatch;
import org.picklejar.modules.sre.SrePattern;
import org.picklejar.modules.sre.SreScanner;
import org.picklejar.modules.sre.SreTemplate;

/** Finds the table of a type of a library module by its qualified name. */
public final class ModuleTypes {
    private ModuleTypes() {}

    /** @return whether the type is defined here */
    public static boolean define(String name, TypeBuilder<?> b) {
        switch (name) {
            case "re.Pattern" -> SrePattern.define(b.of(SrePattern.class));
            case "re.Match" -> SreMatch.define(b.of(SreMatch.class));
            case "re.match_iterator" -> MatchIterator.define(b.of(MatchIterator.class));
            case "_sre.SRE_Scanner" -> SreScanner.define(b.of(SreScanner.class));
            case "_sre.SRE_Template" -> SreTemplate.define(b.of(SreTemplate.class));
            default -> {
                return CollectionsModule.define(name, b) || FunctoolsModule.define(name, b) || ItertoolsModule.define(name, b)
                    || OperatorModule.define(name, b);
            }
        }
        return true;
    }
}
