package io.serai.database;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.PropertyResolver;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Whether {@code serai.db.url} names a database; an empty one does not. */
public final class ExternalDatabaseGiven implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return in(context.getEnvironment());
    }

    /** The same question asked of settings that are at hand. */
    public static boolean in(PropertyResolver settings) {
        return StringUtils.hasText(settings.getProperty("serai.db.url"));
    }
}
