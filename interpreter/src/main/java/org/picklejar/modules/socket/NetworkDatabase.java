package org.picklejar.modules.socket;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** {@code /etc/services} and {@code /etc/protocols}. */
final class NetworkDatabase {
    private static final Path SERVICES = Path.of("/etc/services");
    private static final Path PROTOCOLS = Path.of("/etc/protocols");

    private NetworkDatabase() {}

    /**
     * A line.
     *
     * @param names the first is the official one
     * @param protocol null in the file of protocols
     */
    private record Entry(List<String> names, int number, String protocol) {}

    /** The entries of a file; none where there is none. */
    private static List<Entry> entries(Path file) {
        List<Entry> out = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                String[] words = line.split("#", 2)[0].strip().split("\\s+");
                String[] number = words.length < 2 ? new String[0] : words[1].split("/");
                if (number.length > 0 && number[0].matches("\\d{1,5}")) {
                    List<String> names = new ArrayList<>(List.of(words[0]));
                    names.addAll(Arrays.asList(words).subList(2, words.length));
                    out.add(new Entry(names, Integer.parseInt(number[0]), number.length > 1 ? number[1] : null));
                }
            }
        } catch (IOException e) {
            // A system need not have one.
        }
        return out;
    }

    /** @param protocol "" for any. @return the port, -1 when there is no such service */
    static int port(String service, String protocol) {
        for (Entry e : entries(SERVICES)) {
            if (e.names().contains(service) && (protocol.isEmpty() || protocol.equals(e.protocol()))) {
                return e.number();
            }
        }
        return -1;
    }

    /** @return null when there is none */
    static String service(int port, String protocol) {
        for (Entry e : entries(SERVICES)) {
            if (e.number() == port && (protocol.isEmpty() || protocol.equals(e.protocol()))) {
                return e.names().get(0);
            }
        }
        return null;
    }

    /** @return -1 when there is no such protocol */
    static int protocol(String name) {
        for (Entry e : entries(PROTOCOLS)) {
            if (e.names().contains(name)) {
                return e.number();
            }
        }
        return -1;
    }
}
