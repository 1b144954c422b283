package org.picklejar.kernel.completion;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Timer;
import java.util.TimerTask;
import org.picklejar.kernel.magics.CellSource;
import org.picklejar.kernel.magics.CellTransformer;
import org.picklejar.kernel.session.Engine;
import org.picklejar.kernel.session.Reply;
import org.picklejar.kernel.session.Request;
import org.picklejar.kernel.wire.HostJson;
import org.picklejar.kernel.wire.Log;
import org.picklejar.runtime.GuestException;
import org.picklejar.runtime.Interpreter;
import org.picklejar.runtime.Interpreter.Completeness;

/** Questions about code that is being typed. */
public final class CodeHandlers {
    private static final int PATIENCE_MILLIS = 2000;

    private final Engine engine;
    private Timer timer;

    public CodeHandlers(Engine engine) {
        this.engine = engine;
    }

    public Reply complete(Request request) {
        String code = request.text("code");
        int cursor = cursor(request, code);
        JsonObject content;
        try {
            content = HostJson.toObject(callInTime("picklejar_kernel.completion", "complete", code, (long) cursor));
        } catch (GuestException e) {
            Log.warn("completion: " + e.getMessage());
            content = new JsonObject();
            content.add("matches", new JsonArray());
            content.addProperty("cursor_start", cursor);
            content.addProperty("cursor_end", cursor);
        }
        if (!content.has("metadata")) {
            content.add("metadata", new JsonObject());
        }
        return Reply.ok(content);
    }

    public Reply inspect(Request request) {
        String code = request.text("code");
        JsonObject content;
        try {
            content = HostJson.toObject(
                    callInTime("picklejar_kernel.inspection", "inspect", code, (long) cursor(request, code), (long)
                            request.number("detail_level", 0)));
        } catch (GuestException e) {
            Log.warn("inspection: " + e.getMessage());
            content = new JsonObject();
            content.addProperty("found", false);
            content.add("data", new JsonObject());
            content.add("metadata", new JsonObject());
        }
        return Reply.ok(content);
    }

    /** Runs no code, so that it can be answered on any thread; "unknown" while the interpreter is being made. */
    public Reply isComplete(Request request) {
        String code = request.text("code");
        Interpreter interpreter = engine.ifReady();
        Completeness answer;
        if (CellTransformer.isCellMagic(code)) {
            answer = code.endsWith("\n") ? new Completeness("complete", "") : new Completeness("incomplete", "");
        } else if (interpreter == null) {
            answer = new Completeness("unknown", "");
        } else {
            CellSource source = CellTransformer.transform(code);
            answer = interpreter.completeness(source.code());
            if (source.legacy() && answer.status().equals("invalid")) {
                answer = new Completeness("unknown", ""); // the parser was asked about Python 3
            }
        }
        JsonObject content = new JsonObject();
        content.addProperty("status", answer.status());
        if (answer.status().equals("incomplete")) {
            content.addProperty("indent", answer.indent());
        }
        return Reply.ok(content);
    }

    /** The position in code points; the end of the code by default. Positions outside are moved to the nearest end. */
    private static int cursor(Request request, String code) {
        int length = code.codePointCount(0, code.length());
        return Math.max(0, Math.min(request.number("cursor_pos", length), length));
    }

    /** Interrupts the call when it takes too long: a slow {@code __dir__} must not block the cells behind it. */
    private Object callInTime(String module, String function, Object... args) {
        Interpreter interpreter = engine.await();
        if (timer == null) {
            timer = new Timer("picklejar-patience", true);
        }
        TimeUp timeUp = new TimeUp(interpreter);
        timer.schedule(timeUp, PATIENCE_MILLIS);
        try {
            return interpreter.call(module, function, args);
        } finally {
            timeUp.disarm();
        }
    }

    /** The lock keeps a late interrupt from hitting the cell that runs next. */
    private static final class TimeUp extends TimerTask {
        private final Interpreter interpreter;
        private boolean armed = true;

        TimeUp(Interpreter interpreter) {
            this.interpreter = interpreter;
        }

        @Override
        public synchronized void run() {
            if (armed) {
                interpreter.interrupt();
            }
        }

        synchronized void disarm() {
            armed = false;
            cancel();
        }
    }
}
