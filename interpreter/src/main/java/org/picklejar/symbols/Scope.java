package org.picklejar.symbols;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.picklejar.syntax.Node;

/**
 * One scope of a program. Names are stored mangled (see {@link SymbolTable#mangle}).
 *
 * <p>List, set and dict comprehensions are <em>inlined</em> (PEP 709): they run in the frame of the enclosing scope, the
 * <em>host</em>. Names that such a comprehension binds are its own (LOCAL, or CELL when a nested function captures them);
 * every other name used in it is resolved as if it were used in the host, except that a class scope's names are invisible
 * to it. A use in an inlined comprehension is therefore no capture.
 */
public final class Scope {
    public enum Kind {
        MODULE,
        CLASS,
        FUNCTION,
        LAMBDA,
        COMPREHENSION,
        GENERATOR,
        TYPE_PARAMETERS,
        TYPE_ALIAS,
        TYPE_VARIABLE,
        ANNOTATION
    }

    /** Where a name lives as seen from a scope. */
    public enum Binding {
        /** A register of the scope's own frame. In a class or module: the namespace. */
        LOCAL,
        /** A local that nested functions capture. */
        CELL,
        /** Captured from an enclosing function. */
        FREE,
        /** Declared with {@code global}. */
        GLOBAL_EXPLICIT,
        /** Not bound in any enclosing function: module globals, then builtins. */
        GLOBAL_IMPLICIT
    }

    final Kind kind;
    final String name;
    final Scope parent;
    final Node node;
    final List<Scope> children = new ArrayList<>();
    final List<String> parameters = new ArrayList<>();
    final Map<String, Binding> bindings = new LinkedHashMap<>();
    final Set<String> localsInOrder = new LinkedHashSet<>();
    final Set<String> freeNames = new LinkedHashSet<>();
    /** What the scope itself does with names, in order of first occurrence. */
    Map<String, NameUse> uses = Map.of();

    boolean isGenerator;
    boolean isCoroutine;
    boolean needsClassCell;
    boolean canSeeClass;

    Scope(Kind kind, String name, Scope parent, Node node) {
        this.kind = kind;
        this.name = name;
        this.parent = parent;
        this.node = node;
        if (parent != null) {
            parent.children.add(this);
        }
    }

    public Kind kind() {
        return kind;
    }

    /** Function or class name; {@code <lambda>}, {@code <listcomp>}, {@code <genexpr>}, {@code <module>} as CPython has them. */
    public String name() {
        return name;
    }

    /** Null for the module. */
    public Scope parent() {
        return parent;
    }

    public List<Scope> children() {
        return children;
    }

    /** Mangled parameter names: positional-only, positional, keyword-only, *args, **kwargs. A generator expression has ".0". */
    public List<String> parameters() {
        return parameters;
    }

    /** The binding of a name used in this scope, or null when the name does not occur in it. */
    public Binding binding(String mangledName) {
        return bindings.get(mangledName);
    }

    /** All names with their binding, in order of first occurrence. */
    public Map<String, Binding> bindings() {
        return bindings;
    }

    /** Names bound here (LOCAL or CELL), parameters first in the order of {@link #parameters}, then by first occurrence. */
    public Set<String> locals() {
        return localsInOrder;
    }

    /**
     * Names of enclosing functions that this scope's frame must capture: those used here or in its inlined comprehensions, and
     * those it only hands on to nested functions. A class may bind such a name too, then {@link #binding} says LOCAL.
     */
    public Set<String> freeNames() {
        return freeNames;
    }

    /** Whether this is a list, set or dict comprehension, which runs in its host's frame. */
    public boolean isInlined() {
        return kind == Kind.COMPREHENSION;
    }

    /** Contains {@code yield} (async generators too), or is a generator expression. */
    public boolean isGenerator() {
        return isGenerator;
    }

    /** An {@code async def}, or a generator expression that awaits. */
    public boolean isCoroutine() {
        return isCoroutine;
    }

    /** A class whose methods use {@code super()} or {@code __class__}: it needs the cell {@code __class__}. */
    public boolean needsClassCell() {
        return needsClassCell;
    }

    /** A type-parameter, alias or annotation scope directly within a class: its implicit globals look into the class namespace first. */
    public boolean canSeeClass() {
        return canSeeClass;
    }
}
