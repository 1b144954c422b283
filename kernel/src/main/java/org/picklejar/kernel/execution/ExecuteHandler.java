package org.picklejar.kernel.execution;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.picklejar.kernel.history.History;
import org.picklejar.kernel.magics.CellSource;
import org.picklejar.kernel.magics.CellTransformer;
import org.picklejar.kernel.session.Engine;
import org.picklejar.kernel.session.Handler;
import org.picklejar.kernel.session.Outbox;
import org.picklejar.kernel.session.Reply;
import org.picklejar.kernel.session.Request;
import org.picklejar.kernel.wire.HostJson;
import org.picklejar.kernel.wire.Log;
import org.picklejar.runtime.GuestException;
import org.picklejar.runtime.Interpreter;
import org.picklejar.runtime.Interpreter.Cell;
import org.picklejar.runtime.Interpreter.Outcome;

/** Runs cells. */
public final class ExecuteHandler implements Handler {
    /** Python module with the kernel's own functions. */
    public static final String PYTHON = "picklejar_kernel";

    private final Engine engine;
    private final Outbox outbox;
    private final Cells cells;
    private final History history;
    private final Runnable abortQueue;

    /** @param abortQueue called when a cell fails whose request says stop_on_error */
    public ExecuteHandler(Engine engine, Outbox outbox, Cells cells, History history, Runnable abortQueue) {
        this.engine = engine;
        this.outbox = outbox;
        this.cells = cells;
        this.history = history;
        this.abortQueue = abortQueue;
    }

    @Override
    public Reply handle(Request request) {
        String code = request.text("code");
        boolean silent = request.flag("silent", false);
        boolean store = !silent && request.flag("store_history", true) && !code.isBlank();
        JsonObject expressions = request.object("user_expressions");
        boolean stopOnError = request.flag("stop_on_error", true) && !silent;

        int number = cells.begin(store);
        Reply reply;
        // Who sees the input may interrupt the cell.
        Interpreter.Work work = engine.begin();
        try {
            if (!silent) {
                JsonObject input = new JsonObject();
                input.addProperty("code", code);
                input.addProperty("execution_count", number);
                outbox.publish("execute_input", input, request);
            }
            reply = code.isBlank() ? Reply.ok() : run(request, code, number, silent, store);
        } finally {
            work.close();
        }
        JsonObject content = reply.content();
        content.addProperty("execution_count", cells.count());
        content.add("payload", reply.isError() ? new JsonArray() : cells.payloads());
        content.add("user_expressions", reply.isError() ? new JsonObject() : evaluate(expressions));
        if (store) {
            history.add(number, code, cells.result());
        }
        if (reply.isError() && stopOnError) {
            abortQueue.run();
        }
        return reply;
    }

    private Reply run(Request request, String code, int number, boolean silent, boolean store) {
        GuestException error;
        try {
            Interpreter interpreter = engine.await();
            if (store) {
                interpreter.call(PYTHON, "begin_cell", (long) number, code);
            }
            CellSource source = CellTransformer.transform(code);
            boolean display = source.display() && !silent;
            Outcome outcome = interpreter.execute(
                    new Cell(source.code(), "<cell " + number + ">", request, display, source.legacy()));
            if (outcome instanceof Outcome.Ok) {
                return Reply.ok();
            }
            error = outcome instanceof Outcome.Error failed ? failed.error() : exit((Outcome.Exit) outcome);
        } catch (GuestException e) {
            error = e;
        } catch (OutOfMemoryError e) {
            error = new GuestException(
                    "MemoryError",
                    "Java heap space",
                    List.of(
                            "MemoryError: the Java heap is full; free some objects, or start the kernel with a larger -Xmx"));
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            Log.error("cell " + number + " made the interpreter fail", e);
            error = new GuestException(
                    "SystemError", String.valueOf(e), List.of("SystemError: internal error of the interpreter: " + e));
        }
        List<String> traceback = Tracebacks.colour(lines(error), error.name());
        outbox.publish("error", Reply.errorContent(error.name(), error.value(), traceback), request);
        return Reply.error(error.name(), error.value(), traceback);
    }

    /** The frames of the kernel's own Python are left out; for the wrong use of a magic only the message is shown. */
    private static List<String> lines(GuestException error) {
        String message = "UsageError: " + error.value();
        if (error.traceback().contains(PYTHON + ".magics." + message)) {
            return List.of(message);
        }
        List<String> shown = new ArrayList<>();
        boolean own = false;
        for (String line : error.traceback()) {
            boolean isFrame = line.startsWith("  File \"");
            own = isFrame ? line.contains("/" + PYTHON + "/") : own && line.startsWith("    ");
            if (!own) {
                shown.add(line);
            }
        }
        return shown;
    }

    private static GuestException exit(Outcome.Exit exit) {
        String status = Integer.toString(exit.status());
        return new GuestException(
                "SystemExit",
                status,
                List.of(
                        "SystemExit: " + status,
                        "The kernel stays: use exit() to close it, or its menu to restart it."));
    }

    private JsonObject evaluate(JsonObject expressions) {
        if (expressions.size() == 0) {
            return expressions;
        }
        try {
            return HostJson.toObject(
                    engine.await().call(PYTHON + ".expressions", "evaluate", HostJson.fromJson(expressions)));
        } catch (GuestException e) {
            Log.warn("user_expressions: " + e.getMessage());
            return new JsonObject();
        }
    }
}
