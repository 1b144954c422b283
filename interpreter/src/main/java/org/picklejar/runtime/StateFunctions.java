package org.picklejar.runtime;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.picklejar.code.CodeObject;
import org.picklejar.code.LibraryFiles;
import org.picklejar.core.AsyncgenHooks;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.InnerFunction;
import org.picklejar.core.Machine;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyCell;
import org.picklejar.core.PyCode;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyFunction;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyMemoryView;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.ReboundNames;
import org.picklejar.imports.ImportFrame;
import org.picklejar.interp.FrameLocalsProxy;
import org.picklejar.interp.PythonFrame;
import org.picklejar.modules.abc.AbcModule;
import org.picklejar.modules.asyncio.AsyncioParts;
import org.picklejar.modules.compression.LzmaModule;
import org.picklejar.modules.contextvars.PyContext;
import org.picklejar.modules.contextvars.PyToken;
import org.picklejar.modules.csv.CsvDialect;
import org.picklejar.modules.csv.CsvReader;
import org.picklejar.modules.csv.CsvWriter;
import org.picklejar.modules.digests.DigestModules;
import org.picklejar.modules.digests.PyDigest;
import org.picklejar.modules.expat.PyXmlParser;
import org.picklejar.modules.functools.LruCache;
import org.picklejar.modules.io.PyIOBase;
import org.picklejar.modules.io.PyNewlineDecoder;
import org.picklejar.modules.json.JsonScanner;
import org.picklejar.modules.posix.DirectoryEntries;
import org.picklejar.modules.queue.PySimpleQueue;
import org.picklejar.modules.sre.SrePattern;
import org.picklejar.modules.threads.ThreadHandle;
import org.picklejar.modules.threads.ThreadLocal;
import org.picklejar.modules.weakref.PyWeakReference;
import org.picklejar.modules.zlib.ZlibModule;
import org.picklejar.ops.Values;
import org.picklejar.pickle.ClosurePlaces;
import org.picklejar.pickle.FileNames;
import org.picklejar.pickle.Modules;
import org.picklejar.pickle.TaskletSearch;
import org.picklejar.tasklets.Scheduler;
import org.picklejar.tasklets.Tasklet;

/** What pickles and saved states need of the interpreter: functions of module {@code _stackless}. */
final class StateFunctions {
    private StateFunctions() {}

    static void addTo(Machine m, PyDict ns) {
        ns.put("_import", m.builtins.get("__import__"));
        InnerFunction.add(
                ns,
                "_pickle_moduledict(pickler, dict, /) -- How a dict that is a module's namespace is pickled, as __reduce__ says it: by the module's name. "
                        + "None for other dicts.",
                (x, a) -> Modules.reduceNamespace(x, a[1]));
        InnerFunction.add(ns, "_set_closure(function, closure, /)", (x, a) -> {
            PyFunction f = (PyFunction) a[0];
            PyTuple cells = (PyTuple) a[1];
            for (int i = 0; i < f.closure.length; i++) {
                f.closure[i] = (PyCell) cells.get(i);
            }
            return PySingleton.NONE;
        });
        InnerFunction.add(
                ns,
                "_is_library_file(name, /)",
                (x, a) -> PyBool.of(a[0] instanceof PyStr s && LibraryFiles.isOurs(s.toString())));
        InnerFunction.add(ns, "_source_line(file, line, /)", (x, a) -> {
            String line = SourceTexts.of(m).line(a[0].toString(), Values.toInt(x, a[1]));
            return line == null ? PySingleton.NONE : PyStr.of(line);
        });
        InnerFunction.add(ns, "_source_text(file, /)", (x, a) -> {
            String text = SourceTexts.of(m).text(a[0].toString());
            return text == null ? PySingleton.NONE : PyStr.of(text);
        });
        InnerFunction.add(ns, "_add_source(file, text, /)", (x, a) -> {
            SourceTexts.of(m).add(a[0].toString(), a[1].toString());
            return PySingleton.NONE;
        });
        InnerFunction.add(ns, "_rename_files(names, /)", (x, a) -> {
            Map<String, String> names = new HashMap<>();
            for (PyObject old : ((PyDict) a[0]).keyArray()) {
                names.put(old.toString(), ((PyDict) a[0]).get(old.toString()).toString());
            }
            FileNames.of(x).rename(names);
            return PySingleton.NONE;
        });
        InnerFunction.add(ns, "_cell_of(tasklet, /)", (x, a) -> {
            String cell = Cells.of(m).nameOf(((Tasklet) a[0]).origin);
            return cell == null ? PySingleton.NONE : PyStr.of(cell);
        });
        InnerFunction.add(
                ns,
                "_global_names(code, /)",
                (x, a) -> PyTuple.of(((PyCode) a[0])
                        .code.globalNames().stream().map(PyStr::of).toArray(PyObject[]::new)));
        InnerFunction.add(
                ns,
                "_imported_names(code, /)",
                (x, a) -> PyTuple.of(((PyCode) a[0])
                        .code.importedNames().stream().map(PyStr::of).toArray(PyObject[]::new)));
        InnerFunction.add(ns, "_code_magic()", (x, a) -> PyInt.of(CodeObject.MAGIC));
        InnerFunction.add(
                ns,
                "_reachable_tasklets(roots, through, /)",
                (x, a) -> TaskletSearch.reachable(((PyList) a[0]).toArray(), a[1] == PyBool.TRUE));
        InnerFunction.add(
                ns, "_tasklet_rows(tasklets, variables, /)", (x, a) -> TaskletRows.of(x, (PyList) a[0], (PyDict) a[1]));
        InnerFunction.add(
                ns,
                "_leading_to(values, tasklets, /)",
                (x, a) -> TaskletSearch.leading(((PyList) a[0]).toArray(), ((PyList) a[1]).toArray()));
        InnerFunction.add(ns, "_modules_in_progress(tasklets, /)", (x, a) -> modulesInProgress(x, (PyList) a[0]));
        InnerFunction.add(ns, "_running_code(tasklets, /)", (x, a) -> runningCode(x, (PyList) a[0]));
        InnerFunction.add(
                ns,
                "_rebound_names(owner, /)",
                (x, a) -> PyTuple.of(ReboundNames.of(m).in(a[0] instanceof PyType c ? c.namespace() : a[0]).stream()
                        .map(PyStr::of)
                        .toArray(PyObject[]::new)));
        InnerFunction.add(
                ns,
                "_closure_places(modules, held, emptied, fill, /)",
                (x, a) -> ClosurePlaces.of(x, ((PyList) a[0]).toArray(), a[1], a[2], a[3]));
        InnerFunction.add(
                ns,
                "_try_states(states, directory, /)",
                (x, a) -> m.state(StateTrial.class, k -> null).load(x, (PyList) a[0], a[1].toString()));
        InnerFunction.add(ns, "_pending_runs()", (x, a) -> Scheduler.of(x).pendingRuns());
        InnerFunction.add(
                ns, "_get_running_loop()", (x, a) -> orNone(Scheduler.of(x).current().runningLoop));
        InnerFunction.add(
                ns,
                "_set_running_loop(loop, /)",
                (x, a) -> setLoop(Scheduler.of(x).current(), a[0]));
        InnerFunction.add(ns, "_running_loop_of(tasklet, /)", (x, a) -> orNone(((Tasklet) a[0]).runningLoop));
        InnerFunction.add(ns, "_set_running_loop_of(tasklet, loop, /)", (x, a) -> setLoop((Tasklet) a[0], a[1]));
        InnerFunction.add(ns, "_asyncgen_hooks_of(tasklet, /)", (x, a) -> {
            AsyncgenHooks hooks = ((Tasklet) a[0]).asyncgenHooks();
            return hooks == null ? PySingleton.NONE : PyTuple.of(orNone(hooks.first()), orNone(hooks.finalizer()));
        });
        InnerFunction.add(ns, "_set_asyncgen_hooks_of(tasklet, hooks, /)", (x, a) -> {
            PyTuple hooks = (PyTuple) a[1];
            ((Tasklet) a[0])
                    .setAsyncgenHooks(
                            new AsyncgenHooks(SysModule.orNull(hooks.get(0)), SysModule.orNull(hooks.get(1))));
            return PySingleton.NONE;
        });
        InnerFunction.add(ns, "_restore_runs(runs, /)", (x, a) -> {
            Scheduler.of(x).restoreRuns((PyList) a[0]);
            return PySingleton.NONE;
        });
        objects(ns);
    }

    private static PyObject orNone(PyObject o) {
        return o == null ? PySingleton.NONE : o;
    }

    private static PyObject setLoop(Tasklet t, PyObject loop) {
        t.runningLoop = loop == PySingleton.NONE ? null : loop;
        return PySingleton.NONE;
    }

    /** Pairs of a code object that some tasklets are running, and its globals. */
    private static PyList runningCode(Execution x, PyList tasklets) {
        PyList pairs = new PyList();
        Map<PyCode, PyDict> last = new IdentityHashMap<>();
        for (PyObject t : tasklets.toArray()) {
            for (Frame f = ((Tasklet) t).frame(x); f != null; f = f.back) {
                if (f instanceof PythonFrame p && last.put(p.code, p.globals) != p.globals) {
                    pairs.append(PyTuple.of(p.code, p.globals));
                }
            }
        }
        return pairs;
    }

    /** The modules in {@code sys.modules} whose code some tasklets are running. */
    private static PyList modulesInProgress(Execution x, PyList tasklets) {
        PyList modules = new PyList();
        for (PyObject t : tasklets.toArray()) {
            for (Frame f = ((Tasklet) t).frame(x); f != null; f = f.back) {
                PyObject m =
                        f instanceof ImportFrame i && i.running() != null ? x.machine.modules.get(i.running()) : null;
                if (m instanceof PyModule) {
                    modules.append(m);
                }
            }
        }
        return modules;
    }

    /** The insides of objects that have no other way to be taken apart. */
    private static void objects(PyDict ns) {
        InnerFunction.add(ns, "_token_parts(token, /)", (x, a) -> ((PyToken) a[0]).parts());
        InnerFunction.add(
                ns, "_make_token(context, variable, old, used, /)", (x, a) -> PyToken.of(a[0], a[1], a[2], a[3]));
        InnerFunction.add(ns, "_fill_context(context, items, /)", (x, a) -> {
            ((PyContext) a[0]).fill((PyList) a[1]);
            return PySingleton.NONE;
        });
        InnerFunction.add(ns, "_cache_parts(cache, /)", (x, a) -> ((LruCache) a[0]).parts());
        InnerFunction.add(ns, "_fill_cache(cache, hits, misses, content, /)", (x, a) -> {
            ((LruCache) a[0]).restore(x, a[1], a[2], (PyDict) a[3]);
            return PySingleton.NONE;
        });
        InnerFunction.add(ns, "_register_virtual(cls, subclass, /)", (x, a) -> {
            AbcModule.addRegistered(x, (PyType) a[0], (PyType) a[1]);
            return PySingleton.NONE;
        });
        InnerFunction.add(ns, "_virtual_bases(cls, /)", (x, a) -> AbcModule.virtualBases(x, (PyType) a[0]));
        InnerFunction.add(ns, "_thread_local_parts(local, /)", (x, a) -> ((ThreadLocal) a[0]).parts(x));
        InnerFunction.add(
                ns,
                "_make_thread_local(cls, args, names, attributes, /)",
                (x, a) -> ThreadLocal.of(x, (PyType) a[0], (PyTuple) a[1], a[2], a[3]));
        InnerFunction.add(
                ns, "_digest_parts(o, /)", (x, a) -> a[0] instanceof PyDigest d ? d.parts() : PySingleton.NONE);
        InnerFunction.add(
                ns,
                "_restore_digest(type, name, state, /)",
                (x, a) -> DigestModules.restore(a[0], a[1].toString(), ((PyBytes) a[2]).value));
        InnerFunction.add(ns, "_zlib_parts(o, /)", (x, a) -> ZlibModule.parts(a[0]));
        InnerFunction.add(ns, "_restore_zlib(parts, /)", (x, a) -> ZlibModule.restore((PyTuple) a[0]));
        InnerFunction.add(ns, "_expat_parts(o, /)", (x, a) -> PyXmlParser.parts(a[0]));
        InnerFunction.add(ns, "_restore_expat(parts, /)", (x, a) -> PyXmlParser.restore((PyTuple) a[0]));
        InnerFunction.add(ns, "_expat_handlers(o, /)", (x, a) -> PyXmlParser.handlers(a[0]));
        InnerFunction.add(ns, "_fill_expat(o, handlers, /)", (x, a) -> {
            PyXmlParser.fill(a[0], (PyDict) a[1]);
            return PySingleton.NONE;
        });
        InnerFunction.add(ns, "_compression_parts(o, /)", (x, a) -> LzmaModule.parts(a[0]));
        InnerFunction.add(ns, "_restore_compression(parts, /)", (x, a) -> LzmaModule.restore((PyTuple) a[0]));
        InnerFunction.add(
                ns, "_queue_items(o, /)", (x, a) -> a[0] instanceof PySimpleQueue q ? q.items() : PySingleton.NONE);
        InnerFunction.add(ns, "_asyncio_parts(o, /)", (x, a) -> orNone(AsyncioParts.of(a[0])));
        InnerFunction.add(ns, "_steps_of_tasks(tasklets, /)", (x, a) -> {
            PyList steps = new PyList();
            for (PyObject t : ((PyList) a[0]).toArray()) {
                AsyncioParts.addSteps(steps, ((Tasklet) t).frame(x));
            }
            return steps;
        });
        InnerFunction.add(ns, "_make_future(type, /)", (x, a) -> AsyncioParts.future(x, (PyType) a[0]));
        InnerFunction.add(ns, "_make_future_iterator()", (x, a) -> AsyncioParts.iterator());
        InnerFunction.add(ns, "_make_task_callback(kind, /)", (x, a) -> AsyncioParts.callback(a[0].toString()));
        InnerFunction.add(ns, "_fill_asyncio(o, parts, /)", (x, a) -> {
            AsyncioParts.fill(x, a[0], (PyTuple) a[1]);
            return PySingleton.NONE;
        });
        ns.put("_DirectoryIterator", DirectoryEntries.ITERATOR_TYPE);
        InnerFunction.add(ns, "_directory_parts(o, /)", (x, a) -> {
            PyTuple parts = DirectoryEntries.parts(x, a[0]);
            return parts == null ? PySingleton.NONE : parts;
        });
        InnerFunction.add(ns, "_restore_directory(parts, /)", (x, a) -> DirectoryEntries.of(x, (PyTuple) a[0]));
        InnerFunction.add(ns, "_csv_reader_parts(reader, /)", (x, a) -> ((CsvReader) a[0]).parts());
        InnerFunction.add(
                ns,
                "_make_csv_reader(lines, dialect, number, /)",
                (x, a) -> CsvReader.of(a[0], (CsvDialect) a[1], Values.toInt(a[2])));
        InnerFunction.add(ns, "_csv_write(writer, /)", (x, a) -> ((CsvWriter) a[0]).write());
        InnerFunction.add(ns, "_make_csv_writer(write, dialect, /)", (x, a) -> new CsvWriter(a[0], (CsvDialect) a[1]));
        InnerFunction.add(ns, "_stream_parts(stream, /)", (x, a) -> {
            PyTuple parts = ((PyIOBase) a[0]).parts();
            return parts == null ? PySingleton.NONE : parts;
        });
        InnerFunction.add(ns, "_fill_stream(stream, parts, /)", (x, a) -> {
            ((PyIOBase) a[0]).fill(x, (PyTuple) a[1]);
            return PySingleton.NONE;
        });
        InnerFunction.add(ns, "_newline_parts(decoder, /)", (x, a) -> ((PyNewlineDecoder) a[0]).parts());
        InnerFunction.add(ns, "_fill_newline(decoder, parts, /)", (x, a) -> {
            ((PyNewlineDecoder) a[0]).fill((PyTuple) a[1]);
            return PySingleton.NONE;
        });
        InnerFunction.add(ns, "_pattern_parts(pattern, /)", (x, a) -> ((SrePattern) a[0]).parts());
        InnerFunction.add(ns, "_scanner_parts(scanner, /)", (x, a) -> ((JsonScanner) a[0]).parts());
        InnerFunction.add(ns, "_fill_scanner(scanner, parts, /)", (x, a) -> {
            ((JsonScanner) a[0]).fill((PyTuple) a[1]);
            return PySingleton.NONE;
        });
        InnerFunction.add(ns, "_frame_of_locals(proxy, /)", (x, a) -> ((FrameLocalsProxy) a[0]).frame(x));
        InnerFunction.add(ns, "_view_parts(view, /)", (x, a) -> ((PyMemoryView) a[0]).parts());
        InnerFunction.add(ns, "_make_view(parts, /)", (x, a) -> PyMemoryView.ofParts(a[0]));
        InnerFunction.add(ns, "_thread_parts(handle, /)", (x, a) -> ((ThreadHandle) a[0]).parts());
        InnerFunction.add(
                ns,
                "_make_thread(ident, started, /)",
                (x, a) -> ThreadHandle.ofParts(((PyInt) a[0]).value, a[1] == PyBool.TRUE));
        InnerFunction.add(ns, "_reference_parts(reference, /)", (x, a) -> ((PyWeakReference) a[0]).parts());
        InnerFunction.add(
                ns,
                "_make_reference(type, object, callback, hash, /)",
                (x, a) -> PyWeakReference.ofParts(x, (PyType) a[0], a[1], a[2], a[3]));
    }
}
