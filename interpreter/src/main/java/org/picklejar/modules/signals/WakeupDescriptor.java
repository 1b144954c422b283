package org.picklejar.modules.signals;

import java.io.IOException;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyException;
import org.picklejar.modules.posix.FileTable;
import org.picklejar.modules.posix.OpenFile;

/** The descriptor of {@code signal.set_wakeup_fd}: the number of each signal that has a handler is written to it, as one byte. */
final class WakeupDescriptor {
    private int fd = -1;
    private boolean warns = true;

    /**
     * @param number -1: none
     * @return the one before
     * @throws PyException OSError when it is not open, ValueError when it would wait for its reader
     */
    int set(Execution x, int number, boolean warnOnFullBuffer) {
        if (number != -1 && FileTable.of(x).get(number).isBlocking()) {
            throw Errors.valueError("the fd %d must be in non-blocking mode", number);
        }
        int before = fd;
        fd = number;
        warns = warnOnFullBuffer;
        return before;
    }

    void write(Execution x, int signal) {
        if (fd == -1 || !FileTable.of(x).isOpen(fd)) {
            return;
        }
        OpenFile file = FileTable.of(x).get(fd);
        String trouble = null;
        try {
            if (file.write(x, new byte[] {(byte) signal}, 0, 1) < 0 && warns) {
                trouble = "it is full";
            }
        } catch (IOException e) {
            trouble = e.getMessage();
        }
        if (trouble != null) {
            System.getLogger("org.picklejar")
                    .log(System.Logger.Level.WARNING, "a signal could not be written to the wakeup fd: " + trouble);
        }
    }
}
