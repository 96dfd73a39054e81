package io.serai.reservation.detail;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of some bookings, as the database keeps them. */
record DetailRows(
        List<Head> heads,
        Map<Long, List<RoomRow>> rooms,
        Map<Long, List<NightRow>> nights,
        Map<Long, List<RevisionRow>> revisions) {

    private static final String HEADS =
            """
            select r.id, r.hotel_id, r.connection_id, r.provider, r.number, r.hotel_number, r.brand, r.status, r.revision, r.arrival,
                   r.departure, r.currency, r.total, r.tax, r.commission, r.booked_at, r.confirmed_at, r.created_at, r.updated_at,
                   r.is_oversold, r.is_unmapped, r.is_rejected, r.has_details, r.person_key, r.booker_sealed, r.words_sealed,
                   r.services::text as services, p.collected_by, p.method, p.amount, p.currency as payment_currency, p.card_last4,
                   p.chargeable_from, p.status as payment_status
              from reservations r left join ota_payments p on p.reservation_id = r.id
             where r.id = any (:ids)
            """;
    private static final String ROOMS =
            """
            select m.reservation_id, m.room_index, t.code as room_type, m.remote_room, m.room_name, m.meal_plan, m.arrival, m.departure,
                   m.adults, m.children, m.ages::text as ages, m.guest_sealed, m.remarks_sealed, m.total, m.cancellation::text as cancellation
              from reservation_rooms m left join room_types t on t.id = m.room_type_id
             where m.reservation_id = any (:ids) order by m.reservation_id, m.room_index
            """;
    private static final String NIGHTS =
            """
            select n.reservation_id, n.room_index, n.night, l.code as rate_plan, n.remote_rate, n.price, n.fees, n.promotion,
                   n.room_type_id is not null as counted
              from reservation_nights n
              left join products p on p.id = n.product_id
              left join rate_plans l on l.id = p.rate_plan_id
             where n.reservation_id = any (:ids) order by n.reservation_id, n.room_index, n.night
            """;
    private static final String REVISIONS =
            """
            select id, reservation_id, revision, kind, received_at, changed_at, acknowledged_at,
                   case when acknowledged_at is null and confirm_ended_at is null then expires_at end as confirm_by, confirm_words
              from reservation_revisions where reservation_id = any (:ids) order by reservation_id, revision
            """;

    /** The rows of the bookings of these keys that the session sees. */
    static DetailRows read(JdbcClient session, Collection<Long> ids) {
        var keys = ids.toArray(Long[]::new);
        return new DetailRows(
                all(session, HEADS, keys, Head.class),
                all(session, ROOMS, keys, RoomRow.class).stream()
                        .collect(Collectors.groupingBy(RoomRow::reservationId)),
                all(session, NIGHTS, keys, NightRow.class).stream()
                        .collect(Collectors.groupingBy(NightRow::reservationId)),
                all(session, REVISIONS, keys, RevisionRow.class).stream()
                        .collect(Collectors.groupingBy(RevisionRow::reservationId)));
    }

    private static <T> List<T> all(JdbcClient session, String sql, Long[] ids, Class<T> type) {
        return session.sql(sql).param("ids", ids).query(type).list();
    }

    static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }

    /** A booking, and how it is paid. */
    record Head(
            long id,
            @Nullable Integer hotelId,
            @Nullable Integer connectionId,
            String provider,
            String number,
            @Nullable String hotelNumber,
            @Nullable String brand,
            String status,
            int revision,
            @Nullable LocalDate arrival,
            @Nullable LocalDate departure,
            @Nullable String currency,
            @Nullable BigDecimal total,
            @Nullable BigDecimal tax,
            @Nullable BigDecimal commission,
            @Nullable OffsetDateTime bookedAt,
            @Nullable OffsetDateTime confirmedAt,
            OffsetDateTime createdAt,
            OffsetDateTime updatedAt,
            boolean isOversold,
            boolean isUnmapped,
            boolean isRejected,
            boolean hasDetails,
            byte @Nullable [] personKey,
            byte @Nullable [] bookerSealed,
            byte @Nullable [] wordsSealed,
            @Nullable String services,
            @Nullable String collectedBy,
            @Nullable String method,
            @Nullable BigDecimal amount,
            @Nullable String paymentCurrency,
            @Nullable String cardLast4,
            @Nullable LocalDate chargeableFrom,
            @Nullable String paymentStatus) {}

    record RoomRow(
            long reservationId,
            String roomIndex,
            @Nullable String roomType,
            String remoteRoom,
            @Nullable String roomName,
            @Nullable String mealPlan,
            LocalDate arrival,
            LocalDate departure,
            int adults,
            int children,
            @Nullable String ages,
            byte @Nullable [] guestSealed,
            byte @Nullable [] remarksSealed,
            @Nullable BigDecimal total,
            @Nullable String cancellation) {}

    record NightRow(
            long reservationId,
            String roomIndex,
            LocalDate night,
            @Nullable String ratePlan,
            @Nullable String remoteRate,
            @Nullable BigDecimal price,
            @Nullable BigDecimal fees,
            @Nullable String promotion,
            boolean counted) {}

    record RevisionRow(
            long id,
            long reservationId,
            int revision,
            String kind,
            OffsetDateTime receivedAt,
            @Nullable OffsetDateTime changedAt,
            @Nullable OffsetDateTime acknowledgedAt,
            @Nullable OffsetDateTime confirmBy,
            @Nullable String confirmWords) {}
}
