package org.picklejar.kernel.launch;

import org.picklejar.runtime.Interpreter;
import org.picklejar.runtime.Runtime;

/** Loads the classes that a kernel and a script need, so that the JVM can put them into its class-data archive. */
public final class Warmup {
    private static final String CODE = """
        import os, re, json, random, collections, functools
        class A:
            def __init__(self): self.x = [i * i for i in range(10)]
            def __repr__(self): return f'{self.x!r:>10}'
        print(A(), {1: 2}, 'a'.upper(), 1.5, 2 ** 100, sorted([3, 1, 2]))
        try:
            1 / 0
        except ZeroDivisionError as e:
            print(e)
        """;

    private Warmup() {}

    public static void main(String[] args) {
        try (Runtime r = Runtime.builder().output((s, t, o) -> {}).build()) {
            r.execute(new Interpreter.Cell(CODE, "<warmup>", null, true, false));
        }
        System.exit(0);
    }
}
