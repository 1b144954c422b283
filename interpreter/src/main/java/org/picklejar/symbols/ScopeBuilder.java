package org.picklejar.symbols;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.picklejar.source.Span;
import org.picklejar.syntax.Expr;
import org.picklejar.syntax.Node;
import org.picklejar.syntax.Pattern;
import org.picklejar.syntax.Stmt;

/** Walks over a tree, opens its scopes, and notes what each does with its names. Expressions: {@link ExpressionWalk}. */
final class ScopeBuilder {
    final Complaints complaints;
    ScopeDraft current;

    private final Map<Node, Scope> scopes;
    private final Map<Node, Scope> typeParameters;
    private final ExpressionWalk expressions = new ExpressionWalk(this);
    private boolean annotationsAreText;

    ScopeBuilder(Complaints complaints, Map<Node, Scope> scopes, Map<Node, Scope> typeParameters) {
        this.complaints = complaints;
        this.scopes = scopes;
        this.typeParameters = typeParameters;
    }

    ScopeDraft build(Node.Mod tree) {
        open(Scope.Kind.MODULE, "<module>", tree, null);
        ScopeDraft module = current;
        if (tree instanceof Node.Module program) {
            annotationsAreText = hasFutureAnnotations(program.body());
            statements(program.body());
        } else if (tree instanceof Node.Interactive interactive) {
            annotationsAreText = hasFutureAnnotations(interactive.body());
            statements(interactive.body());
        } else if (tree instanceof Node.Expression expression) {
            expressions.visit(expression.body());
        }
        return module;
    }

    private static boolean hasFutureAnnotations(List<Stmt> body) {
        for (Stmt statement : body) {
            if (statement instanceof Stmt.ImportFrom from
                    && "__future__".equals(from.module())
                    && from.level() == 0
                    && from.names().stream().anyMatch(alias -> alias.name().equals("annotations"))) {
                return true;
            }
        }
        return false;
    }

    // ---- scopes ----

    /** Opens a scope below the current one and goes into it. */
    void open(Scope.Kind kind, String name, Node node, String restriction) {
        open(
                kind,
                name,
                node,
                restriction,
                current == null ? null : current.privateClass,
                current == null ? null : current.mangledOnly);
    }

    private void open(
            Scope.Kind kind, String name, Node node, String restriction, String privateClass, Set<String> mangledOnly) {
        Scope scope = new Scope(kind, name, current == null ? null : current.scope, node);
        current = new ScopeDraft(scope, current, privateClass, mangledOnly, restriction);
        (kind == Scope.Kind.TYPE_PARAMETERS ? typeParameters : scopes).put(node, scope);
    }

    void close() {
        current = current.parent;
    }

    private void openTypeParameters(String name, Node node, List<Node.TypeParam> params, boolean ofClass) {
        boolean inClass = current.is(Scope.Kind.CLASS);
        String privateClass = current.privateClass;
        Set<String> mangledOnly = current.mangledOnly;
        if (ofClass) {
            privateClass = name;
            mangledOnly = new HashSet<>();
            for (Node.TypeParam param : params) {
                mangledOnly.add(param.name());
            }
        }
        open(
                Scope.Kind.TYPE_PARAMETERS,
                "<generic parameters of " + name + ">",
                node,
                "the definition of a generic",
                privateClass,
                mangledOnly);
        current.scope.canSeeClass = inClass;
        for (Node.TypeParam param : params) {
            typeParameter(param);
        }
    }

    private void typeParameter(Node.TypeParam param) {
        String name = current.mangle(param.name());
        NameUse use = current.use(name);
        if (name.equals("__classdict__")) {
            throw complaints.error("reserved name '__classdict__' cannot be used for type parameter", param.span());
        }
        if (use.isTypeParameter) {
            throw complaints.error("duplicate type parameter '" + param.name() + "'", param.span());
        }
        use.isTypeParameter = true;
        use.isAssigned = true;
        if (param instanceof Node.TypeVar variable && variable.bound() != null) {
            String kind = variable.bound() instanceof Expr.Tuple ? "a TypeVar constraint" : "a TypeVar bound";
            typeVariableExpression(param.name(), variable.bound(), kind);
        }
        if (param.defaultValue() != null) {
            typeVariableExpression(
                    param.name(), param.defaultValue(), "a " + param.getClass().getSimpleName() + " default");
        }
    }

    private void typeVariableExpression(String name, Expr value, String restriction) {
        boolean seesClass = current.scope.canSeeClass;
        open(Scope.Kind.TYPE_VARIABLE, name, value, restriction);
        current.scope.canSeeClass = seesClass;
        expressions.visit(value);
        close();
    }

    // ---- names ----

    void read(String name) {
        current.use(current.mangle(name)).isUsed = true;
        boolean needsClassCell = current.isFunctionLike() && name.equals("super");
        if (needsClassCell && !current.names.containsKey("__class__")) {
            current.use("__class__").isImplicit = true;
        } else if (name.equals("__class__")) {
            current.use(name).isImplicit = false;
        }
    }

    void assign(String name, Span span) {
        NameUse use = current.use(current.mangle(name));
        use.isImplicit = false;
        if (current.isReadingIterationTarget) {
            if (use.isGlobal || use.isNonlocal) {
                throw complaints.error(
                        "comprehension inner loop cannot rebind assignment expression target '" + name + "'", span);
            }
            use.isIterationVariable = true;
        }
        use.isAssigned = true;
        use.isStored = true;
    }

    void parameters(Node.Arguments args) {
        args.posOnlyArgs().forEach(this::parameter);
        args.args().forEach(this::parameter);
        args.kwOnlyArgs().forEach(this::parameter);
        if (args.vararg() != null) {
            parameter(args.vararg());
        }
        if (args.kwarg() != null) {
            parameter(args.kwarg());
        }
    }

    private void parameter(Node.Arg arg) {
        String name = current.mangle(arg.name());
        NameUse use = current.use(name);
        if (use.isParameter) {
            throw complaints.error("duplicate argument '" + arg.name() + "' in function definition", arg.span());
        }
        use.isParameter = true;
        current.scope.parameters.add(name);
    }

    private void declare(List<String> names, Span span, boolean isGlobal) {
        String kind = isGlobal ? "global" : "nonlocal";
        for (String name : names) {
            String mangled = current.mangle(name);
            NameUse known = current.names.get(mangled);
            if (known != null) {
                checkDeclaration(name, known, kind, span);
            }
            NameUse use = current.use(mangled);
            use.isGlobal |= isGlobal;
            use.isNonlocal |= !isGlobal;
            use.isImplicit = false;
            use.declaration = use.declaration == Span.NONE ? span : use.declaration;
        }
    }

    private void checkDeclaration(String name, NameUse known, String kind, Span span) {
        if (known.isParameter) {
            throw complaints.error("name '" + name + "' is parameter and " + kind, span);
        }
        if (known.isUsed) {
            throw complaints.error("name '" + name + "' is used prior to " + kind + " declaration", span);
        }
        if (known.isAnnotated) {
            throw complaints.error("annotated name '" + name + "' can't be " + kind, span);
        }
        if (known.isAssigned) {
            throw complaints.error("name '" + name + "' is assigned to before " + kind + " declaration", span);
        }
    }

    // ---- statements ----

    void statements(List<Stmt> body) {
        for (Stmt statement : body) {
            statement(statement);
        }
    }

    private void statement(Stmt statement) {
        if (statement instanceof Stmt.ExprStmt s) {
            expressions.visit(s.value());
        } else if (statement instanceof Stmt.Assign s) {
            expressions.visitAll(s.targets());
            expressions.visit(s.value());
        } else if (statement instanceof Stmt.If s) {
            ifStatement(s);
        } else if (statement instanceof Stmt.Return s) {
            expressions.visitOptional(s.value());
        } else if (statement instanceof Stmt.FunctionDef s) {
            function(s);
        } else if (statement instanceof Stmt.ClassDef s) {
            classDefinition(s);
        } else if (statement instanceof Stmt.For s) {
            expressions.visit(s.target());
            expressions.visit(s.iter());
            statements(s.body());
            statements(s.orElse());
        } else if (statement instanceof Stmt.While s) {
            expressions.visit(s.test());
            statements(s.body());
            statements(s.orElse());
        } else if (statement instanceof Stmt.With s) {
            with(s);
        } else if (statement instanceof Stmt.Try s) {
            tryStatement(s);
        } else if (statement instanceof Stmt.Match s) {
            match(s);
        } else if (statement instanceof Stmt.AugAssign s) {
            expressions.visit(s.target());
            expressions.visit(s.value());
        } else if (statement instanceof Stmt.AnnAssign s) {
            annotatedAssignment(s);
        } else if (statement instanceof Stmt.Delete s) {
            expressions.visitAll(s.targets());
        } else if (statement instanceof Stmt.Raise s) {
            expressions.visitOptional(s.exception());
            expressions.visitOptional(s.cause());
        } else if (statement instanceof Stmt.Assert s) {
            expressions.visit(s.test());
            expressions.visitOptional(s.message());
        } else if (statement instanceof Stmt.Import s) {
            s.names().forEach(this::importedName);
        } else if (statement instanceof Stmt.ImportFrom s) {
            s.names().forEach(this::importedName);
        } else if (statement instanceof Stmt.Global s) {
            declare(s.names(), s.span(), true);
        } else if (statement instanceof Stmt.Nonlocal s) {
            declare(s.names(), s.span(), false);
        } else if (statement instanceof Stmt.TypeAlias s) {
            typeAlias(s);
        }
    }

    /** A chain of {@code elif} may be long; it is walked without recursion. */
    private void ifStatement(Stmt.If first) {
        Stmt.If branch = first;
        while (true) {
            expressions.visit(branch.test());
            statements(branch.body());
            if (branch.orElse().size() != 1 || !(branch.orElse().get(0) instanceof Stmt.If next)) {
                statements(branch.orElse());
                return;
            }
            branch = next;
        }
    }

    private void importedName(Node.Alias alias) {
        if (alias.name().equals("*")) {
            if (!current.is(Scope.Kind.MODULE)) {
                throw complaints.error("import * only allowed at module level", alias.span());
            }
            return;
        }
        String name = alias.asName();
        if (name == null) {
            int dot = alias.name().indexOf('.');
            name = dot < 0 ? alias.name() : alias.name().substring(0, dot);
        }
        NameUse use = current.use(current.mangle(name));
        boolean wasStored = use.isStored;
        assign(name, alias.span());
        use.isStored = wasStored;
        use.isImported = true;
    }

    private void with(Stmt.With statement) {
        for (Node.WithItem item : statement.items()) {
            expressions.visit(item.context());
            expressions.visitOptional(item.target());
        }
        statements(statement.body());
    }

    private void tryStatement(Stmt.Try statement) {
        statements(statement.body());
        for (Node.ExceptHandler handler : statement.handlers()) {
            expressions.visitOptional(handler.type());
            if (handler.name() != null) {
                assign(handler.name(), handler.span());
            }
            statements(handler.body());
        }
        statements(statement.orElse());
        statements(statement.finallyBody());
    }

    private void annotatedAssignment(Stmt.AnnAssign statement) {
        if (statement.target() instanceof Expr.Name name) {
            NameUse known = current.names.get(current.mangle(name.id()));
            boolean isDeclared = known != null && (known.isGlobal || known.isNonlocal);
            if (isDeclared && statement.simple() && !current.is(Scope.Kind.MODULE)) {
                throw complaints.error(
                        "annotated name '" + name.id() + "' can't be " + (known.isGlobal ? "global" : "nonlocal"),
                        statement.span());
            }
            if (statement.simple()) {
                current.use(current.mangle(name.id())).isAnnotated = true;
            }
            if (statement.simple() || statement.value() != null) {
                assign(name.id(), name.span());
            }
        } else {
            expressions.visit(statement.target());
        }
        annotation(statement.annotation());
        expressions.visitOptional(statement.value());
    }

    /** An annotation is evaluated in the scope where it stands, unless it is only kept as text. */
    private void annotation(Expr annotation) {
        if (annotation == null) {
            return;
        }
        if (!annotationsAreText) {
            expressions.visit(annotation);
            return;
        }
        // Only looked at for what is forbidden in it: its names are used nowhere.
        open(Scope.Kind.ANNOTATION, "<annotation>", annotation, "an annotation");
        expressions.visit(annotation);
        ScopeDraft discarded = current;
        close();
        current.children.remove(discarded);
        current.scope.children.remove(discarded.scope);
    }

    private void typeAlias(Stmt.TypeAlias statement) {
        expressions.visit(statement.name());
        boolean inClass = current.is(Scope.Kind.CLASS);
        boolean isGeneric = !statement.typeParams().isEmpty();
        if (isGeneric) {
            openTypeParameters(statement.name().id(), statement, statement.typeParams(), false);
        }
        open(Scope.Kind.TYPE_ALIAS, statement.name().id(), statement, "a type alias");
        current.scope.canSeeClass = inClass;
        expressions.visit(statement.value());
        close();
        if (isGeneric) {
            close();
        }
    }

    // ---- functions and classes ----

    private void function(Stmt.FunctionDef def) {
        assign(def.name(), def.span());
        expressions.visitAll(def.decorators());
        defaults(def.args());
        boolean isGeneric = !def.typeParams().isEmpty();
        if (isGeneric) {
            openTypeParameters(def.name(), def, def.typeParams(), false);
        }
        annotations(def.args());
        annotation(def.returns());
        open(Scope.Kind.FUNCTION, def.name(), def, null);
        current.scope.isCoroutine = def.isAsync();
        parameters(def.args());
        statements(def.body());
        close();
        if (isGeneric) {
            close();
        }
    }

    void defaults(Node.Arguments args) {
        expressions.visitAll(args.defaults());
        args.kwDefaults().forEach(expressions::visitOptional);
    }

    private void annotations(Node.Arguments args) {
        args.posOnlyArgs().forEach(arg -> annotation(arg.annotation()));
        args.args().forEach(arg -> annotation(arg.annotation()));
        if (args.vararg() != null) {
            annotation(args.vararg().annotation());
        }
        args.kwOnlyArgs().forEach(arg -> annotation(arg.annotation()));
        if (args.kwarg() != null) {
            annotation(args.kwarg().annotation());
        }
    }

    private void classDefinition(Stmt.ClassDef def) {
        assign(def.name(), def.span());
        expressions.visitAll(def.decorators());
        boolean isGeneric = !def.typeParams().isEmpty();
        if (isGeneric) {
            openTypeParameters(def.name(), def, def.typeParams(), true);
        }
        expressions.visitAll(def.bases());
        def.keywords().forEach(keyword -> expressions.visit(keyword.value()));
        open(Scope.Kind.CLASS, def.name(), def, null, def.name(), null);
        statements(def.body());
        close();
        if (isGeneric) {
            close();
        }
    }

    // ---- match ----

    private void match(Stmt.Match statement) {
        expressions.visit(statement.subject());
        for (Node.MatchCase matchCase : statement.cases()) {
            pattern(matchCase.pattern());
            expressions.visitOptional(matchCase.guard());
            statements(matchCase.body());
        }
    }

    private void pattern(Pattern pattern) {
        if (pattern instanceof Pattern.Value p) {
            expressions.visit(p.value());
        } else if (pattern instanceof Pattern.Sequence p) {
            p.patterns().forEach(this::pattern);
        } else if (pattern instanceof Pattern.Mapping p) {
            expressions.visitAll(p.keys());
            p.patterns().forEach(this::pattern);
            capture(p.rest(), p.span());
        } else if (pattern instanceof Pattern.ClassPattern p) {
            expressions.visit(p.cls());
            p.patterns().forEach(this::pattern);
            p.keywordPatterns().forEach(this::pattern);
        } else if (pattern instanceof Pattern.Star p) {
            capture(p.name(), p.span());
        } else if (pattern instanceof Pattern.As p) {
            if (p.pattern() != null) {
                pattern(p.pattern());
            }
            capture(p.name(), p.span());
        } else if (pattern instanceof Pattern.Or p) {
            p.patterns().forEach(this::pattern);
        }
    }

    private void capture(String name, Span span) {
        if (name != null) {
            assign(name, span);
        }
    }
}
