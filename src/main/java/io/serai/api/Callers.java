package io.serai.api;

import io.serai.channel.wire.CallsIn;
import io.serai.console.access.Grants;
import io.serai.console.access.Right;
import io.serai.console.access.UsedKey;
import io.serai.console.access.Users;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Finds who asks, by the name or the key they signed in with, and looks whether they may. */
@Component("callers")
public class Callers {

    private final Users users;
    private final OperationRights operations;

    Callers(Users users, OperationRights operations) {
        this.users = users;
        this.operations = operations;
    }

    /**
     * Who sent a request, with the hotels where they have the right that the contract names for it.
     *
     * @throws Problem 401 when nobody signed in; 403 when they are not one of the users, or see
     *     hotels and have the right at none of them
     */
    public Caller who(Exchange exchange) {
        HttpServletRequest request =
                exchange.getMessage()
                        .getHeader(Exchange.HTTP_SERVLET_REQUEST, HttpServletRequest.class);
        Principal signedIn = request == null ? null : request.getUserPrincipal();
        if (signedIn == null) {
            throw new Problem(
                    401,
                    "Nobody signed in",
                    "HTTP Basic with a user's login, or an API key as Bearer");
        }
        String operation = exchange.getFromRouteId();
        Right right =
                operations.needed(
                        operation,
                        request.getMethod(),
                        exchange.getMessage().getHeader("action", String.class));
        if (signedIn instanceof UsedKey key) {
            CallsIn.by(request, key.actor(), operation, null);
            return caller(key.actor(), key.grants(), right);
        }
        String login = signedIn.getName();
        if (!users.isUser(login)) {
            throw new Problem(403, "Not a user", "an enabled user's login");
        }
        CallsIn.by(request, "user:" + login, operation, null);
        return caller("user:" + login, users.grants(login), right);
    }

    private static Caller caller(String actor, Grants grants, Right right) {
        List<Long> hotels = grants.hotels(right);
        if (hotels.isEmpty()
                && !grants.mayEverywhere(right)
                && !grants.hotels(Right.READ).isEmpty()) {
            throw Problem.forbidden(right);
        }
        return new Caller(actor, hotels, grants);
    }

    /**
     * What is for all hotels alike is not a hotel's people's to change.
     *
     * @throws Problem 403 when it is no engineer of all hotels who asks
     */
    static void demandEngineer(Caller caller) {
        if (!caller.mayEverywhere(Right.ENGINEER)) {
            throw Problem.forbidden(Right.ENGINEER);
        }
    }
}
