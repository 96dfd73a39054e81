package io.serai.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The passwords of the embedded server's logins: 192 random bits each, kept in a file that only its
 * owner may read, in the form of PostgreSQL's password file, so that {@code psql} can use it.
 */
final class Passwords {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;

    Passwords(Path file) {
        this.file = file;
    }

    boolean exist() {
        return Files.exists(file);
    }

    /** The login's password, made and kept at the first call. */
    synchronized String of(String login) throws IOException {
        var known = read();
        if (!known.containsKey(login)) {
            known.put(login, random());
            write(known);
        }
        return known.get(login);
    }

    private Map<String, String> read() throws IOException {
        var known = new LinkedHashMap<String, String>();
        if (exist()) {
            for (var line : Files.readAllLines(file)) {
                var fields = line.split(":");
                if (fields.length != 5) {
                    throw new IOException(
                            file + ": a line of " + fields.length + " fields (expected: 5)");
                }
                known.put(fields[3], fields[4]);
            }
        }
        return known;
    }

    private void write(Map<String, String> known) throws IOException {
        var text =
                known.entrySet().stream()
                        .map(entry -> "*:*:*:" + entry.getKey() + ":" + entry.getValue() + "\n")
                        .collect(Collectors.joining());
        var fresh = OwnersOnly.file(file.resolveSibling(file.getFileName() + ".new"));
        Files.writeString(fresh, text);
        Files.move(
                fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String random() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
