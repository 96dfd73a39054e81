package io.serai.reservation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.serai.reservation.IncomingReservation.Booker;
import io.serai.reservation.IncomingReservation.Room;
import io.serai.vault.KeyedHash;
import io.serai.vault.PersonalKeys;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Seals who booked and who stays, and makes them findable by the whole name or the e-mail. */
@Component
public class People {

    private static final String BOOKER = "reservation-booker";
    private static final String GUEST = "reservation-guest";
    private static final String REMARKS = "reservation-remarks";
    private static final String WORDS = "reservation-words";
    private static final String REVISION = "reservation-revision";

    private final PersonalKeys keys;
    private final KeyedHash hash;

    People(PersonalKeys keys, KeyedHash hash) {
        this.keys = keys;
        this.hash = hash;
    }

    /** What {@code guests.name_hash} and {@code reservations.booker_hash} hold for this name. */
    public byte[] nameHash(String name) {
        return hash.of("guest-name", plain(name));
    }

    /** What {@code reservations.email_hash} holds for this address. */
    public byte[] emailHash(String email) {
        return hash.of("guest-email", plain(email));
    }

    /** The booker as it was sealed. */
    public Booker openBooker(byte[] personKey, byte[] sealed) {
        return read(keys.open(personKey, sealed, BOOKER), Booker.class);
    }

    /** The name of a room's guest as it was sealed. */
    public String openGuest(byte[] personKey, byte[] sealed) {
        return new String(keys.open(personKey, sealed, GUEST), UTF_8);
    }

    /** The remarks of a room, one a line. */
    public String openRemarks(byte[] personKey, byte[] sealed) {
        return new String(keys.open(personKey, sealed, REMARKS), UTF_8);
    }

    /** What is said about the whole booking as it was sealed. */
    public Words openWords(byte[] personKey, byte[] sealed) {
        return read(keys.open(personKey, sealed, WORDS), Words.class);
    }

    /** A revision as it came, with the card as a token. */
    public IncomingReservation openRevision(byte[] personKey, byte[] sealed) {
        return ReservationJson.read(new String(keys.open(personKey, sealed, REVISION), UTF_8));
    }

    byte[] sealRevision(byte[] personKey, IncomingReservation revision) {
        return keys.seal(personKey, ReservationJson.write(revision).getBytes(UTF_8), REVISION);
    }

    /**
     * Seals the people of a reservation.
     *
     * @param notes what its guest wrote in earlier messages
     */
    SealedPeople seal(
            byte @Nullable [] personKey, IncomingReservation reservation, List<String> notes) {
        var key = personKey == null ? keys.newKey() : personKey;
        var booker = reservation.booker();
        var name = booker == null ? "" : nameOf(booker);
        return new SealedPeople(
                key,
                booker == null ? null : seal(key, ReservationJson.write(booker), BOOKER),
                name.isEmpty() ? null : nameHash(name),
                booker == null || booker.email() == null ? null : emailHash(booker.email()),
                guests(key, reservation),
                remarks(key, reservation, notes),
                words(key, reservation));
    }

    private byte @Nullable [] words(byte[] key, IncomingReservation reservation) {
        var words = new Words(reservation.remarks(), reservation.loyalty());
        return words.hasNothing() ? null : seal(key, ReservationJson.write(words), WORDS);
    }

    private Map<String, SealedPeople.Guest> guests(byte[] key, IncomingReservation reservation) {
        return reservation
                .stays()
                .filter(room -> room.guest() != null && !room.guest().isBlank())
                .collect(
                        Collectors.toMap(
                                Room::index,
                                room ->
                                        new SealedPeople.Guest(
                                                seal(key, room.guest(), GUEST),
                                                nameHash(room.guest()))));
    }

    private Map<String, byte[]> remarks(
            byte[] key, IncomingReservation reservation, List<String> notes) {
        return reservation
                .stays()
                .map(room -> Map.entry(room.index(), remarks(room, reservation, notes)))
                .filter(room -> !room.getValue().isEmpty())
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey, room -> seal(key, room.getValue(), REMARKS)));
    }

    private static String remarks(Room room, IncomingReservation reservation, List<String> notes) {
        return Stream.of(room.remarks(), notes, reservation.notes())
                .flatMap(List::stream)
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private byte[] seal(byte[] key, String text, String purpose) {
        return keys.seal(key, text.getBytes(UTF_8), purpose);
    }

    private static <T> T read(byte[] json, Class<T> type) {
        try {
            return ReservationJson.MAPPER.readValue(json, type);
        } catch (java.io.IOException e) {
            throw new IllegalStateException(
                    "a sealed " + type.getSimpleName() + " is not readable");
        }
    }

    private static String nameOf(Booker booker) {
        return Stream.of(booker.given(), booker.surname())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
    }

    private static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
