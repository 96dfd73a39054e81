package io.serai.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.testing.RunningSerai;
import io.serai.testing.SampleHotel;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** The files that pages are made with, and addresses that lead nowhere. */
class PageFilesTests {

    private final SampleHotel hotel = SampleHotel.another(RunningSerai.shared().database());
    private final Visitor visitor = Visitor.signedIn(Visitor.user("viewer", hotel.id()));

    @Test
    void areAtAddressesOfTheirOwnSoThatNoLinkOfAPageIsLookedForAmongThem() {
        Map<String, ?> files =
                RunningSerai.shared().part(ResourceUrlProvider.class).getHandlerMap();

        assertThat(files.keySet()).contains("/console/**", "/webjars/**").doesNotContain("/**");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console/console.css", "/webjars/htmx.org/dist/htmx.min.js"})
    void areGiven(String file) {
        assertThat(visitor.get(file).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/nowhere", "/console/none.css", "/webjars/none.js", "/static/console/x"})
    void haveAPageWhereNothingIs(String nowhere) {
        assertThat(visitor.get(nowhere).statusCode()).isEqualTo(404);
    }
}
