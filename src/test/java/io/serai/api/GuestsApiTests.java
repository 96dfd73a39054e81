package io.serai.api;

import static io.serai.api.Contract.assertKeeps;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.api.ApiClient.Reply;
import io.serai.vault.CardClaims;
import io.serai.vault.CardVault;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is known of guests, and of their cards, over HTTP: who may see it, and who may end it. */
class GuestsApiTests {

    private static final String NUMBER = "4111111111111111";
    private static final String REASON = "{\"reason\": \"the no-show is charged by hand\"}";

    private final Pms pms = new Pms();
    private final ApiClient finance = user("finance");
    private final ApiClient admin = user("admin");

    @Test
    void showsACardInFullForSecondsToWhoeverMayAndSaysWhy() throws IOException {
        String reveals = bookedWithCard() + "/card/reveals";

        Reply leave = finance.post(reveals, REASON);
        Reply shown = finance.get(reveals + "/" + leave.body().path("id").asText());
        Reply another = admin.get(reveals + "/" + leave.body().path("id").asText());
        pms.serai.sql().sql("update card_reveals set until = now()").update();
        Reply late = finance.get(reveals + "/" + leave.body().path("id").asText());

        assertKeeps(leave, 201, "CardLeave");
        assertKeeps(shown, 200, "CardShown");
        assertThat(shown.body().path("number").asText()).isEqualTo(NUMBER);
        assertThat(shown.body().path("securityCode").asText()).isEqualTo("737");
        assertThat(shown.whole().headers().firstValue("Cache-Control").orElse(""))
                .contains("no-store");
        assertKeeps(another, 410, "Problem");
        assertKeeps(late, 410, "Problem");
        assertThat(
                        pms.text(
                                "select string_agg(act, ' ' order by id) from audit where subject = 'reservation' and hotel_id = ? and actor like 'user:finance%'",
                                pms.hotel))
                .isEqualTo("ask-for-card reveal-card");
    }

    @Test
    void showsNoCardToWhomTheRightIsNotGivenNorWithoutAReason() throws IOException {
        String reveals = bookedWithCard() + "/card/reveals";

        assertKeeps(pms.api.post(reveals, REASON), 403, "Problem");
        assertKeeps(finance.post(reveals, "{\"reason\": \"why\"}"), 422, "Problem");
        assertKeeps(finance.post(reveals, "{}"), 422, "Problem");
        pms.serai.sql().sql("delete from cards where account_id = ?").param(pms.account).update();
        assertKeeps(finance.post(reveals, REASON), 404, "Problem");
    }

    @Test
    void handsOutAGuestsFileAndErasesThemOnceTheyLeft() throws IOException {
        bookedWithCard();
        String guests = "/api/hotels/" + pms.hotel + "/guests/";
        Reply file = admin.post(guests + "export", "{\"name\": \"ada lovelace\"}");
        String booking = file.body().at("/bookings/0/booking/id").asText();
        String wish = "{\"bookings\": [\"" + booking + "\"], \"reason\": \"asked by the guest\"}";
        Reply early = admin.post(guests + "erase", wish);
        pms.serai
                .sql()
                .sql(
                        "update reservations set arrival = current_date - 3, departure = current_date - 1 where hotel_id = ?")
                .param(pms.hotel)
                .update();

        Reply erased = admin.post(guests + "erase", wish);

        assertKeeps(file, 200, "GuestFile");
        assertThat(file.whole().body())
                .contains("Lovelace")
                .contains("\"lastFour\":\"1111\"")
                .doesNotContain(NUMBER);
        assertKeeps(early, 200, "GuestErased");
        assertThat(early.body().at("/bookings/0/kept").asText())
                .startsWith("the guest stays until");
        assertKeeps(erased, 200, "GuestErased");
        assertThat(erased.body().at("/bookings/0/erased").asBoolean()).isTrue();
        Reply after = admin.post(guests + "export", "{\"bookings\": [\"" + booking + "\"]}");
        assertThat(after.whole().body()).doesNotContain("Lovelace").contains("erasedAt");
        assertThat(
                        admin.post(guests + "export", "{\"name\": \"ada lovelace\"}")
                                .body()
                                .path("bookings"))
                .isEmpty();
    }

    @Test
    void leavesGuestsFilesToAdminsAndWantsToKnowWhomItIsAbout() throws IOException {
        String guests = "/api/hotels/" + pms.hotel + "/guests/";

        assertKeeps(
                pms.api.post(guests + "export", "{\"name\": \"ada lovelace\"}"), 403, "Problem");
        assertKeeps(
                finance.post(
                        guests + "erase", "{\"email\": \"a@b.example\", \"reason\": \"asked\"}"),
                403,
                "Problem");
        assertKeeps(admin.post(guests + "export", "{}"), 422, "Problem");
        assertKeeps(
                admin.post(guests + "erase", "{\"name\": \"ada lovelace\", \"reason\": \"asked\"}"),
                422,
                "Problem");
        assertKeeps(admin.post(guests + "erase", "{\"email\": \"a@b.example\"}"), 422, "Problem");
    }

    @Test
    void showsAndChangesHowLongCardsAndPeopleAreKept() throws IOException {
        String privacy = "/api/hotels/" + pms.hotel + "/privacy";

        Reply usual = pms.api.get(privacy);
        Reply changed = admin.patch(privacy, "{\"cards\": \"settled\", \"peopleDays\": 365}");

        assertKeeps(usual, 200, "Privacy");
        assertThat(usual.whole().body())
                .isEqualTo("{\"cards\":\"departure\",\"cardDays\":30,\"peopleDays\":1095}");
        assertKeeps(changed, 200, "Privacy");
        assertThat(pms.api.get(privacy).whole().body())
                .isEqualTo("{\"cards\":\"settled\",\"cardDays\":30,\"peopleDays\":365}");
        assertKeeps(pms.api.patch(privacy, "{\"cards\": \"expiry\"}"), 403, "Problem");
        assertKeeps(admin.patch(privacy, "{\"cards\": \"never\"}"), 422, "Problem");
        assertKeeps(admin.patch(privacy, "{\"cardDays\": 401}"), 422, "Problem");
    }

    @Test
    void tellsEngineersWhatOlderKeysSealed() throws IOException {
        Reply shown = user("engineer").get("/api/sealing");

        assertKeeps(shown, 200, "Sealing");
        assertThat(shown.body().path("left").path("cards.sealed").asInt()).isZero();
        assertKeeps(pms.api.get("/api/sealing"), 403, "Problem");
    }

    /** The path of a booking whose card the vault keeps. */
    private String bookedWithCard() {
        pms.take("B-" + pms.name, "new", 2);
        int booking = pms.key("select id from reservations where hotel_id = ?", pms.hotel);
        CardVault vault = pms.serai.part(CardVault.class);
        pms.serai
                .part(CardClaims.class)
                .attach(
                        vault.put(
                                        pms.account,
                                        Map.of(
                                                "CardNumber",
                                                NUMBER,
                                                "SeriesCode",
                                                "737",
                                                "ExpireDate",
                                                "1228",
                                                "CardHolderName",
                                                "A Lovelace"))
                                .token()
                                .orElseThrow(),
                        pms.hotel,
                        booking);
        return "/api/ota-payment/hotels/" + pms.hotel + "/bookings/" + booking;
    }

    private ApiClient user(String role) {
        String login = role + "-" + pms.name;
        return ApiClient.user(pms.serai, login, role, pms.hotel);
    }
}
