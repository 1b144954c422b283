package org.picklejar.kernel.session;

/** Answers requests of one type. Busy, idle and sending are done by the caller. */
@FunctionalInterface
public interface Handler {
    /** @return the reply, or null for types that have none */
    Reply handle(Request request);
}
