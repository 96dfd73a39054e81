package io.serai.channel;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How calls to a channel show who calls.
 *
 * @param signIn how they do where nothing else is said
 * @param signIns how those calls do that each of them names, by its name
 */
public record SignIns(SignIn signIn, Map<String, SignIn> signIns) {

    public SignIns {
        signIn = Objects.requireNonNullElse(signIn, SignIn.NONE);
        signIns = ChannelDefinition.inOrder(signIns);
    }

    /** How a call shows who calls. */
    public SignIn of(String call) {
        return signIns.values().stream()
                .filter(signIn -> signIn.calls().contains(call))
                .findFirst()
                .orElse(signIn);
    }

    /**
     * How calls do that exchange credentials for a token; empty where none does. A channel has one
     * such way at most, since an account keeps one token.
     */
    public Optional<SignIn> byToken() {
        return Stream.concat(Stream.of(signIn), signIns.values().stream())
                .filter(it -> it.kind() == SignIn.Kind.TOKEN)
                .findFirst();
    }
}
