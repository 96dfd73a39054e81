package io.serai.console;

import java.util.Locale;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** What a night is of. */
enum NightKind {
    ROOMS,
    PRODUCTS;

    /** As it stands in addresses. */
    @Component
    static final class Reader implements Converter<String, NightKind> {

        @Override
        public NightKind convert(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
