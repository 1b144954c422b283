package org.picklejar.kernel.execution;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;

/** What the cell that runs has so far: its number, payloads and result. Written by the cell and by the program. Thread-safe. */
public final class Cells {
    private int count;
    private int current;
    private JsonArray payloads = new JsonArray();
    private String result;

    /** @return the number to show for the cell; it counts only when stored */
    synchronized int begin(boolean store) {
        payloads = new JsonArray();
        result = null;
        if (store) {
            count++;
        }
        current = store ? count : count + 1;
        return current;
    }

    /** Number of the last stored cell. */
    public synchronized int count() {
        return count;
    }

    /** Number of the cell that runs. */
    public synchronized int current() {
        return current;
    }

    /** Something for the front end to do after the reply: show a page, insert a cell, ask before it closes. */
    public synchronized void addPayload(JsonElement payload) {
        payloads.add(payload);
    }

    /** Text of the cell's result, for the history. */
    public synchronized void setResult(String text) {
        result = text;
    }

    synchronized JsonArray payloads() {
        return payloads;
    }

    synchronized String result() {
        return result;
    }
}
