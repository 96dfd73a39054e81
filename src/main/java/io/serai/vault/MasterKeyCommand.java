package io.serai.vault;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Makes a master key, and rotates it in its file beside a running Serai, which reads it at its next
 * start:
 *
 * <ul>
 *   <li>{@code make <file>}: a keyset of one new key, where no file is;
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
     * @return 0 when it is done, 1 when there is no such file, or one where it is to be made, 2
     *     when the arguments are not understood
     */
    public int run(String... arguments) {
        if (arguments.length == 2 && arguments[0].equals("make")) {
            return make(Path.of(arguments[1]));
        }
        if (arguments.length == 2 && STEPS.containsKey(arguments[0])) {
            return rotate(STEPS.get(arguments[0]), Path.of(arguments[1]));
        }
        out.println(
                "vault '%s' (expected: make, add, promote or retire, and the key file)"
                        .formatted(String.join(" ", arguments)));
        return 2;
    }

    private int make(Path path) {
        if (Files.exists(path)) {
            out.println(path + ": there already (expected: a file to be made)");
            return 1;
        }
        new MasterKeyFile(path).loadOrMake(() -> false);
        out.println(path + ": a new master key. Back the file up, apart from the database.");
        return 0;
    }

    private int rotate(UnaryOperator<MasterKeys> step, Path path) {
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
