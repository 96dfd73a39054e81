package io.serai.certified;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.delivery.LargeHotel;
import io.serai.delivery.Unsent;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 20 room types, 200 room-rates, 500 nights varied like a real hotel. */
class LargeHotelTests {

    @ParameterizedTest
    @CsvSource({"booking.com, 98001, 1000, 1000000", "expedia, 98002, 5000, 100000"})
    void keepsEachMessageOfAFirstSyncWithinTheChannelsLimits(
            String provider, String name, int mostUpdates, int mostBytes) {
        var serai = CertifyingSerai.RUNNING;
        var hotel = LargeHotel.open(serai.sql(), provider, name, 20, 10, 500);

        var all = new Unsent(serai::part).of(hotel.connection());

        System.out.printf(
                "%s: %d messages, %.1f MB, compared %.2f s, folded %.2f s, written %.2f s%n",
                provider,
                all.messages().size(),
                all.bytes() / 1e6,
                all.compared(),
                all.folded(),
                all.written());
        List<Unsent.Message> messages = all.messages();
        assertThat(messages).allMatch(message -> message.bytes() <= mostBytes);
        if (provider.equals("expedia")) {
            assertThat(messages).allMatch(message -> message.values() <= mostUpdates);
        } else {
            assertThat(messages).allMatch(message -> message.updates() <= mostUpdates);
        }
    }
}
