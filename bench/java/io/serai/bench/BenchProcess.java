package io.serai.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A part of a measurement that has a process, and so memory, of its own. */
final class BenchProcess {

    private BenchProcess() {}

    /**
     * Runs it to its end; what it prints is printed.
     *
     * @param jvm options of its virtual machine
     */
    static void run(List<String> jvm, Class<?> main, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(jvm);
        command.addAll(List.of("-XX:+ExitOnOutOfMemoryError", "-Dlogging.level.root=ERROR"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        try {
            int ended = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (ended != 0) {
                throw new IllegalStateException(main.getSimpleName() + " ended with " + ended);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
