package org.picklejar.kernel.launch;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.picklejar.kernel.session.Reply;
import org.picklejar.kernel.session.Request;
import org.picklejar.kernel.transport.Channel;
import org.picklejar.kernel.transport.ConnectionFile;
import org.picklejar.kernel.wire.Composer;
import org.picklejar.runtime.Versions;

/** What the kernel says about itself. */
public final class KernelInfo {
    private KernelInfo() {}

    static Reply reply(Request request) {
        JsonObject content = new JsonObject();
        content.addProperty("protocol_version", Composer.PROTOCOL_VERSION);
        content.addProperty("implementation", "picklejar");
        content.addProperty("implementation_version", Versions.PICKLEJAR);
        content.add("language_info", languageInfo());
        content.addProperty("banner", banner());
        content.add("help_links", helpLinks());
        content.add("supported_features", new JsonArray());
        content.addProperty("debugger", false);
        return Reply.ok(content);
    }

    /** Stored in the metadata of notebooks. The mode named ipython is what makes JupyterLab highlight magics. */
    public static JsonObject languageInfo() {
        JsonObject mode = new JsonObject();
        mode.addProperty("name", "ipython");
        mode.addProperty("version", 3);
        JsonObject language = new JsonObject();
        language.addProperty("name", "python");
        language.addProperty("version", Versions.PYTHON);
        language.addProperty("mimetype", "text/x-python");
        language.addProperty("file_extension", ".py");
        language.addProperty("pygments_lexer", "ipython3");
        language.add("codemirror_mode", mode);
        language.addProperty("nbconvert_exporter", "python");
        return language;
    }

    static String banner() {
        return "Picklejar " + Versions.PICKLEJAR + ": Stackless Python " + Versions.PYTHON
                + " on Java\nRunning programs can be pickled: see %pickle_tasklets\n";
    }

    static Reply connect(ConnectionFile connection) {
        JsonObject content = new JsonObject();
        for (Channel channel : Channel.values()) {
            content.addProperty(channel.portKey(), connection.port(channel));
        }
        return Reply.ok(content);
    }

    /** The extension of ipykernel that resource displays ask for. */
    static Reply usage(Request request) {
        Runtime runtime = Runtime.getRuntime();
        JsonObject content = new JsonObject();
        content.addProperty("hostname", System.getenv().getOrDefault("HOSTNAME", ""));
        content.addProperty("pid", ProcessHandle.current().pid());
        content.addProperty("kernel_memory", runtime.totalMemory());
        content.addProperty("cpu_count", runtime.availableProcessors());
        return Reply.ok(content);
    }

    private static JsonArray helpLinks() {
        String[][] links = {
            {"Python Reference", "https://docs.python.org/3.13"},
            {"Stackless Python", "https://stackless.readthedocs.io/"},
        };
        JsonArray array = new JsonArray();
        for (String[] link : links) {
            JsonObject entry = new JsonObject();
            entry.addProperty("text", link[0]);
            entry.addProperty("url", link[1]);
            array.add(entry);
        }
        return array;
    }
}
