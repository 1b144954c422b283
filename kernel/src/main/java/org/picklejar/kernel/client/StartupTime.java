package org.picklejar.kernel.client;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Measures how long kernels take to answer after they are spawned; for {@code picklejar bench}. */
public final class StartupTime {
    private static final int KERNELS = 5;

    private StartupTime() {}

    /**
     * Starts kernels one after the other.
     *
     * @param launcher command that stands before {@code kernel}'s arguments
     * @return name of the measure to [value, unit], the medians in milliseconds from the spawning of the process
     */
    public static JsonObject measure(List<String> launcher) throws IOException, KernelDied {
        double[] info = new double[KERNELS];
        double[] cell = new double[KERNELS];
        // The first one may have to make the class-data archive.
        once(launcher);
        for (int i = 0; i < KERNELS; i++) {
            double[] times = once(launcher);
            info[i] = times[0];
            cell[i] = times[1];
        }
        JsonObject out = new JsonObject();
        out.add("kernel_info after spawning a kernel (median of " + KERNELS + ")", median(info));
        out.add("first cell done after spawning a kernel (median of " + KERNELS + ")", median(cell));
        return out;
    }

    private static double[] once(List<String> launcher) throws IOException, KernelDied {
        long begin = System.nanoTime();
        try (KernelProcess process = KernelProcess.start(launcher, Path.of(System.getProperty("user.dir")));
                KernelClient client = new KernelClient(process.connection(), process.onExit())) {
            client.request("kernel_info_request", new JsonObject());
            double info = since(begin);
            JsonObject cell = new JsonObject();
            cell.addProperty("code", "1 + 1");
            client.request("execute_request", cell);
            double done = since(begin);
            client.shutDown();
            return new double[] {info, done};
        }
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / 1e6;
    }

    private static JsonArray median(double[] times) {
        Arrays.sort(times);
        JsonArray out = new JsonArray();
        out.add(new JsonPrimitive(times[times.length / 2]));
        out.add("ms");
        return out;
    }
}
