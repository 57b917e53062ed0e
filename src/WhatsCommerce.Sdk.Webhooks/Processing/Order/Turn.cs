namespace WhatsCommerce.Webhooks;

/// <summary>The place of one event in the queues of its customer.</summary>
internal sealed class Turn(LaneName lane, LaneName otherLane)
{
    public LaneName Lane { get; } = lane;

    /// <summary>The second name that the customer is known by; its id is <see langword="null"/> where there is none.</summary>
    public LaneName OtherLane { get; } = otherLane;

    /// <summary>Ends when it is this event's turn; <see langword="null"/> when it is already.</summary>
    public Task? Before { get; set; }

    /// <summary>Ends with this turn; made only when somebody waits for it.</summary>
    public TaskCompletionSource? Awaited { get; set; }
}
