package io.serai.content;

import io.serai.channel.ContentKind;
import io.serai.channel.Meaning;
import io.serai.channel.PushAnswer;
import io.serai.channel.request.ChannelRequests;
import io.serai.content.ContentAnswer.Item;
import io.serai.content.ContentAnswer.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What follows from an answer: what the channel holds of a part, and when it is looked at next. */
@Component
class ContentOutcomes {

    private static final Set<Meaning> TAKEN = EnumSet.of(Meaning.APPLIED, Meaning.NOTE);
    private static final Set<Meaning> NOT_NOW =
            EnumSet.of(Meaning.LATER, Meaning.AGAIN, Meaning.RENEW, Meaning.BROKEN);

    private final SyncBook book;
    private final HeldBook held;
    private final ChannelRequests requests;
    private final ContentSettings settings;
    private final Clock clock;

    ContentOutcomes(
            SyncBook book,
            HeldBook held,
            ChannelRequests requests,
            ContentSettings settings,
            Clock clock) {
        this.book = book;
        this.held = held;
        this.requests = requests;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Records what an answer says.
     *
     * @param call what was sent
     */
    void settle(SyncedPart part, ContentCalls.Call call, ContentAnswer answer) {
        Outcome outcome = answer.outcome();
        boolean asked = part.ask() != null;
        boolean over = isOver(part);
        if (asked && !over && (outcome == Outcome.LATER || outcome == Outcome.UNKNOWN)) {
            book.end(part, SyncState.PENDING, words(answer), wait(part, answer));
            return;
        }
        boolean pending = outcome == Outcome.PENDING && !over;
        book.answered(
                part,
                answer,
                switch (outcome) {
                    case LATER, BROKEN -> part.begun();
                    case UNKNOWN, PENDING -> call.create() || part.begun();
                    default -> false;
                },
                pending ? answer.ask() : null,
                pending ? call.request() : null);
        switch (outcome) {
            case APPLIED, PARTLY -> taken(part, answer);
            case REFUSED -> refused(part, answer);
            case PENDING ->
                    book.end(
                            part,
                            over ? SyncState.GIVEN_UP : SyncState.PENDING,
                            words(answer),
                            over ? null : Duration.ofMillis((long) (answer.after() * 1000)));
            case BROKEN -> book.end(part, SyncState.BROKEN, words(answer), null);
            case LATER -> later(part, answer);
            default -> retry(part, answer);
        }
    }

    /** Whether the channel has worked for too long on what it took. */
    private boolean isOver(SyncedPart part) {
        return part.pendingSince() != null
                && part.pendingSince().plus(settings.pendingFor()).isBefore(clock.instant());
    }

    private void taken(SyncedPart part, ContentAnswer answer) {
        List<String> open = new ArrayList<>(held.unknown(part.id()));
        boolean again = false;
        for (Item item : answer.items()) {
            if (TAKEN.contains(item.outcome())) {
                continue;
            }
            List<String> named = named(item, open);
            open.removeAll(named);
            if (NOT_NOW.contains(item.outcome())) {
                again |= !named.isEmpty();
            } else {
                held.refuse(part.id(), named, item, item.fields() == null, answer.reference());
            }
        }
        held.accept(part.id(), open, answer.reference());
        placed(part, answer);
        if (again) {
            retry(part, answer);
        } else {
            book.end(part, SyncState.SETTLED, words(answer), null);
        }
    }

    /** What is named is refused and the rest is sent again; where nothing is named, all of it. */
    private void refused(SyncedPart part, ContentAnswer answer) {
        List<String> open = new ArrayList<>(held.unknown(part.id()));
        int sent = open.size();
        for (Item item : answer.items()) {
            if (item.fields() != null && !TAKEN.contains(item.outcome())) {
                List<String> named = named(item, open);
                held.refuse(part.id(), named, item, false, answer.reference());
                open.removeAll(named);
            }
        }
        if (!open.isEmpty() && open.size() < sent) {
            book.end(part, SyncState.WAITING, words(answer), Duration.ZERO);
            return;
        }
        if (!open.isEmpty()) {
            held.refuse(part.id(), open, culprit(answer), true, answer.reference());
        }
        book.end(part, SyncState.REFUSED, words(answer), null);
    }

    private static Item culprit(ContentAnswer answer) {
        return answer.items().stream()
                .filter(item -> !TAKEN.contains(item.outcome()))
                .findFirst()
                .orElse(new Item(null, Meaning.REFUSED, null, null));
    }

    private static List<String> named(Item item, List<String> open) {
        List<String> paths = item.fields();
        return paths == null
                ? List.copyOf(open)
                : open.stream().filter(field -> ContentKind.covers(paths, field)).toList();
    }

    /** A hotel that was made gets its number; rooms and rates that were made are read. */
    private void placed(SyncedPart part, ContentAnswer answer) {
        if (answer.remote() == null) {
            return;
        }
        if (part.isProperty() && part.remoteHotel() == null) {
            requests.place(part.connection(), answer.remote());
        } else if (!answer.remote().equals(part.remote())) {
            requests.reread(part.connection());
        }
    }

    private void later(SyncedPart part, ContentAnswer answer) {
        if (answer.items().stream().anyMatch(it -> PushAnswer.PUT_OFF.contains(it.code()))) {
            book.putOff(
                    part,
                    Duration.ofSeconds(answer.retryAfter() == null ? 1 : answer.retryAfter()));
        } else {
            retry(part, answer);
        }
    }

    private void retry(SyncedPart part, ContentAnswer answer) {
        if (part.tries() >= settings.retries().size()) {
            book.end(part, SyncState.GIVEN_UP, words(answer), null);
        } else {
            book.end(part, SyncState.FAILING, words(answer), wait(part, answer));
        }
    }

    private Duration wait(SyncedPart part, ContentAnswer answer) {
        int step = Math.min(part.tries(), settings.retries().size() - 1);
        Duration usual = settings.retries().get(step);
        Duration asked = Duration.ofSeconds(answer.retryAfter() == null ? 0 : answer.retryAfter());
        return usual.compareTo(asked) < 0 ? asked : usual;
    }

    /** The channel's words, each with its code before it; null where it said nothing. */
    private static @Nullable String words(ContentAnswer answer) {
        String words =
                answer.items().stream()
                        .map(
                                item ->
                                        Stream.of(item.code(), item.words())
                                                .filter(it -> it != null && !it.isBlank())
                                                .collect(Collectors.joining(": ")))
                        .filter(it -> !it.isEmpty())
                        .distinct()
                        .collect(Collectors.joining("; "));
        return words.isEmpty() ? null : words;
    }
}
