package io.serai.channel.answer;

import io.serai.channel.AnswerRule;
import io.serai.channel.Answers;
import io.serai.channel.Meaning;
import io.serai.channel.PushAnswer.Item;
import io.serai.channel.answer.AnswerFacts.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an answer says, each with its meaning and with the update and the fields it is about. */
final class AnswerItems {

    /** What is about nothing that was sent. */
    private record Missed(Said said, Meaning meaning) {}

    private final Answers meanings;
    private final Map<Integer, Set<String>> updates;
    private final List<Item> items = new ArrayList<>();

    /**
     * @param updates the updates that were sent, by number, each with the names of its fields
     */
    AnswerItems(Answers meanings, Map<Integer, Set<String>> updates) {
        this.meanings = meanings;
        this.updates = updates;
    }

    /** In the order of the answer; what is about nothing that was sent comes last. */
    List<Item> of(AnswerFacts facts) {
        List<Missed> missed = new ArrayList<>();
        for (Said error : facts.errors()) {
            add(error, rule(error).means(), missed);
        }
        for (Said warning : facts.warnings()) {
            add(warning, ofWarning(warning), missed);
        }
        missed.stream().filter(it -> !isHeard(it.said())).forEach(this::addUnnamed);
        return items;
    }

    /** What a channel only warns of, it has taken, unless its code or its file says otherwise. */
    private Meaning ofWarning(Said said) {
        Meaning meaning = rule(said).means();
        return meaning == Meaning.REFUSED && !meanings.warningsRefuse() ? Meaning.NOTE : meaning;
    }

    private void add(Said said, Meaning meaning, List<Missed> missed) {
        if (said.more()) {
            if (!AnswerSettling.isTaken(meaning)) {
                updates.keySet().stream()
                        .sorted()
                        .forEach(update -> addNamed(said, update, Meaning.AGAIN));
            }
            return;
        }
        if (rule(said).whole() && !updates.isEmpty()) {
            updates.keySet().stream().sorted().forEach(update -> addNamed(said, update, meaning));
            return;
        }
        Integer update = about(said);
        if (update == null || !addNamed(said, update, meaning)) {
            missed.add(new Missed(said, meaning));
        }
    }

    /** Adds what is said about an update; not where that carries no field it can be about. */
    private boolean addNamed(Said said, int update, Meaning meaning) {
        List<String> fields = said.fields();
        List<String> usual = rule(said).fields();
        if (fields == null && !usual.isEmpty()) {
            fields =
                    usual.stream()
                            .filter(Objects.requireNonNull(updates.get(update))::contains)
                            .toList();
            if (fields.isEmpty()) {
                return false;
            }
        }
        items.add(
                new Item(
                        update,
                        said.from(),
                        said.to(),
                        fields,
                        meaning,
                        said.code(),
                        said.words()));
        return true;
    }

    /** Whether the same words were said about something else that was sent. */
    private boolean isHeard(Said said) {
        return said.update() != null
                && items.stream()
                        .anyMatch(
                                item ->
                                        item.update() != null
                                                && Objects.equals(item.code(), said.code())
                                                && Objects.equals(item.words(), said.words()));
    }

    private void addUnnamed(Missed missed) {
        Meaning meaning = missed.meaning();
        Said said = missed.said();
        boolean alone = meaning == Meaning.REFUSED || meaning == Meaning.TOGETHER;
        items.add(
                new Item(
                        null,
                        updates.isEmpty() ? said.fields() : null,
                        alone && !updates.isEmpty() ? Meaning.ISOLATE : meaning,
                        said.code(),
                        said.words()));
    }

    private AnswerRule rule(Said said) {
        return said.code() == null ? meanings.unknown() : meanings.ofCode(said.code());
    }

    /** The update that is named; where there is only one, nothing else can be meant. */
    private @Nullable Integer about(Said said) {
        if (updates.size() == 1) {
            return updates.keySet().iterator().next();
        }
        return said.update() != null && updates.containsKey(said.update()) ? said.update() : null;
    }
}
