package io.serai.channel.door;

import io.serai.channel.account.Access;
import io.serai.vault.SecretMask;
import java.util.Set;
import java.util.TreeSet;

/** Hides a call's own secrets, and all that looks like one, in a text of unknown form. */
final class CallSecrets {

    private static final int SHORTEST = 4;

    private final Set<String> secrets = new TreeSet<>();

    CallSecrets(Access.Granted access) {
        secrets.addAll(access.credentials().values());
        if (access.token() != null) {
            secrets.add(access.token());
        }
        secrets.removeIf(secret -> secret.length() < SHORTEST);
    }

    String mask(String text) {
        String hidden = text;
        for (String secret : secrets) {
            hidden = hidden.replace(secret, "***");
        }
        return SecretMask.mask(hidden);
    }
}
