package org.picklejar.text;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The results of a function of a text, which nobody changes, for the texts that it was last asked for. */
public final class Memo<V> {
    private static final int LONGEST = 200;

    private final int most;
    private final Map<String, V> known = new ConcurrentHashMap<>();

    /** @param most so many results are kept; with one more all are forgotten */
    public Memo(int most) {
        this.most = most;
    }

    /** What is known of a text, else the result of the function, unless it throws. */
    public V of(String text, Function<String, V> function) {
        V v = known.get(text);
        if (v == null) {
            v = function.apply(text);
            if (text.length() <= LONGEST) {
                if (known.size() >= most) {
                    known.clear();
                }
                known.put(text, v);
            }
        }
        return v;
    }

    public void clear() {
        known.clear();
    }
}
