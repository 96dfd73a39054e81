package io.serai.vault;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Rotates the master key in its file, beside a running Serai, which reads it at its next start:
 *
 * <ul>
 *   <li>{@code add <file>}: a new key that opens but does not seal;
 *   <li>{@code promote <file>}: the newest one seals;
 *   <li>{@code retire <file>}: the others go, once nothing is sealed by them.
 * </ul>
 */
public final class MasterKeyCommand {

    private static final Map<String, UnaryOperator<MasterKeys>> STEPS =
            Map.of(
                    "add", MasterKeys::withNewKey,
                    "promote", MasterKeys::withNewestPrimary,
                    "retire", MasterKeys::onlyPrimary);

    private final PrintStream out;

    /**
     * @param out where everything is said
     */
    public MasterKeyCommand(PrintStream out) {
        this.out = out;
    }

    /**
     * Does the step that the arguments name.
     *
     * @return 0 when it is done, 1 when there is no such file, 2 when the arguments are not
     *     understood
     */
    public int run(String... arguments) {
        var step = arguments.length == 2 ? STEPS.get(arguments[0]) : null;
        if (step == null) {
            out.println(
                    "vault '%s' (expected: add, promote or retire, and the key file)"
                            .formatted(String.join(" ", arguments)));
            return 2;
        }
        var path = Path.of(arguments[1]);
        if (!Files.exists(path)) {
            out.println(path + ": not there (expected: the file that holds the master key)");
            return 1;
        }
        var file = new MasterKeyFile(path);
        var keys = step.apply(file.load());
        file.replace(keys);
        out.println(
                "%s: keys: %d, the one that seals: number %d. Back the file up and restart every instance."
                        .formatted(path, keys.size(), keys.sealing()));
        return 0;
    }
}
