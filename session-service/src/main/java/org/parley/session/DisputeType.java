package org.parley.session;

/** What the dispute was about. */
public enum DisputeType {
    NOISE,
    NEIGHBOR,
    LANDLORD_TENANT,
    ROOMMATE,
    FAMILY,
    PARENT_CHILD,
    PROPERTY,
    DEBT,
    HARASSMENT,
    WORKPLACE,
    SCHOOL,
    PETS,
    PARKING,
    PUBLIC_SPACE,
    OTHER
}
