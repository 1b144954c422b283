package org.picklejar.kernel.launch;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.picklejar.kernel.wire.Json;
import org.picklejar.kernel.wire.WireException;

/** Installs the kernel into Jupyter: a folder with kernel.json and logos below one of Jupyter's data directories. */
public final class KernelSpec {
    private static final String RESOURCES = "/org/picklejar/kernel/kernelspec/";
    private static final String TEMPLATE = "kernel.json";
    private static final List<String> LOGOS = List.of("logo-32x32.png", "logo-64x64.png", "logo-svg.svg");
    private static final String LAUNCHER = "{launcher}";
    private static final String USAGE =
            "usage: picklejar install|uninstall [--user | --prefix DIRECTORY] [--name NAME] [--display-name TEXT] [--env NAME=VALUE]...";
    private static final String HELP = USAGE + """


        Makes the kernel known to Jupyter, or removes it.
          --user               for this user (this is the default)
          --prefix DIRECTORY   below DIRECTORY/share/jupyter, such as a virtual environment
          --name NAME          under this name instead of picklejar
          --display-name TEXT  how front ends call it
          --env NAME=VALUE     an environment variable of the kernel; may be repeated""";

    private final PrintStream out;

    /** @param out gets a line for each thing that was done */
    public KernelSpec(PrintStream out) {
        this.out = out;
    }

    private static final class Options {
        Path data = userData(System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
        String name = "picklejar";
        String displayName;
        final JsonObject environment = new JsonObject();

        Path folder() {
            return data.resolve("kernels").resolve(name);
        }
    }

    /** Arguments that cannot be understood. */
    private static final class BadUse extends Exception {
        private static final long serialVersionUID = 1;

        BadUse(String message) {
            super(message);
        }
    }

    /**
     * Runs {@code install} or {@code uninstall}.
     *
     * @param launcher command that kernel.json starts; {@code kernel -f FILE} is added
     * @return exit status
     */
    public int run(String[] args, List<String> launcher) {
        if (List.of(args).contains("--help") || List.of(args).contains("-h")) {
            out.println(HELP);
            return 0;
        }
        try {
            Options options = parse(args);
            switch (args[0]) {
                case "install" -> install(options, launcher);
                default -> uninstall(options);
            }
            return 0;
        } catch (BadUse e) {
            out.println(e.getMessage());
            return 2;
        } catch (IOException e) {
            out.println("picklejar " + args[0] + ": " + e);
            return 1;
        }
    }

    private void install(Options options, List<String> launcher) throws IOException {
        Path folder = options.folder();
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(TEMPLATE), Json.write(fill(options, launcher), "  ") + "\n");
        for (String logo : LOGOS) {
            Files.write(folder.resolve(logo), resource(logo));
        }
        out.println("Installed kernel " + options.name + " in " + folder);
        out.println("It starts: " + String.join(" ", launcher) + " kernel -f {connection_file}");
    }

    private void uninstall(Options options) throws IOException {
        Path folder = options.folder();
        if (!Files.exists(folder.resolve(TEMPLATE))) {
            out.println("There is no kernel " + options.name + " in " + folder.getParent());
            return;
        }
        Files.delete(folder.resolve(TEMPLATE));
        for (String logo : LOGOS) {
            Files.deleteIfExists(folder.resolve(logo));
        }
        try {
            Files.delete(folder);
            out.println("Removed " + folder);
        } catch (DirectoryNotEmptyException e) {
            out.println("Removed the kernel from " + folder + "; files of others stay there");
        }
    }

    private static JsonObject fill(Options options, List<String> launcher) throws IOException {
        JsonObject spec;
        try {
            spec = Json.parseObject(new String(resource(TEMPLATE), StandardCharsets.UTF_8));
        } catch (WireException e) {
            throw new IOException(e);
        }
        JsonArray argv = new JsonArray();
        for (JsonElement word : spec.getAsJsonArray("argv")) {
            if (word.equals(new JsonPrimitive(LAUNCHER))) {
                launcher.forEach(argv::add);
            } else {
                argv.add(word);
            }
        }
        spec.add("argv", argv);
        options.environment
                .entrySet()
                .forEach(item -> spec.getAsJsonObject("env").add(item.getKey(), item.getValue()));
        if (options.displayName != null) {
            spec.addProperty("display_name", options.displayName);
        }
        return spec;
    }

    private static Options parse(String[] args) throws BadUse {
        if (args.length == 0 || !List.of("install", "uninstall").contains(args[0])) {
            throw new BadUse(USAGE);
        }
        Options options = new Options();
        List<String> rest = new ArrayList<>(List.of(args).subList(1, args.length));
        while (!rest.isEmpty()) {
            String option = rest.remove(0);
            if (option.equals("--user")) {
                continue;
            }
            if (rest.isEmpty()) {
                throw new BadUse(USAGE);
            }
            String value = rest.remove(0);
            switch (option) {
                case "--prefix" -> options.data = Path.of(value, "share", "jupyter");
                case "--name" -> options.name = name(value);
                case "--display-name" -> options.displayName = value;
                case "--env" -> {
                    int equals = value.indexOf('=');
                    if (equals < 1) {
                        throw new BadUse("--env needs NAME=VALUE, not " + value);
                    }
                    options.environment.addProperty(value.substring(0, equals), value.substring(equals + 1));
                }
                default -> throw new BadUse(USAGE);
            }
        }
        return options;
    }

    private static String name(String value) throws BadUse {
        if (!value.matches("[A-Za-z0-9._-]+")) {
            throw new BadUse("a kernel's name is made of letters, digits, dots, dashes and underscores: " + value);
        }
        return value.toLowerCase(Locale.ROOT);
    }

    /** Jupyter's data directory of a user. */
    static Path userData(Map<String, String> environment, String system, Path home) {
        if (environment.containsKey("JUPYTER_DATA_DIR")) {
            return Path.of(environment.get("JUPYTER_DATA_DIR"));
        }
        if (system.startsWith("Mac")) {
            return home.resolve("Library").resolve("Jupyter");
        }
        if (system.startsWith("Windows") && environment.containsKey("APPDATA")) {
            return Path.of(environment.get("APPDATA"), "jupyter");
        }
        String data = environment.get("XDG_DATA_HOME");
        return (data == null || data.isEmpty() ? home.resolve(".local").resolve("share") : Path.of(data))
                .resolve("jupyter");
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = KernelSpec.class.getResourceAsStream(RESOURCES + name)) {
            if (in == null) {
                throw new IOException("missing resource " + RESOURCES + name);
            }
            return in.readAllBytes();
        }
    }
}
