package org.picklejar.symbols;

import org.picklejar.source.Span;

/** What one scope does with one name. */
final class NameUse {
    boolean isUsed;
    boolean isAssigned;
    boolean isImported;
    /** Assigned by anything but an import. */
    boolean isStored;

    boolean isParameter;
    boolean isTypeParameter;
    boolean isAnnotated;
    boolean isGlobal;
    boolean isNonlocal;
    /** The variable of a comprehension's {@code for}. */
    boolean isIterationVariable;
    /** Only there because {@code super} may need {@code __class__}. */
    boolean isImplicit;
    /** A nested function's frame captures it. */
    boolean isCaptured;
    /** Where {@code global} or {@code nonlocal} declares it. */
    Span declaration = Span.NONE;

    /** Whether the scope itself holds the name's value. */
    boolean isOwn() {
        return (isAssigned || isParameter || isTypeParameter || isIterationVariable) && !isGlobal && !isNonlocal;
    }
}
