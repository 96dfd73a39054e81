package io.serai.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.serai.channel.connection.TurnedRemote;
import io.serai.channel.connection.Turning;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a connection would be turned to.
 *
 * @param number the hotel's number at the channel
 * @param remotes what the channel shows of that hotel
 * @param gone names of what means something now and is not there
 */
public record TurningView(String number, boolean live, List<Remote> remotes, List<String> gone) {

    /**
     * A room or rate there.
     *
     * @param rate missing: the room itself
     * @param means what it would mean; missing: that is not known
     * @param why kept, suggested or none; what is suggested is not mapped unasked
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Remote(
            String room,
            @Nullable String rate,
            String name,
            boolean inherits,
            List<MappedRemoteView.Meant> offers,
            MappedRemoteView.@Nullable Meant means,
            String why) {

        static Remote of(TurnedRemote remote) {
            return new Remote(
                    remote.key().room(),
                    remote.key().rate(),
                    remote.name(),
                    remote.inherits(),
                    remote.offers().stream().map(MappedRemoteView.Meant::of).toList(),
                    MappedRemoteView.Meant.of(remote.means()),
                    remote.why().name().toLowerCase(Locale.ROOT));
        }
    }

    static TurningView of(Turning turning) {
        return new TurningView(
                turning.number(),
                turning.live(),
                turning.remotes().stream().map(Remote::of).toList(),
                turning.gone());
    }
}
