package io.serai.channel;

import io.serai.flow.FlowChanged;
import io.serai.flow.FlowFolder;
import io.serai.flow.FlowRefused;
import java.nio.file.Path;
import org.springframework.context.event.EventListener;

/** Follows edits of every {@code channel.yaml} while Serai runs. */
final class ChannelFollower {

    private final Channels channels;
    private final Path routes;

    ChannelFollower(Channels channels, Path routes) {
        this.channels = channels;
        this.routes = routes;
    }

    /** Takes a changed description, or refuses it with its line and leaves the last good one. */
    @EventListener
    void follow(FlowChanged change) {
        if (change.folder() != FlowFolder.ROUTES
                || !change.file().matches("[^/]+/channel[.]yaml")) {
            return;
        }
        Path file = routes.resolve(change.file());
        try {
            change.text()
                    .ifPresentOrElse(
                            text -> channels.take(file, text), () -> channels.forget(file));
        } catch (ChannelRefused refused) {
            throw new FlowRefused(refused.line(), refused.reason(), refused);
        }
    }
}
