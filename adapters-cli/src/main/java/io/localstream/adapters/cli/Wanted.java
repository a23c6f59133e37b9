package io.localstream.adapters.cli;

import io.localstream.application.usecase.OfferReview;
import io.localstream.domain.transfer.Destination;

/**
 * What is to become of an offer.
 *
 * @param review has the last word
 */
record Wanted(Destination destination, OfferReview review) {}
