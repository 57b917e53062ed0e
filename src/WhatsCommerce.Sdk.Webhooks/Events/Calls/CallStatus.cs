namespace WhatsCommerce.Webhooks;

/// <summary>Represents the status of a call; unlisted values are kept.</summary>
/// <remarks>Source: Meta, calling/reference.</remarks>
[OpenWord]
public readonly partial record struct CallStatus
{
    /// <summary>The customer's phone rings.</summary>
    [Word("RINGING")]
    public static partial CallStatus Ringing { get; }

    /// <summary>The customer answered.</summary>
    [Word("ACCEPTED")]
    public static partial CallStatus Accepted { get; }

    /// <summary>The customer declined.</summary>
    [Word("REJECTED")]
    public static partial CallStatus Rejected { get; }

    /// <summary>The call was connected and has ended.</summary>
    [Word("COMPLETED")]
    public static partial CallStatus Completed { get; }

    /// <summary>The call was not connected.</summary>
    [Word("FAILED")]
    public static partial CallStatus Failed { get; }
}
