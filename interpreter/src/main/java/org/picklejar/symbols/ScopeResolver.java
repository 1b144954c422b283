package org.picklejar.symbols;

import java.util.Map;
import org.picklejar.symbols.Scope.Binding;

/**
 * Decides where each name lives. First every use finds its owner, which marks the owners that nested frames capture; then
 * the bindings can be written down.
 */
final class ScopeResolver {
    private static final String CLASS_CELL = "__class__";

    private final Complaints complaints;

    ScopeResolver(Complaints complaints) {
        this.complaints = complaints;
    }

    void resolve(ScopeDraft module) {
        markCaptures(module);
        write(module);
    }

    /** Where a search ended: in a draft that owns the name, or at a global. */
    private record Found(ScopeDraft owner, Binding global) {
        static final Found IMPLICIT = new Found(null, Binding.GLOBAL_IMPLICIT);
        static final Found EXPLICIT = new Found(null, Binding.GLOBAL_EXPLICIT);
    }

    private void markCaptures(ScopeDraft draft) {
        for (Map.Entry<String, NameUse> entry : draft.names.entrySet()) {
            String name = entry.getKey();
            NameUse use = entry.getValue();
            check(draft, name, use);
            if (use.isGlobal || use.isOwn()) {
                continue;
            }
            Found found = find(draft, name);
            if (use.isNonlocal && found.owner == null) {
                throw complaints.error("no binding for nonlocal '" + name + "' found", use.declaration);
            }
            if (found.owner != null && found.owner.is(Scope.Kind.CLASS)) {
                found.owner.scope.needsClassCell = true;
            } else if (found.owner != null) {
                NameUse owned = found.owner.names.get(name);
                if (use.isNonlocal && owned.isTypeParameter) {
                    throw complaints.error(
                            "nonlocal binding not allowed for type parameter '" + name + "'", use.declaration);
                }
                owned.isCaptured |= found.owner.frame() != draft.frame();
            }
        }
        for (ScopeDraft child : draft.children) {
            markCaptures(child);
        }
    }

    private void check(ScopeDraft draft, String name, NameUse use) {
        if (use.isGlobal && use.isNonlocal) {
            throw complaints.error("name '" + name + "' is nonlocal and global", use.declaration);
        }
        if (use.isNonlocal && draft.is(Scope.Kind.MODULE)) {
            throw complaints.error("nonlocal declaration not allowed at module level", use.declaration);
        }
    }

    /** Looks for the owner of a name that {@code draft} uses and does not own. */
    private static Found find(ScopeDraft draft, String name) {
        boolean looksIntoClass = draft.scope.canSeeClass;
        for (ScopeDraft outer = draft.parent; outer != null; outer = outer.parent) {
            NameUse use = outer.names.get(name);
            boolean sameFrame = outer.frame() == draft.frame();
            if (outer.is(Scope.Kind.CLASS)) {
                if (name.equals(CLASS_CELL) && !sameFrame) {
                    return new Found(outer, null);
                }
                if (looksIntoClass && use != null && use.isGlobal) {
                    return Found.EXPLICIT;
                }
                if (looksIntoClass && use != null && use.isOwn()) {
                    return Found.IMPLICIT;
                }
                looksIntoClass = false;
            } else if (use != null && use.isGlobal) {
                return sameFrame ? Found.EXPLICIT : Found.IMPLICIT;
            } else if (use != null && use.isOwn() && (outer.isFunctionLike() || sameFrame)) {
                return new Found(outer, null);
            }
        }
        return Found.IMPLICIT;
    }

    private static void write(ScopeDraft draft) {
        Scope scope = draft.scope;
        scope.uses = draft.names;
        for (Map.Entry<String, NameUse> entry : draft.names.entrySet()) {
            String name = entry.getKey();
            NameUse use = entry.getValue();
            if (use.isGlobal) {
                scope.bindings.put(name, Binding.GLOBAL_EXPLICIT);
            } else if (use.isOwn()) {
                scope.bindings.put(name, ownBinding(draft, use));
            } else {
                writeBorrowed(draft, name, use);
            }
        }
        scope.localsInOrder.addAll(scope.parameters);
        draft.names.forEach((name, use) -> {
            if (use.isOwn()) {
                scope.localsInOrder.add(name);
            }
        });
        for (ScopeDraft child : draft.children) {
            write(child);
        }
    }

    private static Binding ownBinding(ScopeDraft draft, NameUse use) {
        return use.isCaptured && draft.isFunctionLike() ? Binding.CELL : Binding.LOCAL;
    }

    /** Writes the binding of a name that lives elsewhere, also into the scopes on the way there. */
    private static void writeBorrowed(ScopeDraft draft, String name, NameUse use) {
        Found found = find(draft, name);
        if (found.owner == null) {
            if (!use.isImplicit) {
                draft.scope.bindings.put(name, found.global);
                for (ScopeDraft host = draft; host.scope.isInlined(); host = host.parent) {
                    host.parent.scope.bindings.putIfAbsent(name, found.global);
                }
            }
            return;
        }
        ScopeDraft ownerFrame = found.owner.frame();
        Binding inOwner =
                found.owner.is(Scope.Kind.CLASS) ? Binding.CELL : ownBinding(found.owner, found.owner.names.get(name));
        for (ScopeDraft user = draft; user != found.owner; user = user.parent) {
            boolean isCaptured = user.frame() != ownerFrame;
            if (isCaptured) {
                user.scope.freeNames.add(name);
            }
            user.scope.bindings.putIfAbsent(name, isCaptured ? Binding.FREE : inOwner);
        }
    }
}
