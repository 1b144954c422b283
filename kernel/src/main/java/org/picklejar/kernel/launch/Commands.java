package org.picklejar.kernel.launch;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.picklejar.kernel.client.KernelDied;
import org.picklejar.kernel.client.RunCommand;
import org.picklejar.kernel.client.StartupTime;

/** The subcommands of the launcher that need the kernel: kernel, run, install, uninstall. */
public final class Commands {
    private static final int WRONG_USE = 2;

    private Commands() {}

    /** The launcher's own path comes as system property {@code picklejar.launcher}. */
    public static void main(String[] args) throws InterruptedException {
        System.exit(run(args, System.getProperty("picklejar.launcher", "picklejar")));
    }

    private static int run(String[] args, String launcher) throws InterruptedException {
        String command = args.length == 0 ? "" : args[0];
        String[] rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
        return switch (command) {
            case "kernel" -> KernelMain.run(rest, new RuntimeFactory());
            case "run" -> RunCommand.run(rest, List.of(launcher, "kernel"), System.err);
            case "startup-time" -> startupTime(List.of(launcher, "kernel"));
            case "install", "uninstall" -> new KernelSpec(System.out).run(args, List.of(launcher));
            default -> {
                System.err.println("picklejar: unknown command '" + command + "' (see picklejar --help)");
                yield WRONG_USE;
            }
        };
    }

    /** One line of JSON, for {@code picklejar bench}. */
    private static int startupTime(List<String> launcher) {
        try {
            System.out.println(StartupTime.measure(launcher));
            return 0;
        } catch (IOException | KernelDied e) {
            System.err.println("picklejar: " + e.getMessage());
            return 1;
        }
    }
}
