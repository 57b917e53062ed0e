namespace WhatsCommerce.Storefronts;

/// <summary>Specifies the state of an event for one handler.</summary>
public enum OutboxState
{
    /// <summary>The handler has not completed yet.</summary>
    Waiting,

    /// <summary>The handler has completed.</summary>
    Done,

    /// <summary>The handler failed on every attempt: the event is a dead letter, which can be replayed.</summary>
    Dead,
}
