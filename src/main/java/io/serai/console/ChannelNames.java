package io.serai.console;

import io.serai.channel.Channels;
import io.serai.reservation.detail.BookingDetail;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What channels are called, as their {@code channel.yaml} says it. */
@Component
public class ChannelNames {

    private static final String OWN = "Direct";

    private final Channels channels;

    ChannelNames(Channels channels) {
        this.channels = channels;
    }

    /** The name of a channel of this code; the code where it has no folder. */
    public String of(String code) {
        return code.equals(BookingDetail.DIRECT)
                ? OWN
                : channels.findByCode(code)
                        .map(channel -> channel.definition().name())
                        .orElse(code);
    }

    /** All that there are by their codes, and the hotel's own bookings. */
    public Map<String, String> all() {
        Map<String, String> all = new TreeMap<>();
        all.put(BookingDetail.DIRECT, OWN);
        channels.all().forEach(each -> all.put(each.code(), each.definition().name()));
        return all;
    }
}
