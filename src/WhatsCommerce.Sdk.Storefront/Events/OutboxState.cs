namespace WhatsCommerce.Storefronts;

/// <summary>The state of an event for one handler.</summary>
public enum OutboxState
{
    /// <summary>The handler has to run.</summary>
    Waiting,

    /// <summary>The handler has completed.</summary>
    Done,

    /// <summary>The handler failed too often; a person may replay it.</summary>
    Dead,
}
