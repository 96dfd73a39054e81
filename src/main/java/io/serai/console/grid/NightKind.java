package io.serai.console.grid;

import java.util.Locale;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** What a night is of. */
public enum NightKind {
    ROOMS,
    PRODUCTS;

    /** The page that it is changed on. */
    String section() {
        return this == ROOMS ? "inventory" : "rates";
    }

    /** As it stands in addresses. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As it stands in addresses. */
    @Component
    static final class Reader implements Converter<String, NightKind> {

        @Override
        public NightKind convert(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
