package io.serai.console.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a page, or one of its acts, asks of whoever calls it: at the hotel of its path ({@code
 * {hotel}}), or at any hotel where it has none. Without it, looking needs {@link Right#READ}, and
 * all else {@link Right#OPERATE}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Needs {

    /** The right. */
    Right value();
}
