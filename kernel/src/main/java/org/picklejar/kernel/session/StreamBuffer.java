package org.picklejar.kernel.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;

/**
 * Collects writes to stdout and stderr, so that a thousand prints make one message: servers drop output beyond a thousand messages a
 * second. Text leaves after {@link #DELAY_MILLIS}, at {@link #LIMIT} characters, or when {@link #flush} is called.
 */
public final class StreamBuffer {
    private static final int DELAY_MILLIS = 200;
    private static final int LIMIT = 1 << 18;
    /** Beyond it the order between stdout and stderr is given up: a program that alternates must not make a message each. */
    private static final int MAX_SEGMENTS = 16;

    /** Where collected text goes. Called with the lock of this buffer held, in order. */
    @FunctionalInterface
    public interface Target {
        void stream(String name, String text, Object origin);
    }

    private record Segment(String name, StringBuilder text) {}

    private final Target target;
    private final Map<Object, List<Segment>> pending = new LinkedHashMap<>();
    private int size;
    private Timer timer;
    private boolean scheduled;

    public StreamBuffer(Target target) {
        this.target = target;
    }

    /** @param origin the request that the text belongs to, or null */
    public synchronized void write(String name, String text, Object origin) {
        if (text.isEmpty()) {
            return;
        }
        segment(pending.computeIfAbsent(origin, key -> new ArrayList<>()), name)
                .text
                .append(text);
        size += text.length();
        if (size >= LIMIT) {
            flush();
        } else if (!scheduled) {
            schedule();
        }
    }

    /** Hands over everything. */
    public synchronized void flush() {
        pending.forEach((origin, segments) -> segments.forEach(s -> target.stream(s.name, s.text.toString(), origin)));
        pending.clear();
        size = 0;
    }

    private static Segment segment(List<Segment> segments, String name) {
        for (int i = segments.size() - 1; i >= 0; i--) {
            if (segments.get(i).name.equals(name)) {
                return segments.get(i);
            }
            if (segments.size() < MAX_SEGMENTS) {
                break;
            }
        }
        Segment added = new Segment(name, new StringBuilder());
        segments.add(added);
        return added;
    }

    private void schedule() {
        if (timer == null) {
            timer = new Timer("picklejar-streams", true);
        }
        scheduled = true;
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        expire();
                    }
                },
                DELAY_MILLIS);
    }

    private synchronized void expire() {
        scheduled = false;
        flush();
    }
}
