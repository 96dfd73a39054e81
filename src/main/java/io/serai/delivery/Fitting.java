package io.serai.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.ari.Batch;
import io.serai.ari.Range;
import io.serai.channel.RequestRule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Cuts a message so that it has no more bytes than the channel takes. What is counted are the bytes
 * of the message as the channel's own mapping writes it, where {@code channel.yaml} names the port
 * that does, else those of the canonical form.
 */
@Component
class Fitting {

    private static final Logger LOG = LoggerFactory.getLogger(Fitting.class);

    /** A message this often larger in the channel's words than in canonical form was never seen. */
    private static final int MOST_GROWTH = 16;

    /** A message filled to this part is full enough. */
    private static final double FULL = 0.95;

    private static final int MOST_TRIES = 8;

    private final ProducerTemplate camel;
    private final ObjectMapper json;

    Fitting(ProducerTemplate camel, ObjectMapper json) {
        this.camel = camel;
        this.json = json;
    }

    /**
     * A message that fits.
     *
     * @param batch what it carries
     * @param body the same in the words of the port
     * @param rest what did not fit; null when all did
     */
    record Fitted(Batch batch, String body, @Nullable Batch rest) {}

    /** The largest beginning of a message that fits; of one night of one room or rate, all. */
    Fitted fit(Connection connection, Batch batch) throws JsonProcessingException {
        RequestRule rule = connection.channel().definition().request(batch.request());
        String body = body(connection, batch);
        Integer most = rule.bytes();
        if (most == null || !batch.divisible()) {
            return new Fitted(batch, body, null);
        }
        long size = size(connection, rule, body);
        return size <= most
                ? new Fitted(batch, body, null)
                : beginning(connection, rule, batch, size);
    }

    /** Comes near from both sides: by the size of what fits, and of what does not. */
    private Fitted beginning(Connection connection, RequestRule rule, Batch batch, long size)
            throws JsonProcessingException {
        int most = rule.bytes() == null ? Integer.MAX_VALUE : rule.bytes();
        Batch whole = batch;
        Fitted fitted = null;
        int fits = 0;
        int over = whole.ranges().size();
        double aRange = (double) size / over;
        for (int tries = 0; over - fits > 1 && tries < MOST_TRIES; tries++) {
            int next = Math.max(fits + 1, Math.min(over - 1, (int) (most * 0.985 / aRange)));
            var parts = whole.cut(next);
            String body = body(connection, parts.get(0));
            long bytes = size(connection, rule, body);
            aRange = (double) bytes / next;
            if (bytes > most) {
                over = next;
            } else {
                fits = next;
                fitted = new Fitted(parts.get(0), body, parts.get(1));
                if (bytes >= most * FULL) {
                    return fitted;
                }
            }
        }
        return fitted == null ? smallest(connection, rule, whole) : fitted;
    }

    private Fitted smallest(Connection connection, RequestRule rule, Batch batch)
            throws JsonProcessingException {
        var parts = batch.cut(1);
        Fitted first = fit(connection, parts.get(0));
        Batch rest = parts.get(1);
        return new Fitted(
                first.batch(),
                first.body(),
                first.rest() == null ? rest : joined(first.rest(), rest));
    }

    /** Both one after the other. */
    static Batch joined(Batch first, Batch second) {
        List<Range> ranges = new ArrayList<>(first.ranges());
        ranges.addAll(second.ranges());
        return new Batch(first.request(), ranges);
    }

    private long size(Connection connection, RequestRule rule, String body) {
        long canonical = body.getBytes(StandardCharsets.UTF_8).length;
        boolean small = rule.bytes() != null && canonical * MOST_GROWTH < rule.bytes();
        return rule.measuredBy() == null || small
                ? canonical
                : written(connection.channel().endpoint(rule.measuredBy()), body, canonical);
    }

    /** What cannot be written is not cut: the call that sends it says why. */
    private long written(String endpoint, String body, long canonical) {
        Exchange written =
                camel.request(
                        endpoint,
                        exchange -> {
                            exchange.setPattern(ExchangePattern.InOut);
                            exchange.getMessage().setBody(body);
                        });
        if (written.getException() != null) {
            LOG.warn("{} could not measure a message", endpoint, written.getException());
            return 0;
        }
        return written.getMessage().getBody(String.class).getBytes(StandardCharsets.UTF_8).length;
    }

    private String body(Connection connection, Batch batch) throws JsonProcessingException {
        return json.writeValueAsString(new PushMessage(connection).of(batch));
    }
}
