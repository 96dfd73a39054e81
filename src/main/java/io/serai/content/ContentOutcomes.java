package io.serai.content;

import io.serai.channel.Meaning;
import io.serai.channel.PushAnswer;
import io.serai.channel.request.ChannelRequests;
import io.serai.content.ContentAnswer.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What follows from an answer: what the channel holds of a part, and when it is looked at next. */
@Component
class ContentOutcomes {

    private final SyncBook book;
    private final FieldOutcomes fields;
    private final ContentReads reads;
    private final ChannelRequests requests;
    private final ContentPhotos photos;
    private final ContentSettings settings;
    private final Clock clock;

    ContentOutcomes(
            SyncBook book,
            FieldOutcomes fields,
            ContentReads reads,
            ChannelRequests requests,
            ContentPhotos photos,
            ContentSettings settings,
            Clock clock) {
        this.book = book;
        this.fields = fields;
        this.reads = reads;
        this.requests = requests;
        this.photos = photos;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Records what an answer says.
     *
     * @param call what was sent
     */
    void settle(SyncedPart part, ContentCall call, ContentAnswer answer) {
        if (call.reads()) {
            boolean last = part.tries() >= settings.retries().size();
            if (!reads.settle(part, answer, last)) {
                later(part, answer);
            }
            return;
        }
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
            case APPLIED, PARTLY -> {
                boolean all = fields.taken(part, call, answer);
                placed(part, answer);
                photos.taken(part, call);
                if (all) {
                    book.end(part, SyncState.SETTLED, words(answer), null);
                } else {
                    retry(part, answer);
                }
            }
            case REFUSED -> {
                if (fields.refused(part, call, answer)) {
                    book.end(part, SyncState.REFUSED, words(answer), null);
                } else {
                    book.end(part, SyncState.WAITING, words(answer), Duration.ZERO);
                }
            }
            case PENDING -> {
                photos.taken(part, call);
                book.end(
                        part,
                        over ? SyncState.GIVEN_UP : SyncState.PENDING,
                        words(answer),
                        over ? null : Duration.ofMillis((long) (answer.after() * 1000)));
            }
            case BROKEN -> book.end(part, SyncState.BROKEN, words(answer), null);
            case LATER -> later(part, answer);
            default -> {
                reads.first(part);
                retry(part, answer);
            }
        }
    }

    /** Has a part that failed here tried again, at last given up. */
    void failed(SyncedPart part, String words) {
        var item = new ContentAnswer.Item(null, Meaning.AGAIN, null, words);
        reads.first(part);
        retry(part, ContentAnswer.unknown(List.of(item)));
    }

    /** Whether the channel has worked for too long on what it took. */
    private boolean isOver(SyncedPart part) {
        return part.pendingSince() != null
                && part.pendingSince().plus(settings.pendingFor()).isBefore(clock.instant());
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
