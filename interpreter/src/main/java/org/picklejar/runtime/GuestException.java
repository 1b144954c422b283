package org.picklejar.runtime;

import java.util.List;

/** A Python exception that reached the host. */
public final class GuestException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String name;
    private final String value;
    private final transient List<String> traceback;

    /**
     * @param name class name, such as {@code ValueError}
     * @param value {@code str()} of the exception
     * @param traceback the lines that CPython would print, without line ends
     */
    public GuestException(String name, String value, List<String> traceback) {
        super(value.isEmpty() ? name : name + ": " + value);
        this.name = name;
        this.value = value;
        this.traceback = List.copyOf(traceback);
    }

    public String name() {
        return name;
    }

    public String value() {
        return value;
    }

    public List<String> traceback() {
        return traceback;
    }
}
