package org.picklejar.modules;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.modules.errno.ErrnoModule;
import org.picklejar.system.SystemFailure;
import org.picklejar.types.OsErrors;

/** Makes OSErrors out of error numbers and of what Java throws. */
public final class OsFailure {
    public static final int EPERM = 1;
    public static final int ENOENT = 2;
    public static final int ESRCH = 3;
    public static final int EIO = 5;
    public static final int EBADF = 9;
    public static final int ECHILD = 10;
    public static final int EAGAIN = 11;
    public static final int EACCES = 13;
    public static final int EEXIST = 17;
    public static final int EXDEV = 18;
    public static final int ENOTDIR = 20;
    public static final int EISDIR = 21;
    public static final int EINVAL = 22;
    public static final int ENOTTY = 25;
    public static final int ESPIPE = 29;
    public static final int EPIPE = 32;
    public static final int ENOSYS = 38;
    public static final int ENOTEMPTY = 39;
    public static final int ELOOP = 40;
    public static final int EOVERFLOW = 75;

    private OsFailure() {}

    public static PyException of(int errno) {
        return of(errno, null, null);
    }

    /** @param file the name in the exception; may be null */
    public static PyException of(int errno, PyObject file) {
        return of(errno, file, null);
    }

    public static PyException of(int errno, PyObject file, PyObject file2) {
        return of(OsErrors.typeFor(errno), errno, file, file2);
    }

    /** @param type a subclass of OSError */
    public static PyException of(PyType type, int errno) {
        return of(type, errno, null, null);
    }

    private static PyException of(PyType type, int errno, PyObject file, PyObject file2) {
        PyStr text = PyStr.of(ErrnoModule.text(errno));
        PyBaseException e = new PyBaseException(type, PyTuple.of(PyInt.of(errno), text));
        e.setMember("errno", PyInt.of(errno));
        e.setMember("strerror", text);
        if (file != null) {
            e.setMember("filename", file);
        }
        if (file2 != null) {
            e.setMember("filename2", file2);
        }
        return new PyException(e);
    }

    public static PyException of(IOException e, PyObject file) {
        return of(e, file, null);
    }

    public static PyException of(IOException e, PyObject file, PyObject file2) {
        if (e instanceof SystemFailure s && s.errno == 0) {
            return Errors.of(ExceptionTypes.NOT_IMPLEMENTED_ERROR, "%s", s.getMessage());
        }
        return of(number(e), file, file2);
    }

    /** The error number that a Java exception stands for; its text is that of {@code strerror} where Java has no class for it. */
    public static int number(IOException e) {
        if (e instanceof SystemFailure s) {
            return s.errno;
        } else if (e instanceof NoSuchFileException) {
            return ENOENT;
        } else if (e instanceof FileAlreadyExistsException) {
            return EEXIST;
        } else if (e instanceof AccessDeniedException) {
            return EACCES;
        } else if (e instanceof DirectoryNotEmptyException) {
            return ENOTEMPTY;
        } else if (e instanceof NotDirectoryException) {
            return ENOTDIR;
        } else if (e instanceof NotLinkException) {
            return EINVAL;
        } else if (e instanceof FileSystemLoopException) {
            return ELOOP;
        } else if (e instanceof AtomicMoveNotSupportedException) {
            return EXDEV;
        } else if (e instanceof ClosedChannelException) {
            return EBADF;
        }
        String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
        if (reason != null && reason.contains(": ")) {
            reason = reason.substring(reason.lastIndexOf(": ") + 2);
        }
        return ErrnoModule.number(reason, EIO);
    }
}
