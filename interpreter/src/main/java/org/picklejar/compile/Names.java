package org.picklejar.compile;

import org.picklejar.code.Op;
import org.picklejar.symbols.Scope;

/** Loads, stores and deletes of variables. Names are given as written; they are mangled here. */
final class Names {
    private final Unit u;

    Names(Unit u) {
        this.u = u;
    }

    /** The register of a local variable that is surely bound, or -1: then {@link #load}. */
    int bound(String name) {
        String n = u.mangle(name);
        for (Unit.Inlined c : u.inlined) {
            Scope.Binding b = c.scope().locals().contains(n) ? c.scope().binding(n) : null;
            if (b == Scope.Binding.LOCAL) {
                int r = c.registers().get(n);
                return u.assigned.get(r) ? r : -1;
            }
            if (b == Scope.Binding.CELL) {
                return -1;
            }
        }
        if (u.isFunction() && u.scope.binding(n) == Scope.Binding.LOCAL) {
            int r = u.local(n);
            return u.assigned.get(r) && !u.deleted.contains(n) ? r : -1;
        }
        return -1;
    }

    void load(String name, int dst) {
        if (name.equals(Definitions.GENERIC_BASE)) {
            u.emit(Op.MOVE, dst, u.local(name), 0);
            return;
        }
        String n = u.mangle(name);
        boolean inComprehension = false;
        for (Unit.Inlined c : u.inlined) {
            Scope.Binding b = c.scope().locals().contains(n) ? c.scope().binding(n) : null;
            if (b == Scope.Binding.LOCAL) {
                int r = c.registers().get(n);
                if (!u.assigned.get(r)) {
                    u.emit(Op.CHECK_LOCAL, -1, r, u.number(n, c));
                    u.assigned.set(r);
                }
                u.emit(Op.MOVE, dst, r, 0);
                return;
            }
            if (b == Scope.Binding.CELL) {
                u.emit(Op.LOAD_CELL, dst, c.registers().get(n), u.nameIndex(n));
                return;
            }
            inComprehension = true;
        }
        Scope.Binding b = u.scope.binding(n);
        if (u.isFunction()) {
            if (b == Scope.Binding.LOCAL) {
                int r = u.local(n);
                if (!u.assigned.get(r) || u.deleted.contains(n)) {
                    u.emit(Op.CHECK_LOCAL, -1, r, r);
                    if (!u.deleted.contains(n)) {
                        u.assigned.set(r);
                    }
                }
                u.emit(Op.MOVE, dst, r, 0);
            } else if (u.cell(n) >= 0) {
                u.emit(Op.LOAD_CELL, dst, u.cell(n), u.nameIndex(n));
            } else if (u.scope.canSeeClass() && b != Scope.Binding.GLOBAL_EXPLICIT && u.cell("__classdict__") >= 0) {
                int ns = u.temp();
                u.emit(Op.LOAD_CELL, ns, u.cell("__classdict__"), u.nameIndex("__classdict__"));
                u.emit(Op.LOAD_FROM_DICT_OR_GLOBAL, dst, ns, u.nameIndex(n));
                u.release(ns);
            } else {
                u.emit(Op.LOAD_GLOBAL, dst, u.nameIndex(n), 0);
            }
            return;
        }
        boolean isClass = u.scope.kind() == Scope.Kind.CLASS;
        if (isClass && u.cell(n) >= 0 && (b == Scope.Binding.FREE || inComprehension)) {
            u.emit(inComprehension ? Op.LOAD_CELL : Op.LOAD_CLASS_CELL, dst, u.cell(n), u.nameIndex(n));
        } else if (b == Scope.Binding.GLOBAL_EXPLICIT || isClass && inComprehension) {
            u.emit(Op.LOAD_GLOBAL, dst, u.nameIndex(n), 0);
        } else {
            u.emit(Op.LOAD_NAME, dst, u.nameIndex(n), 0);
        }
    }

    /** Where the value of an assignment to the name can be computed directly: a local's register, or -1. */
    int target(String name) {
        String n = u.mangle(name);
        return u.inlined.isEmpty() && u.isFunction() && u.scope.binding(n) == Scope.Binding.LOCAL ? u.local(n) : -1;
    }

    void store(String name, int src) {
        String n = u.mangle(name);
        for (Unit.Inlined c : u.inlined) {
            Scope.Binding b = c.scope().locals().contains(n) ? c.scope().binding(n) : null;
            if (b == Scope.Binding.LOCAL) {
                u.emit(Op.MOVE, c.registers().get(n), src, 0);
                u.assigned.set(c.registers().get(n));
                return;
            }
            if (b == Scope.Binding.CELL) {
                u.emit(Op.STORE_CELL, -1, c.registers().get(n), src);
                return;
            }
        }
        storeHere(n, src);
    }

    private void storeHere(String n, int src) {
        Scope.Binding b = u.scope.binding(n);
        if (b == Scope.Binding.GLOBAL_EXPLICIT || u.isFunction() && b == Scope.Binding.GLOBAL_IMPLICIT) {
            u.emit(Op.STORE_GLOBAL, -1, u.nameIndex(n), src);
        } else if (u.isFunction() && b == Scope.Binding.LOCAL) {
            int r = u.local(n);
            if (r != src) {
                u.emit(Op.MOVE, r, src, 0);
            }
            u.assigned.set(r);
        } else if (u.cell(n) >= 0 && (u.isFunction() || b == Scope.Binding.FREE)) {
            u.emit(Op.STORE_CELL, -1, u.cell(n), src);
        } else {
            u.emit(Op.STORE_NAME, src, u.nameIndex(n), 0);
        }
    }

    void delete(String name) {
        String n = u.mangle(name);
        Scope.Binding b = u.scope.binding(n);
        if (b == Scope.Binding.GLOBAL_EXPLICIT || u.isFunction() && b == Scope.Binding.GLOBAL_IMPLICIT) {
            u.emit(Op.DELETE_GLOBAL, -1, u.nameIndex(n), 0);
        } else if (u.isFunction() && b == Scope.Binding.LOCAL) {
            int r = u.local(n);
            u.emit(Op.CHECK_LOCAL, -1, r, r);
            u.emit(Op.CLEAR, r, 0, 0);
        } else if (u.cell(n) >= 0 && (u.isFunction() || b == Scope.Binding.FREE)) {
            u.emit(Op.DELETE_CELL, -1, u.cell(n), u.nameIndex(n));
        } else {
            int scratch = u.temp();
            u.emit(Op.DELETE_NAME, scratch, u.nameIndex(n), 0);
            u.release(scratch);
        }
    }

    /** Makes a name unbound without complaint, as at the end of an except clause. */
    void clear(String name) {
        String n = u.mangle(name);
        if (u.isFunction() && u.scope.binding(n) == Scope.Binding.LOCAL) {
            u.emit(Op.CLEAR, u.local(n), 0, 0);
            return;
        }
        int t = u.temp();
        u.emit(Op.LOAD_CONST, t, u.constant(null), 0);
        store(name, t);
        u.release(t);
        delete(name);
    }
}
