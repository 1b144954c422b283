package org.picklejar.kernel.transport;

/** A socket of the kernel. */
public enum Channel {
    SHELL("shell_port"),
    CONTROL("control_port"),
    STDIN("stdin_port"),
    IOPUB("iopub_port"),
    HEARTBEAT("hb_port");

    private final String portKey;

    Channel(String portKey) {
        this.portKey = portKey;
    }

    /** The key of its port in a connection file. */
    public String portKey() {
        return portKey;
    }
}
