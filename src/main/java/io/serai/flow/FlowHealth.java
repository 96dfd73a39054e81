package io.serai.flow;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/** Down until every file was taken or refused once; lists what is refused. */
final class FlowHealth implements HealthIndicator {

    private final FlowFiles files;

    FlowHealth(FlowFiles files) {
        this.files = files;
    }

    @Override
    public Health health() {
        Health.Builder health = files.firstLoadIsOver() ? Health.up() : Health.down();
        return health.withDetail("files", files.all().size())
                .withDetail("refused", files.refused().stream().map(FlowFile::refusal).toList())
                .build();
    }
}
