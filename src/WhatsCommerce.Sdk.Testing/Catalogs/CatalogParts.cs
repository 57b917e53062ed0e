namespace WhatsCommerce.Testing;

/// <summary>What every catalog of an emulator works with.</summary>
internal sealed record CatalogParts(
    CloudApiEmulatorOptions Options,
    IdSequence Ids,
    EmulatorChanges Changes,
    EmulatorTimers Timers,
    EmulatedReviews Reviews,
    EmulatedBatches Batches);
