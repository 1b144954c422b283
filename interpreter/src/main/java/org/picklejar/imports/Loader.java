package org.picklejar.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.picklejar.builtins.ast.AstBridgeModule;
import org.picklejar.builtins.CompileBuiltins;
import org.picklejar.builtins.SourceDecoder;
import org.picklejar.code.CodeObject;
import org.picklejar.compile.Compilation;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Names;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyCode;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyList;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.interp.PythonFrame;
import org.picklejar.modules.NativeModules;
import org.picklejar.pickle.PickleModules;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Iteration;
import org.picklejar.ops.Values;

/** Finds one module and starts its code: Java modules, the library that comes with the program, then the path. */
public final class Loader {
    /** Where a module's source is. @param path package directory for submodules, or null; namespace when there is no source */
    private record Found(String file, byte[] source, PyList path) {}

    private Loader() {}

    /** Makes the module and pushes the frame of its code. @return PENDING, or None when there is no code to run */
    static PyObject load(Execution x, String name) {
        PyModule m = NativeModules.create(x, name);
        if (m == null) {
            m = name.equals("_ast_bridge") ? AstBridgeModule.create(x) : PickleModules.create(x, name);
        }
        if (m != null) {
            x.machine.modules.put(name, m);
            describe(x, m, name, "built-in", null);
            return PySingleton.NONE;
        }
        PyObject custom = customFinders(x, name);
        if (custom != null) {
            return custom;
        }
        Found f = find(x, name);
        if (f == null) {
            throw missing(x, name);
        }
        m = new PyModule(name);
        describe(x, m, name, f.file(), f.path());
        x.machine.modules.put(name, m);
        if (f.source() == null) {
            return PySingleton.NONE;
        }
        PyDict ns = m.namespace();
        ns.put(Names.FILE, PyStr.of(f.file()));
        ns.put(Names.BUILTINS, x.machine.builtins);
        PyCode code = new PyCode(code(x, f));
        return x.push(new PythonFrame(code, ns, x.machine.builtins, null));
    }

    private static CodeObject code(Execution x, Found f) {
        CodeCache cache = x.machine.state(CodeCache.class, m -> new CodeCache());
        CodeObject c = cache.get(f.file(), f.source());
        if (c == null) {
            c = CompileBuiltins.compile(SourceDecoder.decode(f.source()), f.file(), "exec", Compilation.Options.DEFAULT, false);
            cache.put(f.file(), f.source(), c);
        }
        return c;
    }

    /** Finders that a program has put before ours on {@code sys.meta_path}; null when none knows the module. */
    private static PyObject customFinders(Execution x, String name) {
        if (!(x.machine.sys.get("meta_path") instanceof PyList finders) || finders.size == 0) {
            return null;
        }
        PyObject helper = x.machine.helpers.get("import_by_finders");
        PyObject path = PySingleton.NONE;
        int dot = name.lastIndexOf('.');
        if (dot > 0) {
            PyObject parent = x.machine.modules.get(name.substring(0, dot));
            path = parent == null ? PySingleton.NONE : Attributes.getNow(x, parent, Names.PATH);
        }
        PyObject given = path == null ? PySingleton.NONE : path;
        PyObject r = x.await(() -> x.call(helper, PyStr.of(name), given));
        return r == PySingleton.NONE ? null : r;
    }

    static boolean exists(Execution x, String name) {
        for (String n : NativeModules.NAMES) {
            if (n.equals(name)) {
                return true;
            }
        }
        return List.of(PickleModules.NAMES).contains(name) || find(x, name) != null;
    }

    private static Found find(Execution x, String name) {
        Library library = x.machine.state(Library.class, m -> new Library(java.util.List.of()));
        String lib = library.find(name);
        int dot = name.lastIndexOf('.');
        PyObject searched = null;
        if (dot > 0) {
            PyObject parent = x.machine.modules.get(name.substring(0, dot));
            searched = parent == null ? null : Attributes.getNow(x, parent, Names.PATH);
            if (searched == null && lib == null) {
                return null;
            }
        }
        if (lib != null && (dot < 0 || isOurs(searched))) {
            String file = Library.PREFIX + lib;
            PyList path = lib.endsWith("/__init__.py") ? PyList.of(PyStr.of(file.substring(0, file.lastIndexOf('/')))) : null;
            return new Found(file, library.read(lib), path);
        }
        PyObject roots = dot > 0 ? searched : x.machine.sys.get("path");
        if (roots == null) {
            return null;
        }
        String last = name.substring(dot + 1);
        PyList namespace = new PyList();
        for (PyObject root : Iteration.itemsNow(x, roots)) {
            if (!(Values.payload(root) instanceof PyStr r)) {
                continue;
            }
            Path base = directory(x, r.toString());
            Path dir = base.resolve(last);
            Path init = dir.resolve("__init__.py");
            if (Files.isRegularFile(init)) {
                return new Found(init.toString(), read(init), PyList.of(PyStr.of(dir.toString())));
            }
            Path file = base.resolve(last + ".py");
            if (Files.isRegularFile(file)) {
                return new Found(file.toString(), read(file), null);
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
            PyObject spec = x.callAndWait(makeSpec, PyStr.of(name), origin == null ? PySingleton.NONE : PyStr.of(origin),
                path == null ? PySingleton.NONE : path);
            ((PyInstance) spec).setField(PyStr.of("_initializing"), PyBool.TRUE);
            ns.put(Names.SPEC, spec);
            ns.put(Names.LOADER, Attributes.getNow(x, spec, PyStr.of("loader")));
        }
    }

    private static RuntimeException missing(Execution x, String name) {
        int dot = name.lastIndexOf('.');
        if (dot > 0) {
            String parent = name.substring(0, dot);
            PyObject p = x.machine.modules.get(parent);
            if (p != null && Attributes.getNow(x, p, Names.PATH) == null) {
                return ImportFrame.notFound("No module named '" + name + "'; '" + parent + "' is not a package", name);
            }
        }
        return ImportFrame.notFound("No module named '" + name + "'", name);
    }
}
