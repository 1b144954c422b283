package org.picklejar.core;

/** What refers to an object without keeping it. */
public interface Mortal {
    /** Whether the object is gone. */
    boolean isDead();
}
