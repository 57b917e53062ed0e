namespace WhatsCommerce.Webhooks;

/// <summary>An event that was received.</summary>
/// <param name="Queued">The event.</param>
/// <param name="StoredAt">When it was stored, in Unix milliseconds of the clock of the storing instance.</param>
/// <param name="Retries">How often it was postponed before it was parked.</param>
internal sealed record ReceivedEvent(QueuedEvent Queued, long StoredAt, int Retries);
