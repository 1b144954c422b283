package org.picklejar.syntax;

import java.math.BigInteger;
import java.util.List;

/** Writes an expression as text, in the form that {@code from __future__ import annotations} keeps annotations in. */
public final class Unparser {
    // How tightly each kind of expression binds. Compare CPython's ast_unparse.c.
    private static final int TUPLE = 0;
    private static final int TEST = 1;
    private static final int OR = 2;
    private static final int AND = 3;
    private static final int NOT = 4;
    private static final int COMPARISON = 5;
    private static final int OPERATOR = 6;
    private static final int FACTOR = 12;
    private static final int POWER = 13;
    private static final int AWAIT = 14;
    private static final int ATOM = 15;

    private final StringBuilder out = new StringBuilder();

    private Unparser() {}

    /** The text of an expression. */
    public static String unparse(Expr expr) {
        return unparse(expr, TEST);
    }

    /** The text of a literal with this value, see {@link Expr.Constant}. */
    public static String literal(Object value) {
        return Literals.repr(value);
    }

    private static String unparse(Expr expr, int level) {
        Unparser unparser = new Unparser();
        unparser.write(expr, level);
        return unparser.out.toString();
    }

    /** @param level how tightly the surroundings bind; what binds more loosely gets parentheses */
    private void write(Expr expr, int level) {
        if (expr instanceof Expr.Name e) {
            out.append(e.id());
        } else if (expr instanceof Expr.Constant e) {
            out.append(e.isUnicodePrefixed() ? "u" : "").append(literal(e.value()));
        } else if (expr instanceof Expr.Attribute e) {
            write(e.value(), ATOM);
            boolean isInteger = e.value() instanceof Expr.Constant c
                    && (c.value() instanceof Long || c.value() instanceof BigInteger);
            out.append(isInteger ? " ." : ".").append(e.name());
        } else if (expr instanceof Expr.Subscript e) {
            write(e.value(), ATOM);
            out.append('[');
            write(e.index(), TUPLE);
            out.append(']');
        } else if (expr instanceof Expr.Call e) {
            call(e);
        } else if (expr instanceof Expr.BinOp e) {
            binary(e, level);
        } else if (expr instanceof Expr.UnaryOp e) {
            unary(e, level);
        } else if (expr instanceof Expr.BoolOp e) {
            int own = e.isAnd() ? AND : OR;
            parenthesized(level > own, () -> list(e.values(), own + 1, e.isAnd() ? " and " : " or "));
        } else if (expr instanceof Expr.Compare e) {
            parenthesized(level > COMPARISON, () -> comparison(e));
        } else if (expr instanceof Expr.Tuple e) {
            tuple(e, level);
        } else if (expr instanceof Expr.ListDisplay e) {
            enclosed("[", e.elements(), "]");
        } else if (expr instanceof Expr.SetDisplay e) {
            enclosed("{", e.elements(), "}");
        } else if (expr instanceof Expr.Dict e) {
            dict(e);
        } else if (expr instanceof Expr.Starred e) {
            out.append('*');
            write(e.value(), OPERATOR);
        } else if (expr instanceof Expr.Slice e) {
            slice(e);
        } else if (expr instanceof Expr.JoinedStr e) {
            StringBuilder body = new StringBuilder();
            formatted(e, body);
            out.append('f').append(Literals.repr(body.toString()));
        } else {
            writeRare(expr, level);
        }
    }

    private void writeRare(Expr expr, int level) {
        if (expr instanceof Expr.Lambda e) {
            parenthesized(level > TEST, () -> lambda(e));
        } else if (expr instanceof Expr.IfExp e) {
            parenthesized(level > TEST, () -> {
                write(e.body(), TEST + 1);
                out.append(" if ");
                write(e.test(), TEST + 1);
                out.append(" else ");
                write(e.orElse(), TEST);
            });
        } else if (expr instanceof Expr.NamedExpr e) {
            parenthesized(level > TUPLE, () -> {
                write(e.target(), ATOM);
                out.append(" := ");
                write(e.value(), ATOM);
            });
        } else if (expr instanceof Expr.Await e) {
            parenthesized(level > AWAIT, () -> {
                out.append("await ");
                write(e.value(), ATOM);
            });
        } else if (expr instanceof Expr.Yield e) {
            out.append(e.value() == null ? "(yield" : "(yield ");
            writeOptional(e.value());
            out.append(')');
        } else if (expr instanceof Expr.YieldFrom e) {
            out.append("(yield from ");
            write(e.value(), TEST);
            out.append(')');
        } else if (expr instanceof Expr.ListComp e) {
            comprehension("[", e.element(), null, e.generators(), "]");
        } else if (expr instanceof Expr.SetComp e) {
            comprehension("{", e.element(), null, e.generators(), "}");
        } else if (expr instanceof Expr.DictComp e) {
            comprehension("{", e.key(), e.value(), e.generators(), "}");
        } else if (expr instanceof Expr.GeneratorExp e) {
            comprehension("(", e.element(), null, e.generators(), ")");
        } else if (expr instanceof Expr.FormattedValue e) {
            StringBuilder body = new StringBuilder();
            field(e, body);
            out.append('f').append(Literals.repr(body.toString()));
        } else {
            throw new IllegalArgumentException("no text for " + expr.getClass().getSimpleName());
        }
    }

    private void writeOptional(Expr expr) {
        if (expr != null) {
            write(expr, TEST);
        }
    }

    private void parenthesized(boolean needed, Runnable content) {
        out.append(needed ? "(" : "");
        content.run();
        out.append(needed ? ")" : "");
    }

    private void list(List<Expr> elements, int level, String separator) {
        for (int i = 0; i < elements.size(); i++) {
            out.append(i == 0 ? "" : separator);
            write(elements.get(i), level);
        }
    }

    private void enclosed(String open, List<Expr> elements, String close) {
        out.append(open);
        list(elements, TEST, ", ");
        out.append(close);
    }

    private void tuple(Expr.Tuple tuple, int level) {
        if (tuple.elements().isEmpty()) {
            out.append("()");
            return;
        }
        parenthesized(level > TUPLE, () -> {
            list(tuple.elements(), TEST, ", ");
            out.append(tuple.elements().size() == 1 ? "," : "");
        });
    }

    // ---- operators ----

    private static int level(Operator op) {
        return switch (op) {
            case BIT_OR -> OPERATOR;
            case BIT_XOR -> OPERATOR + 1;
            case BIT_AND -> OPERATOR + 2;
            case LSHIFT, RSHIFT -> OPERATOR + 3;
            case ADD, SUB -> OPERATOR + 4;
            case MULT, MATMUL, DIV, MOD, FLOOR_DIV -> OPERATOR + 5;
            case POW -> POWER;
        };
    }

    private void binary(Expr.BinOp e, int level) {
        int own = level(e.op());
        boolean isRightAssociative = e.op() == Operator.POW;
        parenthesized(level > own, () -> {
            write(e.left(), isRightAssociative ? own + 1 : own);
            out.append(' ').append(e.op().symbol()).append(' ');
            write(e.right(), isRightAssociative ? own : own + 1);
        });
    }

    private void unary(Expr.UnaryOp e, int level) {
        int own = e.op() == Operator.Unary.NOT ? NOT : FACTOR;
        parenthesized(level > own, () -> {
            out.append(
                    switch (e.op()) {
                        case INVERT -> "~";
                        case NOT -> "not ";
                        case PLUS -> "+";
                        case MINUS -> "-";
                    });
            write(e.operand(), own);
        });
    }

    private void comparison(Expr.Compare e) {
        write(e.left(), COMPARISON + 1);
        for (int i = 0; i < e.ops().size(); i++) {
            out.append(' ').append(e.ops().get(i).symbol()).append(' ');
            write(e.comparators().get(i), COMPARISON + 1);
        }
    }

    // ---- calls, lambdas, displays ----

    private void call(Expr.Call e) {
        write(e.function(), ATOM);
        if (e.args().size() == 1 && e.keywords().isEmpty() && e.args().get(0) instanceof Expr.GeneratorExp) {
            write(e.args().get(0), TEST);
            return;
        }
        out.append('(');
        list(e.args(), TEST, ", ");
        boolean isFirst = e.args().isEmpty();
        for (Node.Keyword keyword : e.keywords()) {
            out.append(isFirst ? "" : ", ").append(keyword.name() == null ? "**" : keyword.name() + "=");
            write(keyword.value(), TEST);
            isFirst = false;
        }
        out.append(')');
    }

    private void lambda(Expr.Lambda e) {
        boolean hasPositional =
                !e.args().posOnlyArgs().isEmpty() || !e.args().args().isEmpty();
        out.append(hasPositional ? "lambda " : "lambda");
        parameters(e.args());
        out.append(": ");
        write(e.body(), TEST);
    }

    private void parameters(Node.Arguments args) {
        int start = out.length();
        int positional = args.posOnlyArgs().size() + args.args().size();
        int firstDefault = positional - args.defaults().size();
        for (int i = 0; i < positional; i++) {
            int plain = i - args.posOnlyArgs().size();
            separator(start);
            out.append(
                    plain < 0
                            ? args.posOnlyArgs().get(i).name()
                            : args.args().get(plain).name());
            if (i >= firstDefault) {
                out.append('=');
                write(args.defaults().get(i - firstDefault), TEST);
            }
            out.append(plain == -1 ? ", /" : "");
        }
        if (args.vararg() != null || !args.kwOnlyArgs().isEmpty()) {
            separator(start);
            out.append('*').append(args.vararg() == null ? "" : args.vararg().name());
        }
        for (int i = 0; i < args.kwOnlyArgs().size(); i++) {
            separator(start);
            out.append(args.kwOnlyArgs().get(i).name());
            if (args.kwDefaults().get(i) != null) {
                out.append('=');
                write(args.kwDefaults().get(i), TEST);
            }
        }
        if (args.kwarg() != null) {
            separator(start);
            out.append("**").append(args.kwarg().name());
        }
    }

    private void separator(int start) {
        out.append(out.length() > start ? ", " : "");
    }

    private void dict(Expr.Dict e) {
        out.append('{');
        for (int i = 0; i < e.values().size(); i++) {
            out.append(i == 0 ? "" : ", ");
            if (e.keys().get(i) == null) {
                out.append("**");
                write(e.values().get(i), OPERATOR);
            } else {
                write(e.keys().get(i), TEST);
                out.append(": ");
                write(e.values().get(i), TEST);
            }
        }
        out.append('}');
    }

    private void comprehension(String open, Expr element, Expr value, List<Node.Comprehension> clauses, String close) {
        out.append(open);
        write(element, TEST);
        if (value != null) {
            out.append(": ");
            write(value, TEST);
        }
        for (Node.Comprehension clause : clauses) {
            out.append(clause.isAsync() ? " async for " : " for ");
            write(clause.target(), TUPLE);
            out.append(" in ");
            write(clause.iter(), TEST + 1);
            for (Expr condition : clause.ifs()) {
                out.append(" if ");
                write(condition, TEST + 1);
            }
        }
        out.append(close);
    }

    private void slice(Expr.Slice e) {
        writeOptional(e.lower());
        out.append(':');
        writeOptional(e.upper());
        if (e.step() != null) {
            out.append(':');
            write(e.step(), TEST);
        }
    }

    // ---- f-strings ----

    private static void formatted(Expr.JoinedStr string, StringBuilder body) {
        for (Expr value : string.values()) {
            if (value instanceof Expr.Constant constant) {
                body.append(((String) constant.value()).replace("{", "{{").replace("}", "}}"));
            } else if (value instanceof Expr.FormattedValue field) {
                field(field, body);
            }
        }
    }

    private static void field(Expr.FormattedValue field, StringBuilder body) {
        String text = unparse(field.value(), TEST + 1);
        body.append(text.startsWith("{") ? "{ " : "{").append(text);
        if (field.conversion() != 0) {
            body.append('!').append(field.conversion());
        }
        if (field.formatSpec() != null) {
            body.append(':');
            formatted(field.formatSpec(), body);
        }
        body.append('}');
    }
}
