package io.serai.reservation.guest;

import io.serai.reservation.People;
import io.serai.reservation.detail.BookingDetail;
import io.serai.reservation.detail.BookingDetails;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds a guest's bookings by keyed hashes, and puts together all that is known of them. */
@Component
public class GuestFiles {

    private final People people;
    private final BookingDetails details;
    private final StayRows rows;
    private final StayTexts texts;
    private final Clock clock;

    GuestFiles(People people, BookingDetails details, StayRows rows, StayTexts texts, Clock clock) {
        this.people = people;
        this.details = details;
        this.rows = rows;
        this.texts = texts;
        this.clock = clock;
    }

    /** The keys of the bookings of a hotel that are somebody's, as far as the session sees them. */
    public List<Long> find(JdbcClient session, int hotel, GuestSubject subject) {
        return session.sql(
                        """
                        select r.id from reservations r
                         where r.hotel_id = :hotel
                           and (r.id = any (:bookings) or r.email_hash = :email or r.booker_hash = :name
                                or r.id in (select g.reservation_id from guests g where g.hotel_id = :hotel and g.name_hash = :name))
                         order by r.id
                        """)
                .param("hotel", hotel)
                .param("bookings", subject.bookings().toArray(Long[]::new))
                .param("email", subject.email() == null ? null : people.emailHash(subject.email()))
                .param("name", subject.name() == null ? null : people.nameHash(subject.name()))
                .query(Long.class)
                .list();
    }

    /** All that is known of those bookings, which must be ones that the session sees. */
    public GuestFile file(JdbcClient session, int hotel, List<Long> bookings) {
        return new GuestFile(
                Integer.toString(hotel),
                clock.instant(),
                details.read(session, bookings).stream().map(this::stay).toList());
    }

    private GuestFile.Stay stay(BookingDetail booking) {
        long id = Long.parseLong(booking.id());
        return new GuestFile.Stay(
                booking,
                rows.erasedAt(id),
                rows.revisions(id),
                rows.cards(id),
                texts.about(id),
                rows.passedOn(id),
                rows.requests(id),
                rows.acts(id));
    }
}
