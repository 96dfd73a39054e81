package io.serai.console.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.console.Visitor;
import io.serai.testing.Painted;
import io.serai.testing.RunningSerai;
import io.serai.testing.SampleHotel;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hotel's content and photos, without any script. */
class ContentPageTests {

    private static final RunningSerai SERAI = RunningSerai.shared();

    private final SampleHotel hotel = SampleHotel.another(SERAI.database());
    private final Visitor visitor = Visitor.signedIn(Visitor.user("operator", hotel.id()));
    private final String path = "/hotels/" + hotel.id() + "/content";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "property",
                "descriptions",
                "policies",
                "facilities",
                "contacts",
                "rooms",
                "plans",
                "products",
                "charges",
                "photos",
                "channels"
            })
    void showsEachSheet(String tab) {
        HttpResponse<String> page = visitor.get(path + "/" + tab);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("What the hotel says of itself");
        assertThat(
                        Visitor.signedIn(Visitor.user("viewer", hotel.id()))
                                .get(path + "/" + tab)
                                .body())
                .doesNotContain(">Save<")
                .doesNotContain("Send now");
    }

    @Test
    void savesAPartAndShowsItBesideWhatTheChannelHolds() {
        HttpResponse<String> saved =
                save(
                        "room:DBL",
                        "rooms",
                        Map.of(
                                "kind", "double",
                                "bedrooms.0.kind", "bedroom",
                                "bedrooms.0.beds.0.type", "king",
                                "bedrooms.0.beds.0.count", "1",
                                "squareMeters", "24,5",
                                "amenities", "balcony"));

        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(saved.headers().firstValue("Location").orElseThrow())
                .endsWith("/content/rooms?part=room%3ADBL");
        String page = visitor.get(followed(saved)).body();
        assertThat(page)
                .contains("Saved. Channels are told tonight")
                .contains("value=\"24.5\"")
                .contains("<td>24.5</td>")
                .contains("to be sent");
        assertThat(written("room"))
                .contains("\"beds\": [{\"type\": \"king\", \"count\": 1}]")
                .doesNotContain("maxGuests");
    }

    @Test
    void showsWhatAPlanSaysOfTheRoomItIsSoldForAndKeepsWhatIsForOneChannel() {
        String page = visitor.get(path + "/products").body();
        HttpResponse<String> saved =
                save(
                        "product:DBL~STD",
                        "products",
                        Map.of("own", "{\"bookingcom\": {\"size\": 24}}"));

        assertThat(page)
                .contains("Garden Double · Standard", "Plan, name", "Max guests")
                .contains("changed there", "At the channels");
        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(written("product")).isEqualTo("{\"own\": {\"bookingcom\": {\"size\": 24}}}");
    }

    @Test
    void hasAChannelShowWhatItHoldsOfAPartOrOfAll() {
        String act = path + "/channels/" + hotel.connection() + "/read";
        visitor.get(path + "/property");

        HttpResponse<String> all = visitor.post(act, Map.of(), "HX-Request", "true");
        HttpResponse<String> none =
                visitor.post(act, Map.of("sync", "999999"), "HX-Request", "true");

        assertThat(all.statusCode()).isEqualTo(200);
        assertThat(all.body()).contains("Booking.com is asked what it holds of");
        assertThat(none.statusCode()).isEqualTo(409);
        assertThat(none.body()).contains("shows nothing of it now");
        assertThat(visitor.get(path + "/property").body())
                .contains("Read there", "last read there never");
        assertThat(visitor.get(path + "/channels").body()).contains("Read all there", "Last read");
    }

    @Test
    void tellsWhatMovedSinceItWasSeen() {
        for (String since : List.of("/held?part=room:DBL&", "/channels/now?", "/photos/now?")) {
            HttpResponse<String> moved = visitor.get(path + since + "seen=other");
            Matcher seen = Pattern.compile("seen=([0-9a-f]+)").matcher(moved.body());

            assertThat(moved.statusCode()).as(since).isEqualTo(200);
            assertThat(seen.find()).isTrue();
            assertThat(visitor.get(path + since + "seen=" + seen.group(1)).statusCode())
                    .as(since)
                    .isEqualTo(204);
        }
    }

    @Test
    void saysWhatIsWrongAndWhoWroteMeanwhile() {
        HttpResponse<String> wrong =
                save("property", "property", Map.of("floors", "many", "website", "our-house"));
        String seen = seen("property");
        save("property", "property", Map.of("floors", "3"));
        HttpResponse<String> late =
                visitor.post(
                        path + "/parts",
                        Map.of("part", "property", "seen", seen, "floors", "4"),
                        "HX-Request",
                        "true");

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("Not saved:", "/floors: ", "value=\"many\"", "aria-invalid=\"true\"");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Somebody else wrote meanwhile", "value=\"4\"");
        assertThat(written("property")).isEqualTo("{\"floors\": 3}");
        assertThat(save("room:NONE", "property", Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void putsALanguageBesideTheOthers() {
        save(
                "descriptions",
                "descriptions",
                Map.of("about.en", "The house", "about.pt-BR", "A casa"));

        String added = visitor.get(path + "/descriptions?language=fr").body();
        String odd = visitor.get(path + "/descriptions?language=french").body();

        assertThat(added)
                .contains("name=\"about.en\"", "name=\"about.fr\"", "name=\"about.pt-BR\"");
        assertThat(odd).contains("&#39;french&#39; is no language (expected: as fr or pt-BR)");
    }

    @Test
    void takesPhotosByAPlainFormAndOrdersThemByButtons() {
        visitor.get(path + "/photos");
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("garden.png", Painted.png(700, 700, 9_100));
        files.put("notes.txt", new byte[] {1, 2, 3, 4});
        files.put("sea.png", Painted.png(700, 700, 9_101));

        visitor.upload(path + "/photos", "file", files);
        String page = visitor.get(path + "/photos").body();
        List<String> ids = ids(page);
        visitor.post(
                path + "/photos/" + ids.get(1), Map.of("caption.en", "The sea", "rooms", "DBL"));
        visitor.get(path + "/photos");
        visitor.post(path + "/photos/" + ids.get(1) + "/main", Map.of());
        visitor.get(path + "/photos");
        visitor.post(path + "/photos/" + ids.get(1) + "/move", Map.of("by", "-1"));

        assertThat(page)
                .contains("notes.txt is not taken. ", "it has to be a JPEG or PNG picture.")
                .contains("2 photos are added.");
        String now = visitor.get(path + "/photos").body();
        assertThat(ids(now)).containsExactly(ids.get(1), ids.get(0));
        assertThat(now).contains("It is number 1 now.", "alt=\"The sea\"", "unsent");
        assertThat(now.indexOf(">MAIN<")).isLessThan(now.indexOf("photo-" + ids.get(0)));
        HttpResponse<String> short_ =
                visitor.post(
                        path + "/photos/order", Map.of("photos", ids.get(0)), "HX-Request", "true");
        assertThat(short_.statusCode()).isEqualTo(422);
        visitor.post(path + "/photos/" + ids.get(0) + "/remove", Map.of());
        assertThat(ids(visitor.get(path + "/photos").body())).containsExactly(ids.get(1));
    }

    @Test
    void showsHowFarAHotelIsMadeAtAChannelAndWhatAPersonDoesThere() {
        for (String state : List.of("there", "lacking")) {
            SERAI.sql()
                    .sql(
                            "insert into content_syncs (hotel_id, connection_id, kind, step, position, state, words) values (?, ?, 'step', ?, 1, ?, 'sign the agreement')")
                    .params(
                            hotel.id(),
                            hotel.connection(),
                            state.equals("there") ? "legal-entity" : "check",
                            state)
                    .update();
        }
        SERAI.sql()
                .sql(
                        "insert into content_creations (hotel_id, connection_id, state, step, words) values (?, ?, 'stopped', 'check', 'no e-mail address')")
                .params(hotel.id(), hotel.connection())
                .update();
        String act = path + "/channels/" + hotel.connection();

        String page = visitor.get(path + "/channels").body();
        HttpResponse<String> done =
                visitor.post(act + "/step", Map.of("step", "legal-entity"), "HX-Request", "true");
        HttpResponse<String> again =
                visitor.post(act + "/step", Map.of("step", "legal-entity"), "HX-Request", "true");
        HttpResponse<String> made = visitor.post(act + "/create", Map.of(), "HX-Request", "true");

        assertThat(page)
                .contains("11 of 13 steps done, stopped", "no e-mail address", "sign the agreement")
                .contains("It is done");
        assertThat(done.body()).contains("Noted: done at Booking.com.");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(made.statusCode()).isEqualTo(409);
        assertThat(made.body()).contains("Cannot be made: configuration: no legal_entity_id");
        assertThat(visitor.get(path + "/channels").body()).contains("12 of 13 steps done");
    }

    @Test
    void callsPartsAndFieldsAsPeopleDo() {
        String channels = visitor.get(path + "/channels").body();
        String held = visitor.get(path + "/property").body();

        assertThat(channels).contains(">Garden Double<").doesNotContain(">room:DBL<", ">property.");
        assertThat(held).contains("Property, built").doesNotContain(">property.built<");
        assertThat(ContentSchema.path("address.line1")).isEqualTo("Address, line 1");
        assertThat(ContentSchema.path("bedrooms.0.beds.1.kind"))
                .isEqualTo("Bedrooms 1, beds 2, kind");
        assertThat(ContentSchema.path("about.pt")).isEqualTo("About, Portuguese");
        assertThat(ContentSchema.path("policies.valid.to")).isEqualTo("Policies, valid, to");
    }

    @Test
    void offersNothingToSendWhereTheChannelTakesNoContent() {
        String before = visitor.get(path + "/property").body();
        SERAI.sql()
                .sql("update third_party_integrations set provider = 'no-content' where id = ?")
                .param(hotel.connection())
                .update();

        String all = visitor.get(path + "/channels").body();
        String held = visitor.get(path + "/property").body();

        assertThat(before).contains("Send now");
        assertThat(all).doesNotContain("Send now", "Try refused again");
        assertThat(all).contains("takes no content from here, so there is nothing to send");
        assertThat(held).doesNotContain("Send now").contains("takes no content from here");
    }

    @Test
    void saysWhatCannotBeReadAtAChannelAndReadsTheRest() {
        String act = path + "/channels/" + hotel.connection();

        HttpResponse<String> read =
                visitor.post(act + "/read", Map.of("sync", "0"), "HX-Request", "true");
        String texts = visitor.get(path + "/descriptions").body();

        assertThat(read.statusCode()).isEqualTo(409);
        assertThat(read.body()).contains("Booking.com shows nothing of it");
        assertThat(texts).contains("Cannot be read there", "one description, in one language");
    }

    @Test
    void letsNobodyChangeWhoOnlyLooksAndShowsNothingOfOtherHotels() {
        Visitor viewer = Visitor.signedIn(Visitor.user("viewer", hotel.id()));
        Visitor stranger =
                Visitor.signedIn(
                        Visitor.user("operator", SampleHotel.another(SERAI.database()).id()));
        viewer.get(path + "/photos");
        stranger.get("/inbox");
        visitor.get(path + "/photos");

        assertThat(
                        viewer.post(path + "/parts", Map.of("part", "property", "seen", ""))
                                .statusCode())
                .isEqualTo(403);
        assertThat(viewer.post(path + "/photos/sync", Map.of()).statusCode()).isEqualTo(403);
        assertThat(stranger.get(path + "/property").statusCode()).isEqualTo(404);
        assertThat(visitor.post(path + "/channels/1/sync", Map.of()).statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> save(String part, String tab, Map<String, String> entered) {
        Map<String, String> form = new LinkedHashMap<>(entered);
        form.put("part", part);
        form.put("seen", seen(tab));
        return visitor.post(path + "/parts", form);
    }

    /** Where an answer leads to, as browsers follow it. */
    private static String followed(HttpResponse<String> answer) {
        URI to = URI.create(answer.headers().firstValue("Location").orElseThrow());
        return to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery());
    }

    private String seen(String tab) {
        Matcher version =
                Pattern.compile("name=\"seen\" value=\"([0-9a-f]+)\"")
                        .matcher(visitor.get(path + "/" + tab).body());
        assertThat(version.find()).isTrue();
        return version.group(1);
    }

    private String written(String kind) {
        return SERAI.sql()
                .sql("select content::text from content_parts where hotel_id = ? and kind = ?")
                .params(hotel.id(), kind)
                .query(String.class)
                .single();
    }

    private static List<String> ids(String page) {
        return Pattern.compile("data-photo=\"([0-9]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
