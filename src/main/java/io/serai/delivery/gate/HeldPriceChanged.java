package io.serai.delivery.gate;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What somebody decided about is not the price that is held now: nothing was done. */
public final class HeldPriceChanged extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final HeldPriceId id;
    private final LocalDate night;
    private final @Nullable String now;

    HeldPriceChanged(HeldPriceId id, LocalDate night, @Nullable String now) {
        super(id.prices() + " is not held on " + night);
        this.id = id;
        this.night = night;
        this.now = now;
    }

    /** What was decided about. */
    public HeldPriceId id() {
        return id;
    }

    /** The first night for which it is so. */
    public LocalDate night() {
        return night;
    }

    /** The prices held there now, in minor units; none: none are. */
    public @Nullable Long[] now() {
        return now == null ? new Long[0] : HeldPriceId.minor(now);
    }
}
