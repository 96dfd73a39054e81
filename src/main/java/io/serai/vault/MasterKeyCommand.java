package io.serai.vault;

import java.nio.file.Path;

/**
 * Rotates the master key in its file, without Serai running: {@code add <file>} adds a key that
 * opens but does not seal, {@code promote <file>} lets the newest one seal, and {@code retire
 * <file>} takes the others away once nothing is sealed by them.
 */
public final class MasterKeyCommand {

    private MasterKeyCommand() {}

    public static void main(String[] args) {
        if (args.length != 2) {
            throw new IllegalArgumentException(
                    args.length
                            + " arguments (expected: add, promote or retire, and the key file)");
        }
        System.out.println(run(args[0], Path.of(args[1])));
    }

    static String run(String step, Path path) {
        var file = new MasterKeyFile(path);
        var keys =
                switch (step) {
                    case "add" -> file.load().withNewKey();
                    case "promote" -> file.load().withNewestPrimary();
                    case "retire" -> file.load().onlyPrimary();
                    default ->
                            throw new IllegalArgumentException(
                                    "'" + step + "' (expected: add, promote or retire)");
                };
        file.replace(keys);
        return "%s: %d keys, %d seals. Back the file up and restart every instance."
                .formatted(path, keys.size(), keys.primaryId());
    }
}
