package io.serai.console.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.console.Visitor;
import io.serai.testing.RunningSerai;
import io.serai.testing.SampleHotel;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is mapped in the inbox is counted again, a bounded part of it while a person waits. */
class UnmappedPageTests {

    private static final RunningSerai SERAI = RunningSerai.shared();

    private final SampleHotel hotel = SampleHotel.another(SERAI.database());
    private final Visitor visitor = Visitor.signedIn(Visitor.user("operator", hotel.id()));

    @Test
    void countsABoundedPartAtOnceAndSaysHowManyAreLeft() {
        book(CountedAgain.MOST + 2);
        visitor.get("/inbox/unmapped");

        HttpResponse<String> mapped = map();
        String page = visitor.get("/inbox/unmapped").body();

        assertThat(mapped.statusCode()).isEqualTo(302);
        assertThat(page).contains("200 bookings are counted").contains("2 more are left");
        assertThat(unmapped()).isEqualTo(2);
    }

    @Test
    void mapsNothingOfAConnectionThatIsLeftAndSaysSo() {
        book(1);
        SERAI.sql()
                .sql("update third_party_integrations set state = 'disconnected' where id = ?")
                .param(hotel.connection())
                .update();

        String page = visitor.get("/inbox/unmapped").body();
        HttpResponse<String> mapped = map();

        assertThat(page).contains("The connection is left").doesNotContain("/read");
        assertThat(mapped.statusCode()).isEqualTo(404);
        assertThat(unmapped()).isEqualTo(1);
    }

    @Test
    void findsOneAmongManyByItsNumberAndShowsTheOthersOnPagesThatAreLinked() {
        String before = visitor.get("/inbox/unmapped").body();
        book(120);

        String first = visitor.get("/inbox/unmapped").body();
        String last = visitor.get("/inbox/unmapped?page=3&sort=hotel").body();
        String one = visitor.get("/inbox/unmapped?number=u117&hotel=" + hotel.id()).body();
        String none = visitor.get("/inbox/unmapped?hotel=Ritz").body();

        assertThat(before).contains("Nothing to do: the room and the rate");
        assertThat(first)
                .contains("Page 1 of 3, 120 in all", "page=2", ">Booking u1<", ">Booking u50<")
                .doesNotContain(">Booking u51<");
        assertThat(last).contains("Page 3 of 3", ">Booking u120<");
        assertThat(one).contains(">Booking u117<").doesNotContain(">Booking u11<");
        assertThat(none).contains("is called &#39;Ritz&#39;").doesNotContain("Nothing to do");
    }

    /** A second room of the channel is said to be a second room type. */
    private HttpResponse<String> map() {
        Map<String, Object> keys =
                SERAI.sql()
                        .sql(
                                """
                                with room as (insert into room_types (hotel_id, code, name, size, max_guests) values (:hotel, 'SUI', 'Sea Suite', 2, 2) returning id),
                                remote as (insert into ota_rate_plans (hotel_id, connection_id, remote_room, room_name) values (:hotel, :connection, 'x', 'Attic') returning id)
                                select room.id as room, remote.id as remote from room, remote
                                """)
                        .param("hotel", hotel.id())
                        .param("connection", hotel.connection())
                        .query()
                        .singleRow();
        return visitor.post(
                "/inbox/unmapped/hotels/%d/connections/%d/%s"
                        .formatted(hotel.id(), hotel.connection(), keys.get("remote")),
                Map.of("meaning", keys.get("room").toString()));
    }

    private void book(int count) {
        SERAI.sql()
                .sql(
                        """
                        insert into reservations (hotel_id, connection_id, account_id, provider, number, status, revision, arrival, departure, is_unmapped)
                        select ?, ?, ?, 'booking.com', 'u' || n, 'booked', 1, current_date + 5, current_date + 6, true from generate_series(1, ?) n
                        """)
                .params(hotel.id(), hotel.connection(), hotel.account(), count)
                .update();
    }

    private int unmapped() {
        return SERAI.sql()
                .sql("select count(*) from reservations where hotel_id = ? and is_unmapped")
                .param(hotel.id())
                .query(Integer.class)
                .single();
    }
}
