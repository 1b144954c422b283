package org.picklejar.imports;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.picklejar.builtins.CompileBuiltins;
import org.picklejar.builtins.SourceDecoder;
import org.picklejar.builtins.ast.AstBridgeModule;
import org.picklejar.code.CodeObject;
import org.picklejar.code.LibraryFiles;
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

/** Finds one module and starts its code: Java modules, then the path, one entry of which is the library that comes with the program. */
public final class Loader {
    /**
     * Where a module's source is: on the class path or in a file; nowhere for a namespace.
     *
     * @param name of the file, as the module has it; null for a namespace
     * @param path package directory for submodules, or null
     */
    private record Found(String name, Library.Source source, PyList path) {}

    private Loader() {}

    /** What no file on the path takes the place of: what CPython has loaded or frozen, and what all imports stand on. */
    private static final Set<String> FIRST = Set.of(
            "_collections_abc",
            "_sitebuiltins",
            "abc",
            "codecs",
            "encodings",
            "genericpath",
            "importlib",
            "io",
            "ntpath",
            "os",
            "posixpath",
            "runpy",
            "site",
            "stackless",
            "stat",
            "zipimport");

    private static final String OURS = "_picklejar_";

    /** Finds the module and pushes the frame of its code.
     * @param forUs whether code of ours imports it, which needs the library's
     * @return PENDING, or any value when there is no code to run */
    static PyObject load(Execution x, String name, boolean forUs) {
        if (name.startsWith(".")) {
            throw Errors.valueError("Empty module name");
        }
        checkParent(x, name);
        if (!hasOnlyOurFinders(x)) {
            return loadByFinders(x, name);
        }
        PyObject r = loadFirst(x, name, forUs);
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

    /** Loads a module that is found before the path is searched: one written in Java or built in, or among {@link #FIRST}.
     * @return null when there is none */
    private static PyObject loadFirst(Execution x, String name, boolean forUs) {
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
        Found f = findFirst(x, name, forUs);
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
        if (f.source() == null) {
            return compiled(x, f.name(), read(Path.of(f.name())));
        }
        String resource = f.source().resource();
        return LibraryCode.get(resource, () -> {
            CodeObject prepared = PrebuiltCode.find(resource);
            return prepared != null
                    ? prepared
                    : compiled(x, f.name(), f.source().bytes());
        });
    }

    /** The code of a source, from an earlier run or made now. */
    private static CodeObject compiled(Execution x, String name, byte[] source) {
        CodeCache cache = x.machine.state(CodeCache.class, m -> new CodeCache());
        CodeObject c = cache.get(name, source);
        if (c == null) {
            c = CompileBuiltins.compile(
                    x, SourceDecoder.decode(source), name, "exec", Compilation.Options.DEFAULT, false);
            cache.put(name, source, c);
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
                    && !LibraryFiles.isOurs(r.toString())
                    && !Files.isDirectory(directory(x, r.toString()))) {
                return true;
            }
        }
        return false;
    }

    /** The functions with which the Python side asks for ours. */
    public static void addHelpers(BiConsumer<String, BiFunction<Execution, PyObject[], PyObject>> add) {
        add.accept("load_from_library(name, /)", (x, a) -> orFalse(loadFirst(x, a[0].toString(), false)));
        add.accept("load_from_path(name, /)", (x, a) -> orFalse(loadFromPath(x, a[0].toString())));
        add.accept("module_not_found(name, /)", (x, a) -> {
            throw notFound(a[0].toString());
        });
        add.accept("find_in_library(name, /)", (x, a) -> {
            String name = a[0].toString();
            return isNative(name)
                    ? PyTuple.of(PyStr.of("built-in"), PySingleton.NONE)
                    : parts(findFirst(x, name, false));
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
                        || findFirst(x, name, false) != null
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

    private static Found findFirst(Execution x, String name, boolean forUs) {
        boolean first = forUs ? name.indexOf('.') < 0 : FIRST.contains(name) || name.startsWith(OURS);
        return first ? findInLibrary(x, name) : null;
    }

    /** @param path of the module below the library's folder */
    private static Found findInLibrary(Execution x, String path) {
        Library.Source source =
                x.machine.state(Library.class, m -> new Library(List.of())).find(path);
        if (source == null) {
            return null;
        }
        String file = source.fileName();
        PyList folder = source.isPackage() ? PyList.of(PyStr.of(file.substring(0, file.lastIndexOf('/')))) : null;
        return new Found(file, source, folder);
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
            if (!(Values.payload(root) instanceof PyStr r)) {
                continue;
            }
            String below = LibraryFiles.below(r.toString());
            Found ours = below == null ? null : findInLibrary(x, below.isEmpty() ? last : below + "/" + last);
            if (ours != null) {
                return ours;
            }
            // Of java.io: asking for what is not there costs its namesakes in java.nio an exception.
            File base;
            try {
                base = directory(x, r.toString()).toFile();
            } catch (InvalidPathException e) {
                // No file has such a name.
                continue;
            }
            File dir = new File(base, last);
            boolean isFolder = dir.isDirectory();
            File init = new File(dir, "__init__.py");
            if (isFolder && init.isFile()) {
                return new Found(init.toString(), null, PyList.of(PyStr.of(dir.toString())));
            }
            File file = new File(base, last + ".py");
            if (file.isFile()) {
                return new Found(file.toString(), null, null);
            }
            if (isFolder) {
                namespace.append(PyStr.of(dir.toString()));
            }
        }
        return namespace.size > 0 ? new Found(null, null, namespace) : null;
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
