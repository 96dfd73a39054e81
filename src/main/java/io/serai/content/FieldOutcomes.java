package io.serai.content;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.serai.channel.ContentKind;
import io.serai.channel.Meaning;
import io.serai.channel.PortJson;
import io.serai.content.ContentAnswer.Item;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records what an answer says of the fields that its call told. */
@Component
class FieldOutcomes {

    private static final Set<Meaning> TAKEN = EnumSet.of(Meaning.APPLIED, Meaning.NOTE);
    private static final Set<Meaning> NOT_NOW =
            EnumSet.of(Meaning.LATER, Meaning.AGAIN, Meaning.RENEW, Meaning.BROKEN);

    private final HeldBook held;

    FieldOutcomes(HeldBook held) {
        this.held = held;
    }

    /**
     * All is taken but what the items name.
     *
     * @return whether nothing is to be sent again
     */
    boolean taken(SyncedPart part, ContentCall call, ContentAnswer answer) {
        List<String> open = open(part, call);
        boolean all = true;
        for (Item item : answer.items()) {
            if (TAKEN.contains(item.outcome())) {
                continue;
            }
            List<String> named = named(item, open);
            open.removeAll(named);
            if (NOT_NOW.contains(item.outcome())) {
                all &= named.isEmpty();
            } else {
                held.refuse(part.id(), named, item, item.fields() == null, answer.reference());
            }
        }
        held.accept(part.id(), open, answer.reference());
        return all;
    }

    /**
     * Nothing is taken. What is named is refused, and the rest is sent again without it; where
     * nothing is named, all is refused.
     *
     * @return whether nothing is to be sent again
     */
    boolean refused(SyncedPart part, ContentCall call, ContentAnswer answer) {
        List<String> open = open(part, call);
        int sent = open.size();
        for (Item item : answer.items()) {
            if (item.fields() != null && !TAKEN.contains(item.outcome())) {
                List<String> named = named(item, open);
                held.refuse(part.id(), named, item, false, answer.reference());
                open.removeAll(named);
            }
        }
        if (!open.isEmpty() && open.size() < sent) {
            return false;
        }
        held.refuse(part.id(), open, culprit(answer), true, answer.reference());
        return true;
    }

    /** What the call told, or one before it that the channel worked on: no field beside them. */
    private List<String> open(SyncedPart part, ContentCall call) {
        List<String> told = PortJson.read(call.request(), Told.class).changed();
        List<String> open = new ArrayList<>(held.unknown(part.id()));
        open.retainAll(told == null ? List.of() : told);
        return open;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Told(@Nullable List<String> changed) {}

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
}
