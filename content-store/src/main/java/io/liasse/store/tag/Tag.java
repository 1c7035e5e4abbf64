package io.liasse.store.tag;

/** A word that an organisation puts on things; {@code version} rises with each change. */
public record Tag(TagId id, String name, Colour colour, long version) {
    /** The colours there are; each can be read on its ground. */
    public enum Colour {
        GREY,
        BLUE,
        GREEN,
        YELLOW,
        RED,
        PURPLE
    }
}
