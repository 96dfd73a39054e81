package io.serai.content.photo;

import io.serai.channel.PortJson;
import io.serai.channel.PushAnswer;
import io.serai.channel.PushAnswer.Outcome;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes down what a channel answered to a call of a round. */
record PhotoSettling(PhotoWork work, PhotoRoundRows rows, PhotoPlaceRows places) {

    void settle(String answer) {
        if (work.call() instanceof PhotoStep.Look) {
            PhotoFindings found = PortJson.read(answer, PhotoFindings.class);
            if (goesOn(found.outcome(), found.retryAfter(), found.items())) {
                found.photos().forEach(each -> places.found(work.round(), each));
            }
            return;
        }
        PhotoAnswer said = PortJson.read(answer, PhotoAnswer.class);
        if (goesOn(said.outcome(), said.retryAfter(), said.items())) {
            settle(said);
        }
    }

    private void settle(PhotoAnswer said) {
        boolean taken = said.outcome() != Outcome.REFUSED;
        String code = said.items().isEmpty() ? null : said.items().get(0).code();
        String words = said.items().isEmpty() ? null : words(said.items());
        PhotoStep.Call call = work.call();
        if (call instanceof PhotoStep.Tell tell && tell.place() == null) {
            PhotoState state =
                    taken
                            ? Objects.requireNonNullElse(said.state(), PhotoState.PENDING)
                            : PhotoState.REFUSED;
            places.answered(work.round(), tell.photo(), state, said.remote(), code, words);
        } else if (call instanceof PhotoStep.Tell tell && tell.place() != null) {
            places.told(tell.place(), tell.facts(), code, words);
        } else if (call instanceof PhotoStep.Remove remove) {
            if (taken) {
                places.forget(remove.place());
            } else {
                places.kept(remove.place(), code, words);
                rows.refused(work.round(), remove);
            }
        } else if (call instanceof PhotoStep.Order order && !taken) {
            rows.refused(work.round(), order);
        } else if (call instanceof PhotoStep.Order order) {
            rows.told(
                    work.round(),
                    order.gallery(),
                    PortJson.write(Objects.requireNonNull(order.request().gallery())));
        }
    }

    /** Whether the round goes on: with what was taken, or refused for good. */
    private boolean goesOn(
            Outcome outcome, @Nullable Integer retryAfter, List<PhotoAnswer.Item> items) {
        switch (outcome) {
            case APPLIED, PARTLY -> {
                return true;
            }
            case REFUSED -> {
                work.note(work.call().key() + ": " + words(items));
                return true;
            }
            default -> {
                boolean putOff =
                        items.stream()
                                .map(PhotoAnswer.Item::code)
                                .filter(Objects::nonNull)
                                .anyMatch(PushAnswer.PUT_OFF::contains);
                String words = work.call().key() + ": " + outcome.word() + " " + words(items);
                if (putOff) {
                    work.putOff(words, retryAfter);
                } else {
                    work.stop(words, retryAfter);
                }
                return false;
            }
        }
    }

    /** The channel's words, each with its code before it. */
    private static String words(List<PhotoAnswer.Item> items) {
        return items.stream()
                .map(
                        item ->
                                Stream.of(item.code(), item.words())
                                        .filter(Objects::nonNull)
                                        .collect(Collectors.joining(": ")))
                .collect(Collectors.joining("; "));
    }
}
