package org.picklejar.tiers;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A random program about what compiled code does otherwise than the interpreter: loops over numbers that grow beyond long, change their kind
 * or are missing, calls, exceptions, generators and closures. Each function reports its result, or the exception with its lines and
 * the variables of its frames.
 */
final class GeneratedProgram {
    private static final int FUNCTIONS = 4;
    private static final int DEPTH = 3;
    private static final String[] VARIABLES = {"a", "b", "c", "d", "e"};
    private static final String[] CONSTANTS = {
        "0",
        "1",
        "2",
        "3",
        "-1",
        "7",
        "6000000000000000000",
        "64",
        "255",
        "9223372036854775807",
        "-9223372036854775808",
        "9007199254740993",
        "3037000500",
        "0.5",
        "2.0",
        "-0.0",
        "1e308",
        "float('nan')",
        "True",
        "'s'"
    };
    private static final String[] ARITHMETIC = {"+", "-", "+", "-", "/", "//", "%", "&", "|", "^"};
    private static final String[] COMPARISONS = {"<", "<=", ">", ">=", "==", "!=", "is", "is not"};

    private final Random random;
    private final StringBuilder out = new StringBuilder();
    private int loops;

    private GeneratedProgram(long seed) {
        random = new Random(seed);
    }

    /** @return the source; it defines {@code work()}, which prints */
    static String of(long seed) {
        GeneratedProgram p = new GeneratedProgram(seed);
        p.write();
        return p.out.toString();
    }

    private void write() {
        line(0, "import sys");
        line(0, "def report(name, e):");
        line(1, "print(name, type(e).__name__, e)");
        line(1, "t = e.__traceback__.tb_next");
        line(1, "while t is not None:");
        line(
                2,
                "shown = {k: v if type(v) in (int, float, str, bool) else type(v) for k, v in t.tb_frame.f_locals.items()}");
        line(2, "print(t.tb_lineno, sorted(shown.items(), key=str))");
        line(2, "t = t.tb_next");
        for (int i = 0; i < FUNCTIONS; i++) {
            function(i);
        }
        line(0, "def work():");
        line(1, "for turn in range(12):");
        for (int i = 0; i < FUNCTIONS; i++) {
            for (int k = 0; k < 2; k++) {
                line(2, "try:");
                line(3, "print('f" + i + "', f" + i + "(turn, " + constant() + "))");
                line(2, "except Exception as e:");
                line(3, "report('f" + i + "', e)");
            }
        }
    }

    private void line(int indent, String text) {
        out.append("    ".repeat(indent)).append(text).append('\n');
    }

    private void function(int number) {
        boolean isGenerator = random.nextInt(4) == 0;
        String name = (isGenerator ? "g" : "f") + number;
        line(0, "def " + name + "(a, b):");
        line(1, "c = d = " + constant());
        if (random.nextBoolean()) {
            line(1, "e = " + constant());
        }
        line(1, "l = [1, 2, 3, " + constant() + ", 0.25]");
        line(1, "def inner(v):");
        line(2, "nonlocal l");
        line(2, "return v + 1");
        block(1, number, DEPTH, isGenerator, false);
        block(1, number, DEPTH, isGenerator, false);
        line(1, "return a, b, c, d, l[:2]");
        if (isGenerator) {
            line(0, "def f" + number + "(a, b):");
            line(1, "return sum(type(v) is int for v in g" + number + "(a, b)), list(g" + number + "(b, a))[:9]");
        }
    }

    private void block(int indent, int number, int depth, boolean isGenerator, boolean inLoop) {
        int n = 1 + random.nextInt(3);
        for (int i = 0; i < n; i++) {
            statement(indent, number, depth, isGenerator, inLoop);
        }
    }

    private void statement(int indent, int number, int depth, boolean isGenerator, boolean inLoop) {
        switch (random.nextInt(depth > 0 ? 15 : 8)) {
            case 0, 1, 2 -> line(indent, variable() + " = " + expression(2));
            case 3 -> line(indent, variable() + " " + pick("+", "-", "&", "|") + "= " + expression(1));
            case 4 -> line(indent, "l[" + pick("0", "1", "2", variable() + " % 5") + "] = " + expression(1));
            case 5 -> {
                if (isGenerator) {
                    line(indent, "yield " + expression(1));
                } else {
                    line(indent, variable() + " = inner(" + expression(1) + ")");
                }
            }
            case 6 -> {
                if (number > 0 && random.nextInt(3) == 0) {
                    line(indent, variable() + " = f" + random.nextInt(number) + "(" + variable() + ", 2)[0]");
                } else {
                    line(
                            indent,
                            variable() + " = (" + variable() + " * " + operand() + ") % "
                                    + pick("1000003", "97", "2.5"));
                }
            }
            case 7 -> {
                if (inLoop && random.nextInt(3) == 0) {
                    line(indent, "if " + condition() + ": " + pick("break", "continue"));
                } else if (random.nextInt(8) == 0) {
                    line(indent, "del " + pick("e", "d"));
                } else {
                    line(indent, variable() + " = " + variable());
                }
            }
            case 8, 9 -> {
                line(indent, "if " + condition() + ":");
                block(indent + 1, number, depth - 1, isGenerator, inLoop);
                if (random.nextBoolean()) {
                    line(indent, "else:");
                    block(indent + 1, number, depth - 1, isGenerator, inLoop);
                }
            }
            case 10, 11, 12 -> {
                String range = pick("range(15)", "range(30)", "range(3, -9, -2)", "l", "range(a % 9)");
                line(indent, "for " + pick("i", "j", variable()) + " in " + range + ":");
                block(indent + 1, number, depth - 1, isGenerator, true);
            }
            case 13 -> {
                String counter = "n" + loops++;
                line(indent, counter + " = 0");
                line(indent, "while " + counter + " < " + pick("11", "20") + ":");
                line(indent + 1, counter + " += " + pick("1", "2"));
                block(indent + 1, number, depth - 1, isGenerator, true);
            }
            default -> {
                line(indent, "try:");
                block(indent + 1, number, depth - 1, isGenerator, inLoop);
                if (random.nextBoolean()) {
                    line(
                            indent,
                            "except " + pick("ZeroDivisionError", "TypeError", "(TypeError, OverflowError)") + ":");
                    block(indent + 1, number, depth - 1, isGenerator, inLoop);
                } else {
                    line(indent, "finally:");
                    line(indent + 1, variable() + " = " + expression(1));
                }
            }
        }
    }

    private String expression(int depth) {
        if (depth == 0) {
            return operand();
        }
        return switch (random.nextInt(14)) {
            case 0 -> "-" + operand();
            case 1 -> "~" + variable();
            case 2 -> "(" + expression(depth - 1) + " * " + operand() + ") % " + pick("1000003", "4294967296", "0.75");
            case 3 -> "(" + operand() + " << " + pick("1", "3", "62", "64") + ") & 0xFFFFFFFF";
            case 4 -> operand() + " >> " + pick("1", "63", "70", variable());
            case 5 -> "(" + operand() + " ** 2) % " + pick("65536", "10.0");
            case 6 -> "l[" + pick("0", "3", "-1", variable() + " % 5") + "]";
            case 7 -> "(" + expression(depth - 1) + " if " + condition() + " else " + operand() + ")";
            case 8 ->
                "(" + variable() + " " + pick("+", "-", "*") + " " + variable() + ") & "
                        + pick("255", "0x7FFFFFFFFFFFFFFF");
            case 9 -> pick("min", "max") + "(" + operand() + ", " + operand() + ")";
            default -> "(" + expression(depth - 1) + " " + pick(ARITHMETIC) + " " + operand() + ")";
        };
    }

    private String condition() {
        return random.nextInt(4) == 0
                ? pick("", "not ") + variable()
                : operand() + " " + pick(COMPARISONS) + " " + operand();
    }

    private String operand() {
        return random.nextInt(3) == 0 ? constant() : random.nextInt(8) == 0 ? pick("i", "j") : variable();
    }

    private String constant() {
        // Small ints most of the time: with all kinds alike, nearly every operation would fail.
        return random.nextInt(4) == 0 ? pick(CONSTANTS) : CONSTANTS[random.nextInt(8)];
    }

    private String variable() {
        return VARIABLES[random.nextInt(random.nextInt(6) == 0 ? 5 : 4)];
    }

    private String pick(String... of) {
        return of[random.nextInt(of.length)];
    }

    /** Numbers of ticks after which the program is stopped and goes on. */
    static List<Integer> stops(long seed) {
        Random r = new Random(~seed);
        List<Integer> out = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            out.add(1 + r.nextInt(r.nextBoolean() ? 20 : 400));
        }
        return out;
    }
}
