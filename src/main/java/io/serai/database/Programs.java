package io.serai.database;

import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;

/** PostgreSQL's programs as run on this machine: unpacked here, under that user. */
record Programs(PostgresBinaries binaries, ServerUser user) {

    /** Long enough for a server that recovers from a kill. */
    static final Duration LIMIT = Duration.ofSeconds(120);

    void run(String program, Stream<String> arguments) throws IOException {
        var command = Stream.concat(Stream.of(binaries.program(program)), arguments);
        new Program(user, command.toList()).run(LIMIT.plusSeconds(10));
    }
}
