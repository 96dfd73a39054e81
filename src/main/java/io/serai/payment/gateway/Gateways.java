package io.serai.payment.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The gateways by name, as the settings have them. */
public class Gateways {

    private static final Map<GatewaySettings.Kind, Set<String>> TEST_KEYS =
            Map.of(
                    GatewaySettings.Kind.SANDBOX, Set.of("test_"),
                    GatewaySettings.Kind.STRIPE, Set.of("sk_test_", "rk_test_"));

    private final String usual;
    private final Map<String, Gateway> byName = new HashMap<>();

    Gateways(GatewaySettings settings, GatewayWire wire, ObjectMapper json) {
        this.usual = settings.gateway();
        settings.gateways()
                .forEach((name, account) -> byName.put(name, gateway(name, account, wire, json)));
        if (!usual.isEmpty() && !byName.containsKey(usual)) {
            throw new IllegalArgumentException(
                    "serai.payments.gateway: '%s' (expected: one of serai.payments.gateways %s)"
                            .formatted(usual, byName.keySet()));
        }
    }

    /**
     * The name of a hotel's gateway.
     *
     * @param own what the hotel names itself; null: the usual one
     * @return empty where it has none
     */
    public Optional<String> nameFor(@Nullable String own) {
        return Optional.of(own == null ? usual : own).filter(byName::containsKey);
    }

    /** A gateway; empty where the settings do not have it any more. */
    public Optional<Gateway> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private static Gateway gateway(
            String name, GatewaySettings.Account account, GatewayWire wire, ObjectMapper json) {
        if (!account.live()
                && TEST_KEYS.get(account.kind()).stream().noneMatch(account.key()::startsWith)) {
            throw new IllegalArgumentException(
                    "serai.payments.gateways.%s.key: no test key (expected: one that begins with %s, or live: true)"
                            .formatted(name, TEST_KEYS.get(account.kind())));
        }
        return switch (account.kind()) {
            case SANDBOX -> new SandboxGateway(account, wire, json);
            case STRIPE -> new StripeGateway(account, wire, new StripeAnswers(json));
        };
    }
}
