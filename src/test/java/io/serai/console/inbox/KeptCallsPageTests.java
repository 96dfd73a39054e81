package io.serai.console.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.console.Visitor;
import io.serai.testing.RunningSerai;
import io.serai.testing.SampleHotel;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeptCallsPageTests {

    private static final RunningSerai SERAI = RunningSerai.shared();

    private final SampleHotel hotel = SampleHotel.another(SERAI.database());
    private final Visitor visitor = Visitor.signedIn(Visitor.user("operator", hotel.id()));

    @Test
    void showsCallsFromWhichNothingFollowedToWhoSeesTheirHotel() {
        long call = kept("unknown", "a kind that is not known");
        Visitor other =
                Visitor.signedIn(
                        Visitor.user("operator", SampleHotel.another(SERAI.database()).id()));

        String page = visitor.get("/inbox/webhooks").body();

        Visitor looking = Visitor.signedIn(Visitor.user("viewer", hotel.id()));

        assertThat(page).contains("call-" + call, "a kind that is not known", "Work off once more");
        assertThat(looking.get("/inbox/webhooks").body())
                .contains("call-" + call)
                .doesNotContain("Work off once more");
        assertThat(other.get("/inbox/webhooks").body()).doesNotContain("call-" + call + "\"");
        assertThat(visitor.get("/inbox").body()).contains("/inbox/webhooks");
    }

    @Test
    void worksOneOffOnceMoreAndSaysWhatBecameOfIt() {
        long call = kept("malformed", "neither JSON nor XML");
        visitor.get("/inbox/webhooks");

        visitor.post("/inbox/webhooks/" + call + "/replay", Map.of());

        assertThat(visitor.get("/inbox/webhooks").body())
                .contains("Call " + call + " is under work now, or its channel has no folder.");
    }

    @Test
    void leadsBackToTheCallsThatWereLookedAt() {
        long call = kept("malformed", "neither JSON nor XML");
        String shown = "?channel=inn&state=malformed&before=" + (call + 1);
        String page = visitor.get("/inbox/webhooks" + shown).body();

        var done = visitor.post("/inbox/webhooks/" + call + "/replay" + shown, Map.of());

        assertThat(page).contains("/" + call + "/replay" + shown.replace("&", "&amp;"));
        assertThat(done.headers().firstValue("Location").orElse("")).contains("/inbox/webhooks?");
        assertThat(done.headers().firstValue("Location").orElse(""))
                .contains("channel=inn", "state=malformed", "before=" + (call + 1));
    }

    @Test
    void showsThoseOfAChannelAndOfOneReason() {
        long call = kept("malformed", "neither JSON nor XML");

        assertThat(visitor.get("/inbox/webhooks?channel=inn&state=malformed").body())
                .contains("call-" + call);
        assertThat(visitor.get("/inbox/webhooks?channel=inn&state=unused").body())
                .contains("No call matches. Clear a filter.");
        assertThat(visitor.get("/inbox/webhooks?channel=expedia").body())
                .doesNotContain("call-" + call + "\"");
    }

    private long kept(String state, String reason) {
        return SERAI.sql()
                .sql(
                        """
                        insert into ota_webhooks (provider, hotel_id, kind, message_id, state, reason, body_sealed)
                        values ('inn', ?, 'BOOKING', gen_random_uuid()::text, ?, ?, '') returning id
                        """)
                .params(hotel.id(), state, reason)
                .query(Long.class)
                .single();
    }
}
