package org.picklejar.symbols;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A scope while it is made: what is done with each name, before it is known where the names live. */
final class ScopeDraft {
    final Scope scope;
    final ScopeDraft parent;
    final List<ScopeDraft> children = new ArrayList<>();
    final Map<String, NameUse> names = new LinkedHashMap<>();
    /** The class whose name mangles private names here, or null. */
    final String privateClass;
    /** The only names to mangle here, or null for all: the parameters of a generic class belong to it, its bases do not. */
    final Set<String> mangledOnly;
    /** How messages name a scope in which yield, await and := are forbidden, or null. */
    final String restriction;
    /** How many iterables of comprehensions surround the place where the walk is. */
    int iterableDepth;

    boolean isReadingIterationTarget;

    ScopeDraft(Scope scope, ScopeDraft parent, String privateClass, Set<String> mangledOnly, String restriction) {
        this.scope = scope;
        this.parent = parent;
        this.privateClass = privateClass;
        this.mangledOnly = mangledOnly;
        this.restriction = restriction;
        if (parent != null) {
            iterableDepth = parent.iterableDepth;
            parent.children.add(this);
        }
    }

    NameUse use(String mangledName) {
        return names.computeIfAbsent(mangledName, any -> new NameUse());
    }

    String mangle(String name) {
        return mangledOnly != null && !mangledOnly.contains(name) ? name : SymbolTable.mangle(privateClass, name);
    }

    boolean is(Scope.Kind kind) {
        return scope.kind == kind;
    }

    boolean isComprehension() {
        return scope.kind == Scope.Kind.COMPREHENSION || scope.kind == Scope.Kind.GENERATOR;
    }

    /** Whether names bound here are visible to nested scopes as captured variables. */
    boolean isFunctionLike() {
        return scope.kind != Scope.Kind.MODULE && scope.kind != Scope.Kind.CLASS;
    }

    /** The draft in whose frame this scope runs. */
    ScopeDraft frame() {
        ScopeDraft draft = this;
        while (draft.scope.isInlined()) {
            draft = draft.parent;
        }
        return draft;
    }
}
