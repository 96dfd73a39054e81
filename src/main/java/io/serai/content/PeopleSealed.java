package io.serai.content;

import io.serai.vault.Sealer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What of a hotel's content names people who work there: it is kept sealed. */
@Component
class PeopleSealed {

    private static final String PURPOSE = "contacts";
    private static final String CONTACTS = "contacts";

    private final Sealer sealer;

    PeopleSealed(Sealer sealer) {
        this.sealer = sealer;
    }

    /** Whether all of a kind names people. */
    static boolean isOfPeople(String kind) {
        return kind.equals(CONTACTS);
    }

    /** Whether a field of a part names people: of contacts, or of what contacts go with. */
    static boolean isOfPeople(String kind, String field) {
        return isOfPeople(kind) || field.startsWith(CONTACTS + ".");
    }

    byte @Nullable [] seal(@Nullable String text) {
        return text == null ? null : sealer.seal(text.getBytes(StandardCharsets.UTF_8), PURPOSE);
    }

    @Nullable String open(byte @Nullable [] sealed) {
        return sealed == null
                ? null
                : new String(sealer.open(sealed, PURPOSE), StandardCharsets.UTF_8);
    }
}
