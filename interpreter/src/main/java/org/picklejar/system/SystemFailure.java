package org.picklejar.system;

import java.io.IOException;

/** A call of the system has failed, or cannot be made here. */
public final class SystemFailure extends IOException {
    private static final long serialVersionUID = 1;

    /** Zero when there is no such function here: the message says why. */
    public final int errno;

    public SystemFailure(int errno) {
        super("error=" + errno);
        this.errno = errno;
    }

    /** What cannot be done here, since {@code why}. */
    public SystemFailure(String why) {
        this(why, null);
    }

    SystemFailure(String why, Throwable cause) {
        super(why, cause);
        errno = 0;
    }
}
