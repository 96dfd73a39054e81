package io.serai.vault;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the vault is set up.
 *
 * @param keyFile the master keyset; made at the first start if nothing is there
 * @param originalKeep how long a sealed original is kept when no transaction took it along
 * @param unattachedKeep how long a card is kept that no reservation claims
 * @param openKeys how many personal keys are kept unwrapped in memory
 * @param numberFields names under which channels give a card's number; case and anything but
 *     letters do not count
 * @param codeFields names under which channels give a card's security code; compared likewise
 * @param expiryFields names under which channels say until when a card can be charged
 * @param printedExpiryFields those of them that are printed on the card, as a gateway wants it
 * @param holderFields names under which channels say whose card it is
 * @param codeKeep how long a security code is kept after the first day on which the card can be
 *     charged, where nothing is charged
 * @param cardLongest how long after departure a card is kept at most whose end never comes
 * @param revealFor how long a card is shown in full
 */
@ConfigurationProperties("serai.vault")
public record VaultSettings(
        @DefaultValue("./data/keys/master.json") Path keyFile,
        @DefaultValue("24h") Duration originalKeep,
        @DefaultValue("30d") Duration unattachedKeep,
        @DefaultValue("1000") int openKeys,
        @DefaultValue({"CardNumber", "CcNumber", "Number", "Pan"}) List<String> numberFields,
        @DefaultValue({"SeriesCode", "SecurityCode", "CcCvc", "Cvc", "Cvv"})
                List<String> codeFields,
        @DefaultValue({"ExpireDate", "VccExpirationDate", "ExpirationDate", "CardExpiry"})
                List<String> expiryFields,
        @DefaultValue({"ExpireDate", "ExpirationDate", "CardExpiry"})
                List<String> printedExpiryFields,
        @DefaultValue({"CardHolderName", "Name", "CardName", "FullName"}) List<String> holderFields,
        @DefaultValue("7d") Duration codeKeep,
        @DefaultValue("400d") Duration cardLongest,
        @DefaultValue("30s") Duration revealFor) {

    CardFields cardFields() {
        return new CardFields(
                numberFields, codeFields, expiryFields, printedExpiryFields, holderFields);
    }
}
