/**
 * The object model: objects, types and their slots, attribute storage, exceptions, frames and the state of an execution.
 * What the types can do (their method tables) is in {@code types}; the abstract operations are in {@code ops}.
 */
package org.picklejar.core;
