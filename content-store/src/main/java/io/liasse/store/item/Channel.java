package io.liasse.store.item;

/** The way by which something was received. */
public enum Channel {
    HOT_FOLDER,
    MAIL,
    REST,
    UPLOAD,
    /** Written by a person in the program itself. */
    NOTE
}
