package io.serai.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExpediaNotificationTests {

    private static final StandIn STAND_IN =
            StandIn.start(
                    Map.of(
                            "sandbox.expedia.graph.tick", "20ms",
                            "sandbox.expedia.graph.first-retry", "100ms",
                            "sandbox.expedia.expiry.pushed", "3s"));

    private final ExpediaHotel hotel =
            new ExpediaHotel(STAND_IN.expedia(), ", \"delivery\": \"graphql\"", "");
    private final GraphClient partner = new GraphClient(hotel);
    private final CallbackDesk desk = new CallbackDesk();
    private final String secret = desk.register(partner);

    @AfterEach
    void close() {
        desk.close();
    }

    @AfterAll
    static void stop() {
        STAND_IN.close();
    }

    @Test
    void greetsANewAddressOnceAndSignsEachNotification() throws Exception {
        var id = book();

        await().until(() -> !desk.notifications().isEmpty() && desk.greetings().size() == 1);
        var told = desk.notifications().get(0);

        assertThat(told.headers()).containsEntry("api-key", "our-key");
        assertThat(told.headers().get("x-eg-notification-signature-v2"))
                .isEqualTo("sha256=" + signature(told));
        assertThat(told.json().path("event_name").asText())
                .isEqualTo("ReservationNotificationEvent");
        assertThat(told.json().at("/payload/reservation_id").asText()).isEqualTo(Long.toString(id));
        assertThat(told.json().at("/payload/action_type").asText()).isEqualTo("BOOKED");
    }

    @Test
    void sendsItAgainUntilItIsConfirmedWithItsOwnToken() {
        var id = book();
        await().until(() -> desk.notifications().size() >= 2);

        var wrong = confirm(id, "BOOKED", "no-such-token");
        var confirmed = confirm(id, "BOOKED", desk.notifications().get(0).token());

        assertThat(wrong.at("/errors/0/extensions/code").asText()).isEqualTo("BAD_USER_INPUT");
        assertThat(confirmed.has("errors")).isFalse();
        var sent = desk.notifications().size();
        await().during(Duration.ofMillis(500)).until(() -> desk.notifications().size() <= sent + 1);
        assertThat(states()).isEqualTo("confirmed");
    }

    @Test
    void takesATokenOfTheNewestVersionOnly() {
        var id = book();
        await().until(() -> !desk.notifications().isEmpty());
        hotel.cancel(id);
        await().until(() -> of("CANCELLED") != null);

        var stale = confirm(id, "BOOKED", of("BOOKED").token());
        var newest = confirm(id, "CANCELLED", of("CANCELLED").token());

        assertThat(stale.at("/errors/0/extensions/code").asText())
                .isEqualTo("STALE_CONFIRMATION_TOKEN");
        assertThat(newest.has("errors")).isFalse();
        assertThat(states()).isEqualTo("confirmed confirmed");
    }

    @Test
    void listsWhatNoTryBroughtHome() {
        desk.answers(503);
        var id = book();

        await().atMost(Duration.ofSeconds(90))
                .until(() -> undelivered().path("totalCount").asInt() == 1);
        var element = undelivered().at("/elements/0");

        assertThat(element.at("/notification/payload/reservation_id").asText())
                .isEqualTo(Long.toString(id));
        assertThat(element.at("/error/code").asText()).isEqualTo("HTTP_503");
        assertThat(states()).isEqualTo("mailed");
        var late =
                confirm(
                        id,
                        "BOOKED",
                        element.at("/notification/payload/confirmation_token").asText());
        assertThat(late.has("errors")).isFalse();
        assertThat(undelivered().path("totalCount").asInt()).isZero();
    }

    private long book() {
        return hotel.book(hotel.wish(hotel.plan(1), 10, 12, ", \"force\": true"));
    }

    private CallbackDesk.Got of(String action) {
        return desk.notifications().stream()
                .filter(told -> told.json().at("/payload/action_type").asText().equals(action))
                .findFirst()
                .orElse(null);
    }

    private JsonNode confirm(long id, String action, String token) {
        return partner.mutate(
                "confirmReservationNotification",
                """
                {"clientMutationId": "1", "propertyId": "%d", "reservationId": "%d", "confirmationToken": "%s",
                 "actionType": "%s", "confirmationCode": "S1"}"""
                        .formatted(hotel.id, id, token, action));
    }

    private JsonNode undelivered() {
        return partner.data(
                        "{ undeliveredNotifications(limit: 10, filters: {eventType: \"ReservationNotificationEvent\"})"
                                + " { totalCount cursor elements { notification { notificationId creationDateTime payload } error { code } } } }",
                        "{}")
                .path("undeliveredNotifications");
    }

    private String states() {
        var shown = hotel.channel.control("GET", "/sandbox/hotels/" + hotel.id + "/bookings", null);
        return String.join(" ", shown.at("/0/transactions").findValuesAsText("state"));
    }

    private String signature(CallbackDesk.Got told) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
        var signed = told.headers().get("x-eg-notification-timestamp") + "." + told.body();
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
    }
}
