package io.serai.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.serai.hotel.night.HotelNights;
import io.serai.hotel.night.NightsRefused;
import io.serai.hotel.night.NightsStale;
import io.serai.hotel.night.NightsWriter;
import io.serai.hotel.night.TooMuch;
import io.serai.hotel.night.Updates;
import io.serai.hotel.night.Written;
import java.io.IOException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes nights, and tells callers why nothing was written. */
@Component
class NightWriting {

    private final NightsWriter writer;

    NightWriting(NightsWriter writer) {
        this.writer = writer;
    }

    Written write(JdbcClient database, HotelNights nights, Updates updates, boolean dryRun) {
        try {
            return writer.write(database, nights, updates, dryRun);
        } catch (NightsRefused refused) {
            Problem problem =
                    new Problem(422, "Nothing written", String.valueOf(refused.getMessage()));
            problem.with("errors", refused.first().stream().map(NightShape::fault).toList());
            throw refused.more() == 0 ? problem : problem.with("more", refused.more());
        } catch (NightsStale stale) {
            NightShape shape = new NightShape(nights);
            Problem problem =
                    new Problem(
                            409, "Written by somebody else", String.valueOf(stale.getMessage()));
            problem.with("newer", stale.newer().stream().map(shape::night).toList());
            throw stale.more() == 0 ? problem : problem.with("more", stale.more());
        } catch (TooMuch much) {
            throw new Problem(413, "Too large", String.valueOf(much.getMessage()));
        } catch (JsonProcessingException broken) {
            throw Problem.bad(place(broken));
        } catch (IOException gone) {
            throw Problem.bad("body: did not come in whole (expected: all of it)");
        }
    }

    private static String place(JsonProcessingException broken) {
        var at = broken.getLocation();
        return "body: "
                + broken.getOriginalMessage()
                + (at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr());
    }
}
