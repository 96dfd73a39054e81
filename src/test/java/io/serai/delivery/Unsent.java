package io.serai.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.serai.ari.Batch;
import io.serai.channel.RequestRule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.camel.ProducerTemplate;

/**
 * The messages of a connection as a round puts them together: compared, folded, cut, and written by
 * the channel's own mapping; but none is sent.
 */
public final class Unsent {

    private final Function<Class<?>, Object> parts;
    private final ProducerTemplate camel;

    /**
     * @param parts gives the parts of a running Serai
     */
    public Unsent(Function<Class<?>, Object> parts) {
        this.parts = parts;
        this.camel = part(ProducerTemplate.class);
    }

    /** A message. */
    public record Message(String request, int updates, int values, int cells, int bytes) {}

    /**
     * All of them, and how long they took.
     *
     * @param compared the seconds until the difference was known
     * @param folded the seconds until it was folded
     * @param written the seconds until the last byte was there
     */
    public record All(List<Message> messages, double compared, double folded, double written) {

        /** The sum of all bytes. */
        public long bytes() {
            return messages.stream().mapToLong(Message::bytes).sum();
        }
    }

    /**
     * What differs of a connection.
     *
     * @param cells nights of rooms and rates
     * @param ranges the ranges they are folded into
     * @param messages how many
     */
    public record Found(long cells, long ranges, int messages) {}

    /** Finds and folds what differs, writes nothing of it. */
    public Found find(int id) {
        Connection connection = part(Connections.class).find(id).orElseThrow();
        List<Mark> seen = part(Marks.class).read(id, Integer.MAX_VALUE);
        List<Batch> batches = part(Comparing.class).compare(connection, seen).batches();
        return new Found(
                batches.stream().mapToLong(Batch::cells).sum(),
                batches.stream().mapToLong(batch -> batch.ranges().size()).sum(),
                batches.size());
    }

    /** All messages of a connection. */
    public All of(int id) {
        long began = System.nanoTime();
        Connection connection = part(Connections.class).find(id).orElseThrow();
        List<Mark> seen = part(Marks.class).read(id, Integer.MAX_VALUE);
        Comparison comparison = part(Comparing.class).compare(connection, seen);
        double compared = since(began);
        List<Batch> batches = comparison.batches();
        double folded = since(began);
        Round round =
                Round.of(
                        new Claim(id, 1),
                        connection,
                        seen,
                        new Messages(batches, new Pressing(), Integer.MAX_VALUE),
                        Integer.MAX_VALUE,
                        false);
        List<Message> messages = new ArrayList<>();
        while (round.isOpen()) {
            messages.add(next(connection, round));
        }
        return new All(messages, compared, folded, since(began));
    }

    private Message next(Connection connection, Round round) {
        try {
            Batch message = round.messages().next();
            Fitting.Fitted fitted = part(Fitting.class).fit(connection, message);
            if (fitted.rest() != null) {
                round.messages()
                        .putBack(
                                round.channel().request(fitted.rest().request()),
                                message,
                                fitted.rest());
            }
            Batch batch = fitted.batch();
            return new Message(
                    batch.request(),
                    batch.ranges().size(),
                    batch.values(),
                    batch.cells(),
                    write(connection, batch, fitted.body()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The bytes of a message in the channel's own words. */
    private int write(Connection connection, Batch batch, String body) {
        RequestRule rule = connection.channel().definition().request(batch.request());
        var written =
                camel.request(
                        connection.channel().endpoint("ari-write"),
                        exchange -> {
                            exchange.setVariable("request", body);
                            exchange.getMessage().setHeader("Serai-Call", batch.request());
                            exchange.getMessage().setBody(rule.measuredBy() == null ? null : body);
                        });
        if (written.getException() != null) {
            throw new IllegalStateException(written.getException());
        }
        return written.getMessage().getBody(String.class).getBytes(StandardCharsets.UTF_8).length;
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private <T> T part(Class<T> type) {
        return type.cast(parts.apply(type));
    }
}
