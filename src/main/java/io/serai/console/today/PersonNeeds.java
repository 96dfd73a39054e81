package io.serai.console.today;

import io.serai.alert.Alerts;
import io.serai.console.Hotel;
import io.serai.content.ContentTroubles;
import io.serai.delivery.gate.HeldPrices;
import io.serai.delivery.gate.HeldWish;
import io.serai.reservation.overbooking.Overbookings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What of a hotel needs a person, the most urgent first. */
@Repository
class PersonNeeds {

    private static final int MOST = 500;

    private static final String COUNTS =
            """
            select (select count(*) from parked_messages where hotel_id = :hotel and state = 'parked') as parked,
                   (select count(*) from refusals where hotel_id = :hotel and code is distinct from 'held' and code is distinct from 'not-taken') as refused,
                   (select count(*) from reservations where hotel_id = :hotel and is_unmapped and status in ('booked', 'modified')) as unmapped,
                   (select count(*) from ota_rate_plans r join third_party_integrations c on c.id = r.connection_id
                     where r.hotel_id = :hotel and r.state = 'active' and c.open
                       and case when r.remote_rate is null then r.room_type_id is null else r.product_id is null end) as unnamed,
                   (select count(*) from reservation_revisions v join reservations r on r.id = v.reservation_id and r.revision = v.revision
                     where v.hotel_id = :hotel and v.acknowledged_at is null and v.confirm_ended_at is null
                       and v.expires_at is not null and v.received_at > now() - interval '3 days') as expiring,
                   (select count(*) from drifts where hotel_id = :hotel and settled_at is null and confirmed_at is not null) as drifted,
                   (select count(*) from channel_requests where hotel_id = :hotel and missed_at is not null and confirmed_at is null) as missed,
                   (select count(*) from connections_restored where hotel_id = :hotel and open and not is_being_told) as restored
            """;

    private final Overbookings overbookings;
    private final ContentTroubles content;

    PersonNeeds(Overbookings overbookings, ContentTroubles content) {
        this.content = content;
        this.overbookings = overbookings;
    }

    /** How many there are of each. */
    record Counts(
            int parked,
            int refused,
            int unmapped,
            int unnamed,
            int expiring,
            int drifted,
            int missed,
            int restored) {}

    List<Need> of(JdbcClient session, Hotel hotel, LocalDate today) {
        Counts counts = session.sql(COUNTS).param("hotel", hotel.id()).query(Counts.class).single();
        String at = "/hotels/" + hotel.id();
        List<Need> all = new ArrayList<>();
        add(
                all,
                new Need(
                        "overbooked",
                        overbookings.now(session, hotel.id()).size(),
                        "night sold too often|nights sold too often",
                        "See how each came to be, and move or cancel a booking.",
                        at + "/overbookings",
                        true));
        add(
                all,
                new Need(
                        "restored",
                        counts.restored(),
                        "connection to be told everything again, since the database was restored|connections to be told everything again, since the database was restored",
                        "Set again what was changed since the backup, then send everything.",
                        at + "/connections",
                        true));
        add(
                all,
                new Need(
                        "expiring",
                        counts.expiring(),
                        "booking not yet acknowledged, with a clock running|bookings not yet acknowledged, with a clock running",
                        "They are acknowledged by themselves; look at those that stay.",
                        at + "/bookings?needs=unconfirmed",
                        true));
        add(
                all,
                new Need(
                        "unmapped",
                        counts.unmapped(),
                        "booking of a room or rate that is not mapped|bookings of a room or rate that is not mapped",
                        "Map it: the booking is then counted where it belongs.",
                        "/inbox/unmapped",
                        true));
        add(
                all,
                new Need(
                        "parked",
                        counts.parked(),
                        "message that could not be processed|messages that could not be processed",
                        "Each says what it means for the hotel, and what to do.",
                        "/inbox",
                        true));
        add(
                all,
                new Need(
                        "refused",
                        counts.refused(),
                        "range of nights refused by a channel|ranges of nights refused by a channel",
                        "Put right what was refused; another value is sent by itself.",
                        at + "/refused",
                        false));
        add(
                all,
                new Need(
                        "held",
                        held(session, hotel, today),
                        "price held back|prices held back",
                        "Approve each, or put it right: the channel keeps the price before.",
                        at + "/rates",
                        false));
        add(
                all,
                new Need(
                        "unnamed",
                        counts.unnamed(),
                        "room or rate of a channel that nothing here is mapped to|rooms and rates of channels that nothing here is mapped to",
                        "Map them, or leave them: they are not sold from here.",
                        at + "/connections",
                        false));
        add(
                all,
                new Need(
                        "drifted",
                        counts.drifted(),
                        "difference between what a channel shows and what it accepted|differences between what a channel shows and what it accepted",
                        "Send ours again, or take theirs.",
                        at + "/inventory",
                        false));
        add(
                all,
                new Need(
                        "alerts",
                        Alerts.unseen(session, hotel.id()),
                        "alert that nobody knows of yet|alerts that nobody knows of yet",
                        "Each says what to do; it ends by itself once it is put right.",
                        "/inbox/alerts?hotel=" + hotel.id(),
                        true));
        add(
                all,
                new Need(
                        "missed",
                        counts.missed(),
                        "request that a channel took and told nothing of since|requests that a channel took and told nothing of since",
                        "Look at the booking at the channel.",
                        at + "/bookings",
                        false));
        add(
                all,
                new Need(
                        "content",
                        content.of(session, hotel.id()).size(),
                        "text or photo that a channel did not take|texts and photos that channels did not take",
                        "Read the channel's words and put it right; it is sent again by itself.",
                        at + "/content/channels",
                        false));
        return all;
    }

    /** What is said of one and of many stands on both sides of a bar. */
    private static void add(List<Need> all, Need need) {
        if (need.count() > 0) {
            String[] oneAndMany = need.what().split("[|]");
            all.add(need.saying(oneAndMany[need.count() == 1 ? 0 : 1]));
        }
    }

    private static int held(JdbcClient session, Hotel hotel, LocalDate today) {
        return HeldPrices.list(
                        session,
                        hotel.id(),
                        new HeldWish(
                                null,
                                null,
                                null,
                                today,
                                today.plusDays(hotel.horizon()),
                                null,
                                MOST))
                .size();
    }
}
