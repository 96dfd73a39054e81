package io.serai.reservation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.Variable;
import org.jspecify.annotations.Nullable;

/** The stand-in of a channel: queues by account and name, and what is asked of them. */
public class Harbour {

    record Question(
            long account,
            String queue,
            @Nullable Integer most,
            @Nullable String since,
            @Nullable String number,
            Instant at) {}

    final Map<String, List<String>> queues = new ConcurrentHashMap<>();
    final List<Question> questions = new CopyOnWriteArrayList<>();
    volatile String outcome = "applied";
    volatile boolean cut;

    void put(long account, String queue, String... messages) {
        queues.put(account + queue, new CopyOnWriteArrayList<>(messages));
    }

    List<Question> questions(long account, String queue) {
        return questions.stream()
                .filter(asked -> asked.account() == account && asked.queue().equals(queue))
                .toList();
    }

    public List<String> answer(
            @Header("Serai-Account") long account,
            @Header("Serai-Queue") String queue,
            @Header("Serai-Most") @Nullable Integer most,
            @Header("Serai-Since") @Nullable String since,
            @Header("Serai-Number") @Nullable String number)
            throws Exception {
        questions.add(new Question(account, queue, most, since, number, Instant.now()));
        if (cut) {
            throw new java.io.IOException("cut");
        }
        return queues.getOrDefault(account + queue, List.of());
    }

    public String confirm(
            @Header("Serai-Account") long account,
            @Header("Serai-Queue") String queue,
            @Variable("Serai-Taken") List<String> numbers) {
        queues.remove(account + queue);
        return "{\"outcome\":\"applied\"}";
    }

    public String outcome(Exchange exchange) {
        return "{\"outcome\":\""
                + outcome
                + "\",\"items\":[{\"outcome\":\"later\",\"words\":\"busy\"}]}";
    }
}
