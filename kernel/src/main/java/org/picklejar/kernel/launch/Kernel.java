package org.picklejar.kernel.launch;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.picklejar.kernel.comms.CommHandler;
import org.picklejar.kernel.comms.CommTable;
import org.picklejar.kernel.completion.CodeHandlers;
import org.picklejar.kernel.display.Publisher;
import org.picklejar.kernel.execution.Cells;
import org.picklejar.kernel.execution.Commands;
import org.picklejar.kernel.execution.ExecuteHandler;
import org.picklejar.kernel.history.History;
import org.picklejar.kernel.history.HistoryHandler;
import org.picklejar.kernel.magics.CellTransformer;
import org.picklejar.kernel.session.Engine;
import org.picklejar.kernel.session.Outbox;
import org.picklejar.kernel.session.Session;
import org.picklejar.kernel.session.Stdin;
import org.picklejar.kernel.transport.ConnectionFile;
import org.picklejar.kernel.wire.Composer;
import org.picklejar.kernel.wire.HostJson;
import org.picklejar.kernel.wire.MessageCodec;
import org.picklejar.kernel.wire.Signer;
import org.picklejar.runtime.Interpreter;
import org.picklejar.runtime.Interpreter.HostFunction;

/** One kernel: its session with all features plugged in. Several may live in one process. */
public final class Kernel implements AutoCloseable {
    /** Resource folder of the Python side. */
    public static final String RESOURCES = "org/picklejar/kernel/python";

    private final Outbox outbox;
    private final Stdin stdin;
    private final Cells cells = new Cells();
    private final CommTable comms = new CommTable();
    private final History history;
    private final InterpreterFactory factory;
    private final Session session;

    /**
     * Binds the sockets.
     *
     * @param historyFile where the history is kept; it need not exist
     * @throws org.zeromq.ZMQException when an address is taken
     */
    public Kernel(ConnectionFile connection, InterpreterFactory factory, Path historyFile) {
        this.factory = factory;
        history = new History(historyFile);
        MessageCodec codec = new MessageCodec(new Signer(connection.signatureScheme(), connection.key()));
        outbox = new Outbox(new Composer(System.getProperty("user.name", "kernel")), codec);
        stdin = new Stdin(outbox);
        Engine engine = new Engine(this::makeInterpreter);
        session = new Session(connection, codec, outbox, engine, stdin);
        addHandlers(engine);
    }

    public void start() {
        session.start();
    }

    /** The connection with the ports that were chosen. */
    public ConnectionFile connection() {
        return session.connection();
    }

    public void interrupt() {
        session.interrupt();
    }

    /** Makes {@link #awaitEnd} return. */
    public void stop() {
        session.stop();
    }

    /** Waits for shutdown_request or {@link #stop}. */
    public void awaitEnd() throws InterruptedException {
        session.awaitEnd();
    }

    @Override
    public void close() {
        session.close();
    }

    private void addHandlers(Engine engine) {
        CodeHandlers code = new CodeHandlers(engine);
        CommHandler comm = new CommHandler(engine, outbox, comms);
        session.onControl("kernel_info_request", KernelInfo::reply);
        session.onControl("connect_request", request -> KernelInfo.connect(session.connection()));
        session.onControl("usage_request", KernelInfo::usage);
        session.onControl("is_complete_request", code::isComplete);
        session.onControl("comm_info_request", comms::info);
        session.onControl("shutdown_request", session::shutDown);
        session.onControl("history_request", new HistoryHandler(history));
        session.onShell(
                "execute_request", new ExecuteHandler(engine, outbox, cells, history, session::abortQueuedCells));
        session.onShell("complete_request", code::complete);
        session.onShell("inspect_request", code::inspect);
        List.of("comm_open", "comm_msg", "comm_close").forEach(type -> session.onShell(type, comm));
    }

    private Interpreter makeInterpreter() {
        Interpreter interpreter =
                factory.create(new InterpreterFactory.Host(outbox::write, stdin, hostModule(), RESOURCES));
        interpreter.call(ExecuteHandler.PYTHON, "start");
        history.load();
        return interpreter;
    }

    /** The module {@code _picklejar_kernel}. */
    private Map<String, HostFunction> hostModule() {
        Publisher publisher = new Publisher(outbox, cells, comms);
        HistoryHandler asked = new HistoryHandler(history);
        Map<String, HostFunction> module = new HashMap<>();
        module.put("publish", publisher::publish);
        module.put("clear_output", publisher::clearOutput);
        module.put("run_command", new Commands(outbox::write)::run);
        module.put("execution_count", (call, args) -> (long) cells.current());
        module.put(
                "transform_cell",
                (call, args) -> CellTransformer.transform((String) args[0]).code());
        module.put(
                "history",
                (call, args) -> asked.ask((String) args[0], args.length > 1 ? (Map<?, ?>) args[1] : Map.of()));
        module.put("session_number", (call, args) -> (long) history.session());
        module.put("banner", (call, args) -> KernelInfo.banner());
        module.put("set_payload", (call, args) -> {
            cells.addPayload(HostJson.toJson(args[0]));
            return null;
        });
        return module;
    }
}
