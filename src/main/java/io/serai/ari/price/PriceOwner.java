package io.serai.ari.price;

/** Whose price stands where the hotel's system and a person both set one. */
public enum PriceOwner {
    PERSON("person"),
    SYSTEM("system");

    private final String word;

    PriceOwner(String word) {
        this.word = word;
    }

    /** Its name in the database and in answers. */
    public String word() {
        return word;
    }

    /** The owner of this name. */
    public static PriceOwner of(String word) {
        for (PriceOwner owner : values()) {
            if (owner.word.equals(word)) {
                return owner;
            }
        }
        throw new IllegalArgumentException(
                "price_owner: '" + word + "' (expected: person or system)");
    }
}
