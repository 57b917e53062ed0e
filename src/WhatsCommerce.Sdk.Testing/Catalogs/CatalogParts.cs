namespace WhatsCommerce.Testing;

/// <summary>The dependencies of every catalog of an emulator.</summary>
internal sealed record CatalogParts(
    CloudApiEmulatorOptions Options,
    IdSequence Ids,
    EmulatorChanges Changes,
    EmulatorTimers Timers,
    EmulatedReviews Reviews,
    EmulatedBatches Batches);
