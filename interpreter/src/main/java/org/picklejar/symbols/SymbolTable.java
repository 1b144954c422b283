package org.picklejar.symbols;

import java.util.IdentityHashMap;
import java.util.Map;
import org.picklejar.source.Diagnostic;
import org.picklejar.syntax.Expr;
import org.picklejar.syntax.Node;

/** The scopes of a program, by the nodes that open them. */
public final class SymbolTable {
    private final Map<Node, Scope> scopes;
    private final Map<Node, Scope> typeParameters;

    private SymbolTable(Map<Node, Scope> scopes, Map<Node, Scope> typeParameters) {
        this.scopes = scopes;
        this.typeParameters = typeParameters;
    }

    /**
     * Finds where each name of a program lives.
     *
     * @param text the source, for the lines that diagnostics quote; may be null
     * @throws Diagnostic when names are declared in conflict
     */
    public static SymbolTable build(Node.Mod tree, String fileName, String text) {
        Complaints complaints = new Complaints(fileName, text);
        Map<Node, Scope> scopes = new IdentityHashMap<>();
        Map<Node, Scope> typeParameters = new IdentityHashMap<>();
        ScopeDraft module = new ScopeBuilder(complaints, scopes, typeParameters).build(tree);
        new ScopeResolver(complaints).resolve(module);
        return new SymbolTable(scopes, typeParameters);
    }

    /**
     * The scope that a node opens, or null when it opens none. Nodes with a scope: Module, Interactive, Expression,
     * FunctionDef, Lambda, ClassDef, comprehensions, GeneratorExp, TypeAlias (its value), and the expression that is the bound or
     * the default of a type parameter.
     */
    public Scope scopeOf(Node node) {
        return scopes.get(node);
    }

    /** The TYPE_PARAMETERS scope of a generic FunctionDef, ClassDef or TypeAlias, or null. */
    public Scope typeParametersOf(Node node) {
        return typeParameters.get(node);
    }

    /** The name under which a class stores its private names ({@code __x}); other names are returned as they are. */
    public static String mangle(String className, String name) {
        if (className == null || !name.startsWith("__") || name.endsWith("__") || name.indexOf('.') >= 0) {
            return name;
        }
        int start = 0;
        while (start < className.length() && className.charAt(start) == '_') {
            start++;
        }
        return start == className.length() ? name : "_" + className.substring(start) + name;
    }

    /** How messages name a comprehension. */
    static String describe(Expr comprehension) {
        if (comprehension instanceof Expr.ListComp) {
            return "list comprehension";
        }
        if (comprehension instanceof Expr.SetComp) {
            return "set comprehension";
        }
        return comprehension instanceof Expr.DictComp ? "dict comprehension" : "generator expression";
    }
}
