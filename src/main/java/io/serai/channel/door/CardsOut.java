package io.serai.channel.door;

import io.serai.vault.CardVault;
import io.serai.vault.TakenCard;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes cards out of bodies: the vault keeps them, and a token stays where the number was. */
public final class CardsOut {

    private static final Logger log = LoggerFactory.getLogger(CardsOut.class);

    private final CardVault vault;

    CardsOut(CardVault vault) {
        this.vault = vault;
    }

    /**
     * Takes all cards out; each is committed when this returns.
     *
     * @param call what the body belongs to, for the log
     * @param paths where cards are, the number's first; none for none
     */
    public void take(ReceivedBody body, long account, String call, List<String> paths) {
        take(body.body(), account, call, paths);
    }

    void take(SafeBody body, long account, String call, List<String> paths) {
        if (!paths.isEmpty()) {
            body.takeCards(paths, fields -> keep(account, call, fields));
        }
    }

    private String keep(long account, String call, Map<String, String> fields) {
        TakenCard card = vault.put(account, fields);
        if (card instanceof TakenCard.NotGiven none) {
            log.warn("{} for account {}: no card kept: {}", call, account, none.reason());
        }
        return card.token().map(Object::toString).orElse("");
    }
}
