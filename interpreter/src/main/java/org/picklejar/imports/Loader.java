package org.picklejar.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.picklejar.builtins.CompileBuiltins;
import org.picklejar.builtins.SourceDecoder;
import org.picklejar.builtins.ast.AstBridgeModule;
import org.picklejar.code.CodeObject;
import org.picklejar.compile.Compilation;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Names;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyCode;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyList;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.interp.PythonFrame;
import org.picklejar.modules.NativeModules;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Iteration;
import org.picklejar.ops.Values;
import org.picklejar.pickle.PickleModules;
import org.picklejar.text.StringText;

/** Finds one module and starts its code: Java modules, the library that comes with the program, then the path. */
public final class Loader {
    /**
     * Where a module's source is: on the class path or in a file; nowhere for a namespace.
     *
     * @param name of the file, as the module has it; null for a namespace
     * @param path package directory for submodules, or null
     */
    private record Found(String name, Library.Source source, PyList path) {}

    private Loader() {}

    /** Finds the module and pushes the frame of its code.
     * @return PENDING, or any value when there is no code to run */
    static PyObject load(Execution x, String name) {
        if (name.startsWith(".")) {
            throw Errors.valueError("Empty module name");
        }
        checkParent(x, name);
        if (!hasOnlyOurFinders(x)) {
            return loadByFinders(x, name);
        }
        PyObject r = loadFromLibrary(x, name);
        if (r == null) {
            r = loadFromPath(x, name);
        }
        if (r == null && hasUnusualEntries(x, name)) {
            return loadByFinders(x, name);
        }
        if (r == null) {
            throw notFound(name);
        }
        return r;
    }

    /** Loads a module that comes with the program.
     * @return null when there is none */
    private static PyObject loadFromLibrary(Execution x, String name) {
        PyModule m = NativeModules.create(x, name);
        if (m == null) {
            m = name.equals("_ast_bridge") ? AstBridgeModule.create(x) : PickleModules.create(x, name);
        }
        if (m != null) {
            x.machine.modules.put(name, m);
            describe(x, m, name, "built-in", null);
            return PySingleton.NONE;
        }
        if (BuiltinModules.NAMES.contains(name)) {
            m = new PyModule(name);
            describe(x, m, name, "built-in", null);
            return run(x, name, m, PrebuiltCode.of(Library.BUILTIN_MODULES, BuiltinModules.path(name)));
        }
        Found f = findInLibrary(x, name);
        return f == null ? null : start(x, name, f);
    }

    private static PyObject loadFromPath(Execution x, String name) {
        Found f = findOnPath(x, name, searchPath(x, name));
        return f == null ? null : start(x, name, f);
    }

    private static PyObject start(Execution x, String name, Found f) {
        PyModule m = new PyModule(name);
        describe(x, m, name, f.name(), f.path());
        if (f.name() == null) {
            x.machine.modules.put(name, m);
            return PySingleton.NONE;
        }
        m.namespace().put(Names.FILE, PyStr.of(f.name()));
        return run(x, name, m, code(x, f));
    }

    private static PyObject run(Execution x, String name, PyModule m, CodeObject code) {
        x.machine.modules.put(name, m);
        m.namespace().put(Names.BUILTINS, x.machine.builtins);
        return x.push(new PythonFrame(new PyCode(code), m.namespace(), x.machine.builtins, null));
    }

    private static CodeObject code(Execution x, Found f) {
        boolean ours = f.source() != null;
        CodeObject c = ours ? PrebuiltCode.find(f.source().resource()) : null;
        if (c != null) {
            return c;
        }
        CodeCache cache = x.machine.state(CodeCache.class, m -> new CodeCache());
        byte[] source = ours ? f.source().bytes() : read(Path.of(f.name()));
        c = cache.get(f.name(), source);
        if (c == null) {
            c = CompileBuiltins.compile(
                    x, SourceDecoder.decode(source), f.name(), "exec", Compilation.Options.DEFAULT, false);
            cache.put(f.name(), source, c);
        }
        return c;
    }

    // ---- finders of programs, whose loop is Python code (finders.py)

    private static boolean hasOnlyOurFinders(Execution x) {
        return x.machine.sys.get("meta_path") instanceof PyList finders
                        && finders.size == 2
                        && finders.items[0] == x.machine.helpers.get("LibraryFinder")
                        && finders.items[1] == x.machine.helpers.get("PathFinder")
                || x.machine.helpers.get("PathFinder") == null;
    }

    private static PyObject loadByFinders(Execution x, String name) {
        PyObject path = name.indexOf('.') > 0 ? searchPath(x, name) : PySingleton.NONE;
        return x.call(x.machine.helpers.get("import_by_finders"), PyStr.of(name), path);
    }

    /** Whether the path has entries that are no directories: hooks may know them. */
    private static boolean hasUnusualEntries(Execution x, String name) {
        PyObject roots = searchPath(x, name);
        if (roots == null) {
            return false;
        }
        for (PyObject root : Iteration.itemsNow(x, roots)) {
            if (Values.payload(root) instanceof PyStr r
                    && !r.toString().startsWith(Library.PREFIX)
                    && !Files.isDirectory(directory(x, r.toString()))) {
                return true;
            }
        }
        return false;
    }

    /** The functions with which the Python side asks for ours. */
    public static void addHelpers(BiConsumer<String, BiFunction<Execution, PyObject[], PyObject>> add) {
        add.accept("load_from_library(name, /)", (x, a) -> orFalse(loadFromLibrary(x, a[0].toString())));
        add.accept("load_from_path(name, /)", (x, a) -> orFalse(loadFromPath(x, a[0].toString())));
        add.accept("module_not_found(name, /)", (x, a) -> {
            throw notFound(a[0].toString());
        });
        add.accept("find_in_library(name, /)", (x, a) -> {
            String name = a[0].toString();
            return isNative(name) ? PyTuple.of(PyStr.of("built-in"), PySingleton.NONE) : parts(findInLibrary(x, name));
        });
        add.accept(
                "find_on_path(name, path, /)",
                (x, a) -> parts(
                        findOnPath(x, a[0].toString(), a[1] == PySingleton.NONE ? x.machine.sys.get("path") : a[1])));
    }

    private static PyObject orFalse(PyObject found) {
        return found == null ? PyBool.FALSE : found;
    }

    private static PyObject parts(Found f) {
        return f == null
                ? PySingleton.NONE
                : PyTuple.of(
                        f.name() == null ? PySingleton.NONE : PyStr.of(f.name()),
                        f.path() == null ? PySingleton.NONE : f.path());
    }

    // ---- finding

    private static boolean isNative(String name) {
        return List.of(NativeModules.NAMES).contains(name)
                || List.of(PickleModules.NAMES).contains(name)
                || BuiltinModules.NAMES.contains(name);
    }

    static boolean exists(Execution x, String name) {
        if (hasOnlyOurFinders(x)
                && (isNative(name)
                        || findInLibrary(x, name) != null
                        || findOnPath(x, name, searchPath(x, name)) != null)) {
            return true;
        }
        if (hasOnlyOurFinders(x) && !hasUnusualEntries(x, name)) {
            return false;
        }
        PyObject path = name.indexOf('.') > 0 ? searchPath(x, name) : PySingleton.NONE;
        return x.callAndWait(x.machine.helpers.get("find_spec"), PyStr.of(name), path) != PySingleton.NONE;
    }

    /** The {@code __path__} of the package that a module is in; {@code sys.path} for others; null when there is none. */
    private static PyObject searchPath(Execution x, String name) {
        int dot = name.lastIndexOf('.');
        if (dot < 0) {
            return x.machine.sys.get("path");
        }
        PyObject parent = x.machine.modules.get(name.substring(0, dot));
        return parent == null ? null : Attributes.getNow(x, parent, Names.PATH);
    }

    private static Found findInLibrary(Execution x, String name) {
        Library library = x.machine.state(Library.class, m -> new Library(List.of()));
        Library.Source source = library.find(name);
        if (source == null || name.indexOf('.') > 0 && !isOurs(searchPath(x, name))) {
            return null;
        }
        String file = Library.fileName(source.root(), source.path());
        PyList path = source.isPackage() ? PyList.of(PyStr.of(file.substring(0, file.lastIndexOf('/')))) : null;
        return new Found(file, source, path);
    }

    private static Found findOnPath(Execution x, String name, PyObject roots) {
        if (roots == null) {
            return null;
        }
        String last = name.substring(name.lastIndexOf('.') + 1);
        if (last.indexOf('\0') >= 0) {
            // No file has such a name.
            return null;
        }
        PyList namespace = new PyList();
        for (PyObject root : Iteration.itemsNow(x, roots)) {
            if (!(Values.payload(root) instanceof PyStr r) || r.toString().startsWith(Library.PREFIX)) {
                continue;
            }
            Path base;
            Path dir;
            try {
                base = directory(x, r.toString());
                dir = base.resolve(last);
            } catch (InvalidPathException e) {
                // No file has such a name.
                continue;
            }
            Path init = dir.resolve("__init__.py");
            if (Files.isRegularFile(init)) {
                return new Found(init.toString(), null, PyList.of(PyStr.of(dir.toString())));
            }
            Path file = base.resolve(last + ".py");
            if (Files.isRegularFile(file)) {
                return new Found(file.toString(), null, null);
            }
            if (Files.isDirectory(dir)) {
                namespace.append(PyStr.of(dir.toString()));
            }
        }
        return namespace.size > 0 ? new Found(null, null, namespace) : null;
    }

    private static boolean isOurs(PyObject path) {
        return path instanceof PyList l && l.size > 0 && l.items[0].toString().startsWith(Library.PREFIX);
    }

    private static Path directory(Execution x, String root) {
        PyObject cwd = x.machine.helpers.get("working_directory");
        Path base = Path.of(cwd == null ? System.getProperty("user.dir") : cwd.toString());
        return base.resolve(root);
    }

    private static byte[] read(Path p) {
        try {
            return Files.readAllBytes(p);
        } catch (IOException e) {
            throw Errors.of(ExceptionTypes.IMPORT_ERROR, PyStr.of("cannot read " + p + ": " + e.getMessage()));
        }
    }

    private static void describe(Execution x, PyModule m, String name, String origin, PyList path) {
        PyDict ns = m.namespace();
        int dot = name.lastIndexOf('.');
        ns.put(Names.PACKAGE, PyStr.of(path != null ? name : dot < 0 ? "" : name.substring(0, dot)));
        if (path != null) {
            ns.put(Names.PATH, path);
        }
        PyObject makeSpec = x.machine.helpers.get("make_spec");
        if (makeSpec != null) {
            PyObject spec = x.callAndWait(
                    makeSpec,
                    PyStr.of(name),
                    origin == null ? PySingleton.NONE : PyStr.of(origin),
                    path == null ? PySingleton.NONE : path);
            ((PyInstance) spec).setField(PyStr.of("_initializing"), PyBool.TRUE);
            ns.put(Names.SPEC, spec);
            ns.put(Names.LOADER, Attributes.getNow(x, spec, PyStr.of("loader")));
        }
    }

    private static void checkParent(Execution x, String name) {
        int dot = name.lastIndexOf('.');
        if (dot > 0) {
            String parent = name.substring(0, dot);
            PyObject p = x.machine.modules.get(parent);
            if (p != null && Attributes.getNow(x, p, Names.PATH) == null && !isNative(name)) {
                throw ImportFrame.notFound(
                        "No module named " + StringText.repr(name) + "; " + StringText.repr(parent)
                                + " is not a package",
                        name);
            }
        }
    }

    private static PyException notFound(String name) {
        return ImportFrame.notFound("No module named " + StringText.repr(name), name);
    }
}
