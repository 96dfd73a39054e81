package io.serai.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** How a failure is dealt with; {@code routes/common/errors.camel.yaml} says the same of routes. */
public enum Family {
    /** Time may cure it: tried again by itself, after growing pauses. */
    MAY_PASS,
    /** Only a person can: it waits for one. */
    CANNOT_PASS,
    /** Time might have cured it, and did not. */
    POISONED,
    /** It waits behind an earlier message of its booking, and goes on by itself after that. */
    HELD;

    private static final List<Class<? extends Throwable>> PASSING =
            List.of(
                    IOException.class,
                    TransientDataAccessException.class,
                    RecoverableDataAccessException.class,
                    DataAccessResourceFailureException.class,
                    CannotCreateTransactionException.class,
                    TransactionSystemException.class);

    /** The family of a failure, by what it was caused by. */
    public static Family of(Throwable failure) {
        List<Throwable> causes =
                Stream.iterate(failure, it -> it != null, Throwable::getCause).limit(20).toList();
        if (causes.stream().anyMatch(HeldBehind.class::isInstance)) {
            return HELD;
        }
        return causes.stream().anyMatch(Family::passes) ? MAY_PASS : CANNOT_PASS;
    }

    /** Its word in the database and the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A text that cannot be read stays so, though it is an {@link IOException} to its parser. */
    private static boolean passes(Throwable cause) {
        return PASSING.stream().anyMatch(kind -> kind.isInstance(cause))
                && !(cause instanceof JsonProcessingException)
                && !(cause instanceof CharacterCodingException);
    }
}
