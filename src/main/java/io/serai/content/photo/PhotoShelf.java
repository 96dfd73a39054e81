package io.serai.content.photo;

import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Puts pictures into the store before anybody refers to them, and takes them out afterwards. */
@Component
public class PhotoShelf {

    private static final Logger LOG = LoggerFactory.getLogger(PhotoShelf.class);

    private final PhotoStore store;
    private final PhotoAddresses addresses;

    PhotoShelf(PhotoStore store, PhotoAddresses addresses) {
        this.store = store;
        this.addresses = addresses;
    }

    /**
     * Keeps a picture with its thumbnail.
     *
     * @return the token by which both are found
     */
    public String keep(Picture picture) {
        String token = addresses.token();
        store.put(PhotoAddresses.file(token, picture.type()), picture.content(), picture.type());
        store.put(PhotoAddresses.small(token, picture.type()), picture.thumbnail(), picture.type());
        return token;
    }

    /**
     * Keeps a picture for work that has a row name it, and forgets it where that fails.
     *
     * @param work gets the token by which it is found
     */
    public <T> T keeping(Picture picture, Function<String, T> work) {
        String token = keep(picture);
        try {
            return work.apply(token);
        } catch (RuntimeException failed) {
            forget(token, picture.type());
            throw failed;
        }
    }

    /** Forgets a picture that nobody refers to; what cannot be forgotten now only takes room. */
    public void forget(String token, String type) {
        try {
            store.remove(PhotoAddresses.file(token, type));
            store.remove(PhotoAddresses.small(token, type));
        } catch (RuntimeException failed) {
            LOG.warn("a picture stays in the store that nobody refers to", failed);
        }
    }
}
