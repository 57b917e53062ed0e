namespace WhatsCommerce.Webhooks;

/// <summary>The place of one event in the queues of its customer.</summary>
/// <param name="names">The names that the customer is known by, at least one.</param>
/// <param name="identity">Who the customer is; <see langword="null"/> where the event concerns none.</param>
internal sealed class Turn(List<LaneName> names, CustomerIdentity? identity)
{
    public LaneName Lane { get; } = names[0];

    /// <summary>The second name that the customer is known by; its id is <see langword="null"/> where there is none.</summary>
    public LaneName OtherLane { get; } = names.Count > 1 ? names[1] : default;

    /// <summary>Further names, which few customers have.</summary>
    public LaneName[] MoreLanes { get; } = names.Count > 2 ? [.. names.Skip(2)] : [];

    /// <summary>Who the customer is, for the key.</summary>
    public CustomerIdentity? Identity { get; } = identity;

    /// <summary>Ends when it is this event's turn; <see langword="null"/> when it is already.</summary>
    public Task? Before { get; set; }

    /// <summary>Ends with this turn; made only when somebody waits for it.</summary>
    public TaskCompletionSource? Awaited { get; set; }
}
