package org.picklejar.modules;

import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.digests.DigestModules;
import org.picklejar.modules.random.PyRandom;
import org.picklejar.modules.sre.MatchIterator;
import org.picklejar.modules.sre.SreMatch;
import org.picklejar.modules.sre.SrePattern;
import org.picklejar.modules.sre.SreScanner;
import org.picklejar.modules.sre.SreTemplate;
import org.picklejar.modules.string.PieceIterator;
import org.picklejar.modules.struct.PyStruct;
import org.picklejar.modules.struct.UnpackIterator;

/** Finds the table of a type of a library module by its qualified name. Exception classes need none. */
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
            case "_random.Random" -> PyRandom.define(b.of(PyRandom.class));
            case "_string.formatteriterator" -> PieceIterator.define(b.of(PieceIterator.class));
            case "_struct.Struct" -> PyStruct.define(b.of(PyStruct.class));
            case "_struct.unpack_iterator" -> UnpackIterator.define(b.of(UnpackIterator.class));
            default -> {
                return DigestModules.define(name, b);
            }
        }
        return true;
    }
}
