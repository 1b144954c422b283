package org.picklejar.symbols;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.picklejar.symbols.Scope.Binding;
import org.picklejar.symbols.Scope.Kind;
import org.picklejar.syntax.Node;
import org.picklejar.syntax.Stmt;

/** Scopes as the library's module {@code symtable} has them: numbers that say what is done with names, as in CPython's symbol table. */
public final class SymbolFlags {
    private static final int DEF_GLOBAL = 1;
    private static final int DEF_LOCAL = 2;
    private static final int DEF_PARAM = 4;
    private static final int DEF_NONLOCAL = 8;
    private static final int USE = 16;
    private static final int DEF_FREE_CLASS = 64;
    private static final int DEF_IMPORT = 128;
    private static final int DEF_ANNOT = 256;
    private static final int DEF_COMP_ITER = 512;
    private static final int DEF_TYPE_PARAM = 1024;
    private static final int SCOPE_OFF = 12;
    private static final String TYPE_PARAMS = ".type_params";

    private SymbolFlags() {}

    /** The number of the kind of a scope ({@code _symtable.TYPE_FUNCTION} and others). */
    public static int type(Scope s) {
        return switch (s.kind) {
            case FUNCTION, LAMBDA, COMPREHENSION, GENERATOR -> 0;
            case CLASS -> 1;
            case MODULE -> 2;
            case ANNOTATION -> 3;
            case TYPE_ALIAS -> 4;
            case TYPE_PARAMETERS -> 5;
            case TYPE_VARIABLE -> 6;
        };
    }

    public static String name(Scope s) {
        return switch (s.kind) {
            case MODULE -> "top";
            case LAMBDA, GENERATOR -> s.name.substring(1, s.name.length() - 1);
            case TYPE_PARAMETERS -> nameOf(s.node);
            default -> s.name;
        };
    }

    private static String nameOf(Node generic) {
        return generic instanceof Stmt.FunctionDef f
                ? f.name()
                : generic instanceof Stmt.ClassDef c
                        ? c.name()
                        : ((Stmt.TypeAlias) generic).name().id();
    }

    /** The line where it begins; 0 for the module. */
    public static int line(Scope s) {
        return s.kind == Kind.MODULE ? 0 : s.node.span().line();
    }

    /** Whether a function is around it. */
    public static boolean isNested(Scope s) {
        for (Scope p = s.parent; p != null; p = p.parent) {
            if (p.kind != Kind.MODULE && p.kind != Kind.CLASS) {
                return true;
            }
        }
        return false;
    }

    /** The scopes directly in it; in place of comprehensions, which run in it, those that are in these. */
    public static List<Scope> children(Scope s) {
        List<Scope> out = new ArrayList<>();
        for (Scope c : s.children) {
            if (c.isInlined()) {
                out.addAll(children(c));
            } else {
                out.add(c);
            }
        }
        return out;
    }

    /** What is done with each name, in the low bits, and above them where it lives. */
    public static Map<String, Integer> of(Scope s) {
        Map<String, Integer> out = new LinkedHashMap<>();
        boolean isGenericClass = s.kind == Kind.TYPE_PARAMETERS && s.node instanceof Stmt.ClassDef;
        if (isGenericClass) {
            out.put(TYPE_PARAMS, DEF_LOCAL | USE | place(Binding.CELL));
            out.put(".generic_base", DEF_LOCAL | USE | place(Binding.LOCAL));
        } else if (s.kind == Kind.TYPE_PARAMETERS && s.node instanceof Stmt.FunctionDef f) {
            if (!f.args().defaults().isEmpty()) {
                out.put(".defaults", DEF_PARAM | place(Binding.LOCAL));
            }
            if (f.args().kwDefaults().stream().anyMatch(d -> d != null)) {
                out.put(".kwdefaults", DEF_PARAM | place(Binding.LOCAL));
            }
        } else if (s.kind == Kind.CLASS && s.parent.kind == Kind.TYPE_PARAMETERS) {
            out.put("__type_params__", DEF_LOCAL | place(Binding.LOCAL));
            out.put(TYPE_PARAMS, USE | place(Binding.FREE));
        }
        s.uses.forEach((name, use) -> out.put(name, definitions(use) | place(s.binding(name))));
        s.bindings.forEach((name, binding) -> out.putIfAbsent(name, place(binding)));
        if (s.kind == Kind.CLASS) {
            s.freeNames.forEach(name -> out.computeIfPresent(
                    name,
                    (n, flags) -> flags >> SCOPE_OFF == Binding.LOCAL.ordinal() + 1 ? flags | DEF_FREE_CLASS : flags));
        }
        addComprehensions(s, out);
        if (s.kind == Kind.MODULE) {
            addGlobals(s, out);
        }
        return out;
    }

    private static void addComprehensions(Scope host, Map<String, Integer> out) {
        for (Scope c : host.children) {
            if (c.isInlined()) {
                of(c).forEach((name, flags) -> {
                    Integer known = out.get(name);
                    // A name that the host knows only from here has no definitions yet.
                    if (known == null || (known & (1 << SCOPE_OFF) - 1) == 0) {
                        out.put(name, known == null ? flags : known | flags & (1 << SCOPE_OFF) - 1);
                    }
                });
            }
        }
    }

    /** What any scope declares global is so in the module too. */
    private static void addGlobals(Scope s, Map<String, Integer> module) {
        for (Scope c : s.children) {
            c.uses.forEach((name, use) -> {
                if (use.isGlobal) {
                    int flags = module.getOrDefault(name, 0) & (1 << SCOPE_OFF) - 1;
                    module.put(name, flags | DEF_GLOBAL | place(Binding.GLOBAL_EXPLICIT));
                }
            });
            addGlobals(c, module);
        }
    }

    private static int definitions(NameUse use) {
        boolean isLocal = use.isAssigned && (use.isStored || !use.isImported);
        return (use.isGlobal ? DEF_GLOBAL : 0)
                | (isLocal ? DEF_LOCAL : 0)
                | (use.isParameter ? DEF_PARAM : 0)
                | (use.isNonlocal ? DEF_NONLOCAL : 0)
                | (use.isUsed || use.isImplicit ? USE : 0)
                | (use.isImported ? DEF_IMPORT : 0)
                | (use.isAnnotated ? DEF_ANNOT : 0)
                | (use.isIterationVariable ? DEF_COMP_ITER : 0)
                | (use.isTypeParameter ? DEF_TYPE_PARAM : 0);
    }

    /** Null is a name that {@code super} may need and nobody has. */
    private static int place(Binding b) {
        int number = b == null
                ? 3
                : switch (b) {
                    case LOCAL -> 1;
                    case GLOBAL_EXPLICIT -> 2;
                    case GLOBAL_IMPLICIT -> 3;
                    case FREE -> 4;
                    case CELL -> 5;
                };
        return number << SCOPE_OFF;
    }
}
