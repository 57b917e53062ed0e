namespace WhatsCommerce.Webhooks;

/// <summary>Represents the kind of event of a call (<c>event</c>); unlisted values are kept.</summary>
/// <remarks>Source: Meta, calling/reference.</remarks>
[OpenWord]
public readonly partial record struct CallEventKind
{
    /// <summary>The call must be connected: <see cref="CallEvent.Sdp"/>.</summary>
    [Word("connect")]
    public static partial CallEventKind Connect { get; }

    /// <summary>The call has ended: <see cref="CallEvent.Status"/>.</summary>
    [Word("terminate")]
    public static partial CallEventKind Terminate { get; }
}
