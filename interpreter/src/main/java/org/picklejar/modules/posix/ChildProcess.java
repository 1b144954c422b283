package org.picklejar.modules.posix;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.picklejar.core.Execution;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.modules.OsFailure;
import org.picklejar.ops.Iteration;
import org.picklejar.ops.Values;

/** Starts a program: what {@code _posixsubprocess.fork_exec} needs. By Java where that is enough, else by the system. */
final class ChildProcess {
    private ChildProcess() {}

    static void addTo(ModuleBuilder b) {
        b.tailN(
                "_spawn(args, executables, cwd, env, stdin: index, stdout: index, stderr: index, wrapper, pass_fds, close_fds: bool, setsid: bool, pgid: index, restore_signals: bool, /)",
                ChildProcess::spawn);
    }

    /** @param a three descriptors, -1 to inherit, and words that are put before the command. @return the pid; OSError when no executable can be started */
    private static PyObject spawn(Execution x, PyObject[] a) {
        SortedMap<Integer, OpenFile> files = files(x, a);
        boolean bySystem = files.lastKey() > 2
                || Values.toInt(a[11]) >= 0
                || files.values().stream().anyMatch(OpenFile::isOfSystem);
        List<String> command = new ArrayList<>();
        for (PyObject o : Iteration.itemsNow(x, a[0])) {
            command.add(FileName.argument(o));
        }
        int length = command.size();
        Path directory = a[2] == PySingleton.NONE
                ? Environment.of(x).directory()
                : Environment.of(x).resolve(FileName.argument(a[2]));
        if (!Files.isDirectory(directory)) {
            throw OsFailure.of(OsFailure.ENOENT, a[2]);
        }
        int[] fds = {Values.toInt(a[4]), Values.toInt(a[5]), Values.toInt(a[6])};
        int error = OsFailure.ENOENT;
        for (PyObject o : Iteration.itemsNow(x, a[1])) {
            Path executable = directory.resolve(FileName.argument(o));
            if (!Files.exists(executable)) {
                continue;
            }
            if (!Files.isExecutable(executable) || Files.isDirectory(executable)) {
                error = OsFailure.EACCES;
                continue;
            }
            if (bySystem) {
                return PyInt.of(startBySystem(x, a, executable.toString(), directory, files));
            }
            command.set(0, executable.toString());
            if (Values.isTrue(a[10])) {
                command.add(command.size() - length, "setsid");
            }
            for (PyObject word : Iteration.itemsNow(x, a[7])) {
                command.add(command.size() - length, FileName.argument(word));
            }
            return PyInt.of(start(x, command, directory, a[3], fds));
        }
        throw OsFailure.of(error);
    }

    /** What the child has open, by its numbers; never without the standard streams. */
    private static SortedMap<Integer, OpenFile> files(Execution x, PyObject[] a) {
        FileTable t = FileTable.of(x);
        SortedMap<Integer, OpenFile> files = t.inherited();
        if (Values.isTrue(a[9])) {
            files.tailMap(3).clear();
        }
        for (PyObject fd : Iteration.itemsNow(x, a[8])) {
            files.put(Values.toInt(x, fd), t.get(Values.toInt(x, fd)));
        }
        for (int i = 0; i < 3; i++) {
            int fd = Values.toInt(a[4 + i]);
            if (fd >= 0) {
                files.put(i, t.get(fd));
            }
        }
        return files;
    }

    private static int startBySystem(
            Execution x, PyObject[] a, String executable, Path directory, SortedMap<Integer, OpenFile> files) {
        List<byte[]> arguments = SystemSpawn.allBytes(x, a[0]);
        byte[] path = SystemSpawn.bytes(executable);
        List<byte[]> wrapper = SystemSpawn.allBytes(x, a[7]);
        if (!wrapper.isEmpty()) {
            wrapper.add(path);
            wrapper.addAll(arguments.subList(1, arguments.size()));
            path = wrapper.get(0);
            arguments = wrapper;
        }
        return SystemSpawn.start(
                x,
                path,
                arguments,
                a[3] == PySingleton.NONE ? SystemSpawn.variables(x) : SystemSpawn.allBytes(x, a[3]),
                directory,
                files,
                Values.isTrue(a[10]),
                Values.toInt(a[11]),
                List.of(),
                SystemSpawn.restored(Values.isTrue(a[12])));
    }

    private static long start(Execution x, List<String> command, Path directory, PyObject env, int[] fds) {
        ProcessBuilder b = Processes.builder(x, command.toArray(String[]::new)).directory(directory.toFile());
        if (env != PySingleton.NONE) {
            b.environment().clear();
            for (PyObject o : Iteration.itemsNow(x, env)) {
                String s = FileName.argument(o);
                int eq = s.indexOf('=', 1);
                if (eq > 0) {
                    b.environment().put(s.substring(0, eq), s.substring(eq + 1));
                }
            }
        }
        OpenFile[] files = new OpenFile[3];
        for (int i = 0; i < 3; i++) {
            files[i] = fds[i] < 0 || fds[i] == i && !(Pipe.of(FileTable.of(x).get(i)) != null)
                    ? null
                    : FileTable.of(x).get(fds[i]);
        }
        b.redirectErrorStream(files[2] != null && files[2] == files[1]);
        b.redirectInput(input(files[0]));
        b.redirectOutput(output(files[1]));
        if (!b.redirectErrorStream()) {
            b.redirectError(output(files[2]));
        }
        try {
            Process p = b.start();
            Processes.of(x).add(p);
            connect(p, files, b);
            return p.pid();
        } catch (IOException e) {
            throw OsFailure.of(
                    e.getMessage().contains("error=13")
                            ? OsFailure.EACCES
                            : e.getMessage().contains("error=8,") ? 8 : OsFailure.ENOENT);
        }
    }

    private static ProcessBuilder.Redirect input(OpenFile f) {
        if (f == null) {
            return ProcessBuilder.Redirect.INHERIT;
        }
        return f.path() != null ? ProcessBuilder.Redirect.from(new File(f.path())) : ProcessBuilder.Redirect.PIPE;
    }

    private static ProcessBuilder.Redirect output(OpenFile f) {
        if (f == null) {
            return ProcessBuilder.Redirect.INHERIT;
        }
        // The file was opened, and made empty if that was wanted, by the program: appending goes on where it stands.
        return f.path() != null ? ProcessBuilder.Redirect.appendTo(new File(f.path())) : ProcessBuilder.Redirect.PIPE;
    }

    /** The process holds its ends of the pipes too, until it closes them: so each end that is moved counts once more. */
    private static void connect(Process p, OpenFile[] files, ProcessBuilder b) {
        if (files[0] != null && Pipe.of(files[0]) != null) {
            files[0].references++;
            Pipe.of(files[0]).drainTo(p.getOutputStream());
        }
        if (files[1] != null && Pipe.of(files[1]) != null) {
            files[1].references++;
            Pipe.of(files[1]).fillFrom(p.getInputStream());
        }
        if (!b.redirectErrorStream() && files[2] != null && Pipe.of(files[2]) != null) {
            files[2].references++;
            Pipe.of(files[2]).fillFrom(p.getErrorStream());
        }
    }
}
